import { expect, test } from "vitest";
import type { ProblemFields } from "./contract.ts";
import { trimmedEdit } from "./trimmed-edit.ts";

const stored: ProblemFields = {
  text: " What is 1 + 1?\n",
  answer: " 2 ",
  solution: null,
  subdomain: "sums",
  difficulty: null,
  tags: ["a"],
  source: "book ",
  split: "train",
};

test("texts keep the white space around them that the editor never shows", () => {
  const edit = { ...stored, text: "What is 1 + 1?", answer: "2", source: "book", tags: ["a", "b", "a"] };
  expect(trimmedEdit(stored, edit)).toEqual({ ...stored, tags: ["a", "b"] });
});

test("any other change is taken as it is", () => {
  const edit: ProblemFields = {
    ...stored,
    text: "What is 1+1?",
    answer: null,
    solution: "Add.",
    subdomain: null,
    split: "test",
  };
  expect(trimmedEdit(stored, edit)).toEqual(edit);
});
