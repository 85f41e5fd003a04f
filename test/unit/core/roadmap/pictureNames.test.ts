// Which files may lie beside an answer: pictures by name, and no path that leads anywhere else.
import { expect, it } from "vitest";
import { isPicturePath, pictureKind } from "../../../../src/core/roadmap/pictureNames";

it.each([
  "image.png",
  "image-1.JPG",
  "assets/mode-collapse/my sketch (2).webp",
  "question-pictures/image-models/img/dot.svg",
  "film.mp4",
])("%j may be a picture", (path) => {
  expect(isPicturePath(path)).toBe(true);
});

it.each([
  "notes.md",
  "image",
  ".png",
  ".image.png",
  "a/../image.png",
  "../image.png",
  "a//image.png",
  "a/.git/image.png",
  "a/b/c/d/e/f/image.png",
  "a:b.png",
  "a\\b.png",
  "image.png ",
  "image.png/",
  "im\u0000age.png",
  "run.exe",
])("%j is none", (path) => {
  expect(isPicturePath(path)).toBe(false);
});

it("knows what a page has to call them", () => {
  expect(["a.PNG", "b.jpeg", "c.svg", "d.mp4"].map(pictureKind)).toEqual([
    "image/png",
    "image/jpeg",
    "image/svg+xml",
    undefined,
  ]);
});
