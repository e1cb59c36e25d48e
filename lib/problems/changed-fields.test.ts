import { expect, test } from "vitest";
import { changedFields, FIELD_NAMES } from "./changed-fields.ts";
import { type ProblemFields, problemFields } from "./contract.ts";

const one: ProblemFields = {
  text: "What is 1 + 1?",
  answer: "2",
  solution: null,
  subdomain: "sums",
  difficulty: null,
  tags: ["a", "b"],
  source: null,
  split: "train",
};
const other: ProblemFields = {
  text: "What is 1 + 2?",
  answer: null,
  solution: "Add.",
  subdomain: null,
  difficulty: "1",
  tags: ["a"],
  source: "me",
  split: "test",
};

test("every field that people edit is compared", () => {
  expect([...FIELD_NAMES].sort()).toEqual(Object.keys(problemFields.shape).sort());
  expect(changedFields(one, other)).toEqual(FIELD_NAMES);
  for (const name of FIELD_NAMES) expect(changedFields(one, { ...one, [name]: other[name] })).toEqual([name]);
});

test("nothing has changed where only the order of the tags has, or one stands twice", () => {
  expect(changedFields(one, { ...one, tags: ["b", "a", "b"] })).toEqual([]);
  expect(changedFields(one, { ...one, tags: ["b", "c"] })).toEqual(["tags"]);
});
