import fc from "fast-check";
import { expect, test } from "vitest";
import { filledText } from "../testing/arbitraries.ts";
import { gsm8k } from "./gsm8k.ts";

const row = {
  question: "Janet has 16 eggs and eats 7. How many are left?",
  answer: "She has 16-7=<<16-7=9>>9 left.\n#### 9",
};

test("a row is a problem with answer and whole solution, and the solution as a path that no model wrote", () => {
  expect(gsm8k.recognises(row)).toBe(true);
  expect(gsm8k.drafts(row, { model: "m", split: "test" })).toEqual({
    ok: true,
    value: {
      problems: [{ problem: row.question, answer: "9", solution: row.answer, split: "test" }],
      paths: [
        {
          problem: row.question,
          kind: "cot",
          segments: [{ type: "text", content: row.answer }],
          meta: { source: "reference" },
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("the solution stays out of the paths where that is asked for", () => {
  expect(gsm8k.drafts(row, { solutionAsPath: false })).toMatchObject({ value: { paths: [] } });
});

test("what stands behind the last mark is the answer, for any question and work", () => {
  fc.assert(
    fc.property(filledText, filledText, fc.integer(), (question, work, n) => {
      expect(gsm8k.drafts({ question, answer: `${work}\n#### ${n}` }, {})).toMatchObject({
        value: { problems: [{ problem: question, answer: String(n), solution: `${work}\n#### ${n}` }] },
      });
    }),
  );
});

test("a row without the mark isn't recognised, and a mark with nothing behind it is a fault of the answer", () => {
  expect(gsm8k.recognises({ question: "q", answer: "5" })).toBe(false);
  expect(gsm8k.drafts({ question: "q", answer: "a\n#### " }, {})).toMatchObject({
    ok: false,
    error: { field: "answer" },
  });
  expect(gsm8k.drafts({ question: "q\0", answer: "a\n#### 5" }, {})).toMatchObject({
    error: { field: "question" },
  });
});
