import { expect, test } from "vitest";
import { tora } from "./tora.ts";

const trace = "```python\nprint(18)\n```\n```output\n18\n```\nShe makes $\\boxed{18}$ dollars.";
const row = {
  idx: 0,
  question: "How much?",
  gt_cot: "9*2=18",
  gt: "18",
  code: [trace, "It is 20."],
  pred: ["18", 20],
  report: [null, "timeout"],
};

test("each entry of code is a path with its prediction as the answer", () => {
  expect(tora.recognises(row)).toBe(true);
  expect(tora.drafts(row, {})).toEqual({
    ok: true,
    value: {
      problems: [{ problem: "How much?", answer: "18", solution: "9*2=18" }],
      paths: [
        {
          problem: "How much?",
          kind: "pot",
          segments: [
            { type: "code", content: "print(18)" },
            { type: "output", content: "18" },
            { type: "text", content: "She makes $\\boxed{18}$ dollars." },
          ],
          model: "tora-70b",
          answer: "18",
          meta: { idx: 0 },
        },
        {
          problem: "How much?",
          kind: "cot",
          segments: [{ type: "text", content: "It is 20." }],
          model: "tora-70b",
          answer: "20",
          meta: { idx: 0, report: "timeout" },
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("the model can be named, and a fault names the entry of code", () => {
  expect(tora.drafts(row, { model: "tora-7b" })).toMatchObject({
    value: { paths: [{ model: "tora-7b" }, { model: "tora-7b" }] },
  });
  expect(tora.drafts({ ...row, code: [trace, ""] }, {})).toMatchObject({ ok: false });
  expect(tora.drafts({ ...row, code: [trace, "\0"] }, {})).toMatchObject({ error: { field: "code.1" } });
  expect(tora.drafts({ ...row, code: [] }, {})).toMatchObject({ error: { field: "code" } });
});
