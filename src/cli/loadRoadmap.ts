// A roadmap's folder read for a command that needs its questions: errors are told, and none at all ends the command.
import { errorMessage } from "../core/text/errorMessage";
import { readRoadmap } from "../core/reading/roadmapReader";
import type { Roadmap } from "../core/roadmap/roadmap";
import { UsageError, type Console } from "./console";
import { readRoadmapFolder } from "./roadmapFolder";

/** The roadmap in `folder`. Throws UsageError where there is none that can be read. */
export async function loadRoadmap(folder: string, console: Console): Promise<Roadmap> {
  const files = await readRoadmapFolder(folder).catch((error: unknown) => {
    throw new UsageError(`${folder} cannot be read: ${errorMessage(error)}`);
  });
  const { roadmap, problems } = readRoadmap(files);
  for (const { file, range, message } of problems.filter(({ severity }) => severity === "error"))
    console.complain(`${folder}/${file}:${String(range.start.line + 1)}: ${message}`);
  if (!roadmap) throw new UsageError(`${folder} is no roadmap that can be read`);
  return roadmap;
}
