import { expect, test } from "vitest";
import { openmathinstruct } from "./openmathinstruct.ts";

const solution =
  "Let's add.\n<llm-code>\nx = 1 + 1\nx\n</llm-code>\n<llm-code-output>\n2\n</llm-code-output>\nSo \\boxed{2}.";

test("version 1 has a question, tags around code, and a predicted answer", () => {
  const row = {
    question: "1 + 1?",
    generated_solution: solution,
    expected_answer: 2,
    predicted_answer: "2",
    dataset: "gsm8k",
    is_correct: true,
  };
  expect(openmathinstruct.recognises(row)).toBe(true);
  expect(openmathinstruct.drafts(row, {})).toEqual({
    ok: true,
    value: {
      problems: [{ problem: "1 + 1?", answer: "2", source: "gsm8k" }],
      paths: [
        {
          problem: "1 + 1?",
          kind: "pot",
          segments: [
            { type: "text", content: "Let's add." },
            { type: "code", content: "x = 1 + 1\nx" },
            { type: "output", content: "2" },
            { type: "text", content: "So \\boxed{2}." },
          ],
          answer: "2",
          meta: { is_correct: true },
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("version 2 has a problem and a problem source", () => {
  const row = {
    problem: "1 + 1?",
    generated_solution: "2",
    expected_answer: "2",
    problem_source: "augmented_math",
  };
  expect(openmathinstruct.drafts(row, {})).toMatchObject({
    value: { problems: [{ answer: "2", source: "augmented_math" }], paths: [{ kind: "cot" }] },
  });
});

test("a row without a solution isn't of this shape", () => {
  expect(openmathinstruct.recognises({ problem: "p", expected_answer: "2" })).toBe(false);
  expect(openmathinstruct.drafts({}, {})).toMatchObject({ error: { field: "generated_solution" } });
});
