// Twenty files with twenty faults: twenty findings, each at its place, and their mends leave nothing wrong.
import { expect, it } from "vitest";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { applied } from "../reading/applied";
import { messFaults, messFiles } from "./mess";

const { problems } = readRoadmap(messFiles);

it("tells each fault once, at its line", () => {
  expect(messFiles).toHaveLength(20);
  const told = problems.map(({ file, range, code }) => [file, range.start.line + 1, code]);
  expect(told.toSorted()).toEqual(messFaults.map(({ path, line, code }) => [path, line, code]).toSorted());
});

it("mends all but what only a person can", () => {
  const mendable = messFaults.filter((fault) => fault.mendable);
  expect(mendable.length).toBeGreaterThanOrEqual(12);
  const withMend = problems.filter(({ fix }) => fix).map(({ file }) => file);
  expect(withMend.toSorted()).toEqual(mendable.map(({ path }) => path).toSorted());
  const mended = messFiles.map((file) => {
    const fix = problems.find((problem) => problem.file === file.path)?.fix;
    return fix ? { ...file, text: applied(file.text, fix) } : file;
  });
  const left = readRoadmap(mended).problems.filter(({ code }) => code !== "todo");
  expect(left.map(({ code }) => code)).toEqual(messFaults.filter((fault) => !fault.mendable).map(({ code }) => code));
});
