// What the YAML of a question and of a roadmap must look like. The JSON Schemas under questions/ are generated from
// these definitions (scripts/schema.ts); reading and checking files is done elsewhere.
import * as z from "zod/mini";
import { idPattern } from "./ids";

const id = z.string().check(z.maxLength(80), z.regex(idPattern));
const text = z.string().check(z.regex(/\S/));
const wholeMarks = z.int().check(z.minimum(1), z.maximum(1000));

const soleFields = {
  id,
  statement: text,
  accepted: z.optional(z.array(text).check(z.minLength(1), z.maxLength(8))),
  misconceptions: z.optional(z.array(text)),
  idea: z.optional(text),
};

const criterion = z.strictObject({ ...soleFields, marks: wholeMarks, bonus: z.optional(z.boolean()) });

const anyOf = z.strictObject({
  anyOf: z.int().check(z.minimum(1)),
  id,
  marks: wholeMarks,
  of: z.array(z.strictObject(soleFields)).check(z.minLength(2)),
});

/** The front matter of a question's file. */
export const questionShape = z.strictObject({
  id,
  title: text.check(z.maxLength(60)),
  marks: wholeMarks,
  criteria: z.array(z.union([criterion, anyOf])).check(z.minLength(1)),
  hints: z.optional(z.array(text)),
});

const topic = z.strictObject({
  id,
  title: text.check(z.maxLength(60)),
  subtopics: z.optional(z.array(text)),
  requires: z.optional(z.array(id)),
  notes: z.optional(z.string()),
  questions: z.optional(z.array(id)),
});

/** `roadmap.yaml`. */
export const roadmapShape = z.strictObject({
  id,
  title: text.check(z.maxLength(80)),
  description: z.optional(z.string()),
  language: z.optional(text),
  topics: z.array(topic).check(z.minLength(1)),
});

export type QuestionFrontMatter = z.infer<typeof questionShape>;
export type RoadmapYaml = z.infer<typeof roadmapShape>;
