import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Amends } from "../../../../src/core/attempts/amendment";
import { standingOf } from "../../../../src/core/attempts/standing";
import { AmendmentFiles } from "../../../../src/host/storage/amendmentFiles";
import { copyAll, deleteCopied } from "../../../../src/host/storage/moveFiles";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { NodeFiles } from "../../../support/nodeFiles";
import { tempFolder } from "../../../support/tempFolder";
import { sampleAmendment, sampleCheck } from "../../core/attempts/sampleAttempt";
import { sampleQuestion } from "../../core/roadmap/samplePlaced";

const check = sampleCheck();
const mark = (second: number, verdict: "met" | "missed") =>
  sampleAmendment(second, { kind: "mark", criterion: "few", verdict }, check);

async function setUp() {
  const files = new NodeFiles(await tempFolder());
  const folder = new SafeFolder(files);
  const warnings: string[] = [];
  const open = () => new AmendmentFiles(folder, (message) => warnings.push(message));
  return { files, folder, warnings, amendments: open(), open };
}

it("keeps each in a file of its own, two windows' too", async () => {
  const { amendments, open } = await setUp();
  const other = open();
  const all = Array.from({ length: 12 }, (_, second) => mark(second, "met"));
  await Promise.all(all.map((amendment, at) => (at % 2 ? amendments : other).keep(amendment)));
  expect(new Set(await open().list(check.key))).toEqual(new Set(all));
  expect((await open().all()).get("generative-ai/mode-collapse")).toHaveLength(12);
});

it("gives the order of keeping, so that the later word stands although the clock went back", async () => {
  const { amendments, open } = await setUp();
  await amendments.keep(mark(50, "met"));
  await amendments.keep(mark(10, "missed"));
  const list = await open().list(check.key);
  expect(standingOf(check, list, sampleQuestion()).criteria[0]?.own).toBe("missed");
  const undo: Amends = { kind: "undo", amendment: list.at(-1)?.id ?? "" };
  await amendments.keep(sampleAmendment(5, undo, check));
  expect(standingOf(check, await open().list(check.key), sampleQuestion()).criteria[0]?.own).toBe("met");
});

it("leaves a broken file out, told once", async () => {
  const { files, warnings, amendments, open } = await setUp();
  await amendments.keep(mark(1, "met"));
  const folder = join(files.root, "amendments/generative-ai/mode-collapse");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${mark(2, "met").id}.json`), "{ cut");
  const fresh = open();
  expect(await fresh.list(check.key)).toEqual([mark(1, "met")]);
  await fresh.all();
  expect(warnings).toHaveLength(1);
});

it("moves by union and loses nothing", async () => {
  const [here, there] = [await setUp(), await setUp()];
  for (const second of [1, 2]) await here.amendments.keep(mark(second, "met"));
  for (const second of [2, 3]) await there.amendments.keep(mark(second, "met"));
  const report = await copyAll(here.folder, there.folder, "2026-11-23");
  expect(await deleteCopied(here.folder, there.folder, report.verified)).toEqual([]);
  expect(report.unsure).toEqual([]);
  expect(await there.open().list(check.key)).toEqual([1, 2, 3].map((second) => mark(second, "met")));
  expect(await here.open().list(check.key)).toEqual([]);
});
