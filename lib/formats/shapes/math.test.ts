import { expect, test } from "vitest";
import { math } from "./math.ts";

const row = {
  problem: "If $2^8=4^x$, what is $x$?",
  level: "Level 3",
  type: "Algebra",
  solution: "We have $2x=8$, so $x=\\boxed{\\frac{8}{2}}$.",
  idx: 4,
};

test("the boxed part is the answer, the level's number the difficulty, the type the sub-domain", () => {
  expect(math.recognises(row)).toBe(true);
  expect(math.drafts(row, { source: "MATH" })).toEqual({
    ok: true,
    value: {
      problems: [
        {
          problem: row.problem,
          answer: "\\frac{8}{2}",
          solution: row.solution,
          subdomain: "Algebra",
          difficulty: "3",
          source: "MATH",
          meta: { idx: 4 },
        },
      ],
      paths: [
        {
          problem: row.problem,
          kind: "cot",
          segments: [{ type: "text", content: row.solution }],
          meta: { source: "reference" },
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("a level that isn't a number stays as it is, and a solution without a box gives no answer", () => {
  const drafts = math.drafts({ ...row, level: "Level ?", solution: "It is 7." }, { solutionAsPath: false });
  expect(drafts).toMatchObject({ value: { problems: [{ difficulty: "Level ?" }], paths: [] } });
  expect(drafts.ok && drafts.value.problems[0]?.answer).toBeUndefined();
});

test("a row without level and type isn't MATH", () => {
  expect(math.recognises({ problem: "p", solution: "s" })).toBe(false);
  expect(math.drafts({ problem: "p" }, {})).toMatchObject({ ok: false, error: { field: "solution" } });
});
