import { expect, test } from "vitest";
import { instruct } from "./instruct.ts";

test("the instruction with its input is the problem, the output a path, the source the problem's source", () => {
  const row = {
    source: "data/PoT/gsm_gpt4.json",
    instruction: "Write a program.",
    input: "How many eggs?",
    output: "import math\neggs = 3\nprint(eggs)",
  };
  const problem = "Write a program.\n\nHow many eggs?";
  expect(instruct.recognises(row)).toBe(true);
  expect(instruct.drafts(row, { source: "other" })).toEqual({
    ok: true,
    value: {
      problems: [{ problem, source: row.source }],
      paths: [{ problem, kind: "pot", segments: [{ type: "code", content: row.output }] }],
      scores: [],
      pairs: [],
    },
  });
});

test("a blank input adds nothing, and the row's other keys are kept with the path", () => {
  const row = { instruction: "Add.", input: "", output: "It is 2.", system: "Be brief." };
  expect(instruct.drafts(row, {})).toMatchObject({
    value: { problems: [{ problem: "Add." }], paths: [{ meta: { system: "Be brief." } }] },
  });
});

test("Self-Instruct's seed tasks, which have instances and no output, aren't of this shape", () => {
  const row = { instruction: "Add.", instances: [{ input: "", output: "2" }] };
  expect(instruct.recognises(row)).toBe(false);
  expect(instruct.drafts(row, {})).toMatchObject({ ok: false, error: { field: "instruction" } });
});
