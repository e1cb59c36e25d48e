import { expect, test } from "vitest";
import { openaiModelSolutions } from "./openai-model-solutions.ts";

const row = {
  question: "How many bolts?",
  ground_truth: "It takes 2+1=<<2+1=3>>3 bolts\nA: 3",
  "6b_finetuning": { solution: "It takes 2\nA: 2", is_correct: false },
  "175b_verification": { solution: "It takes 3\nA: 3", is_correct: true, score: 0.5 },
};

test("each model's key is a path of that model, with is_correct kept", () => {
  expect(openaiModelSolutions.recognises(row)).toBe(true);
  expect(openaiModelSolutions.drafts(row, { model: "other" })).toEqual({
    ok: true,
    value: {
      problems: [{ problem: row.question, answer: "3", solution: row.ground_truth }],
      paths: [
        {
          problem: row.question,
          kind: "cot",
          segments: [{ type: "text", content: "It takes 2\nA: 2" }],
          model: "6b_finetuning",
          meta: { is_correct: false },
        },
        {
          problem: row.question,
          kind: "cot",
          segments: [{ type: "text", content: "It takes 3\nA: 3" }],
          model: "175b_verification",
          meta: { is_correct: true, score: 0.5 },
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("a ground truth that declares no answer gives no reference answer", () => {
  const drafts = openaiModelSolutions.drafts({ ...row, ground_truth: "Maybe 3 or 4" }, {});
  expect(drafts.ok && drafts.value.problems).toEqual([{ problem: row.question, solution: "Maybe 3 or 4" }]);
});

test("a fault names the model's key, and a row without any model isn't of this shape", () => {
  const empty = { ...row, "6b_finetuning": { solution: " ", is_correct: false } };
  expect(openaiModelSolutions.drafts(empty, {})).toMatchObject({
    error: { field: "6b_finetuning.solution" },
  });
  expect(openaiModelSolutions.recognises({ question: "q", ground_truth: "a" })).toBe(false);
});
