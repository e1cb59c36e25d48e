import { expect, test } from "vitest";
import { metamath } from "./metamath.ts";

const row = {
  type: "GSM_Rephrased",
  query: "How many eggs does she keep?",
  original_question: "How many eggs are left?",
  response: "She keeps 9.\n#### 9\nThe answer is: 9",
};

test("the response's answer is the reference and says so; a rephrased query is a generated problem", () => {
  expect(metamath.recognises(row)).toBe(true);
  expect(metamath.drafts(row, { model: "gpt-3.5-turbo" })).toEqual({
    ok: true,
    value: {
      problems: [
        {
          problem: row.query,
          answer: "9",
          origin: "generated",
          meta: { type: row.type, original_question: row.original_question, answer_from: "response" },
        },
      ],
      paths: [
        {
          problem: row.query,
          kind: "cot",
          segments: [{ type: "text", content: row.response }],
          model: "gpt-3.5-turbo",
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("a query that is the original question isn't generated", () => {
  const drafts = metamath.drafts({ ...row, query: row.original_question }, {});
  expect(drafts.ok && drafts.value.problems[0]?.origin).toBeUndefined();
});
