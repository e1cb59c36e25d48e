import fc from "fast-check";
import { expect, test } from "vitest";
import { agreedSolution } from "./agreed-solution.ts";

const boxed = (answer: string | number) => `Some steps lead there, so it is $\\boxed{${answer}}$.`;

test("one solution is kept with the answer that it states", () => {
  expect(agreedSolution([boxed("\\frac{3}{4}")])).toEqual({
    solution: boxed("\\frac{3}{4}"),
    answer: "\\frac{3}{4}",
    fault: null,
  });
});

test("of several, the first is kept whose answer more than half come to, in whatever form", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 7 }), (answers) => {
      const forms = answers.map((answer, at) => boxed(at % 2 === 0 ? answer : `${answer}.0`));
      const found = agreedSolution(forms);
      const winner = [1, 2, 3].find(
        (one) => answers.filter((other) => other === one).length * 2 > answers.length,
      );
      if (winner === undefined) expect(found.fault?.reason).toBe("unequal_solutions");
      else expect(found.solution).toBe(forms[answers.indexOf(winner)]);
    }),
  );
});

test("replies that state no answer count as votes against", () => {
  expect(agreedSolution([boxed(4), "Who knows?"]).fault?.reason).toBe("unequal_solutions");
  expect(agreedSolution([boxed(4), boxed(4), "Who knows?"]).answer).toBe("4");
});

test("a solution without a stated answer, or with one that can't be checked, is refused in words", () => {
  expect(agreedSolution(["There are 7 of them, and 9 others."]).fault?.reason).toBe("no_solution");
  expect(agreedSolution([""]).fault?.reason).toBe("no_solution");
  const essay = agreedSolution([boxed("\\text{because the triangles are similar by the second criterion}")]);
  expect(essay).toMatchObject({ answer: null, fault: { reason: "uncheckable_answer" } });
});
