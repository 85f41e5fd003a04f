// Makes README's pictures from the real thing into docs/pictures; `--all FOLDER` makes every scene in every theme and
// width there.
// `--without-model` takes those to look at of answers that are checked and not judged, into out/pictures,
// `--with-model` those of a model's gradings, `--languages` those in each display language. `--no-build` packages dist/
// as it is. The scenes are in test/pictures.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { packageExtension } from "./package.mjs";
import { runNode, tool } from "./vscode/stages.mjs";
import { root } from "./vscode/versions.mjs";

const { values } = parseArgs({
  options: {
    all: { type: "string" },
    "without-model": { type: "boolean" },
    "with-model": { type: "boolean" },
    languages: { type: "boolean" },
    "no-build": { type: "boolean" },
  },
});
const looked = "out/pictures";
const lookedAt = [
  values["without-model"] ? "withoutModel" : undefined,
  values["with-model"] ? "withModel" : undefined,
  values.languages ? "languages" : undefined,
].find((name) => name !== undefined);
const [scenes, folder] = lookedAt === undefined ? ["readme", "docs/pictures"] : [lookedAt, looked];
const vsix = await packageExtension({ build: !values["no-build"] });
const env = {
  ROADMAP_TUTOR_VSIX: vsix,
  ROADMAP_TUTOR_PICTURES: values.all === undefined ? resolve(root, folder) : resolve(values.all),
  ...(values.all === undefined ? {} : { ROADMAP_TUTOR_PICTURES_ALL: "1" }),
};
const args = ["run", "--config", "vitest.pictures.config.ts", `test/pictures/${scenes}.test.ts`];
process.exitCode = await runNode(tool("vitest", "vitest.mjs"), args, { env });
