import fc from "fast-check";
import { expect, test } from "vitest";
import { agreedSolution as agreedOf } from "./agreed-solution.ts";

const agreedSolution = (replies: readonly (string | null)[]) =>
  agreedOf(
    replies.map((text) => (text === null ? { text, fault: "It was cut off." } : { text, fault: null })),
  );

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

test("what wasn't given counts as a vote against, and says why where nothing was given", () => {
  expect(agreedSolution([null, boxed(4), null]).fault?.reason).toBe("unequal_solutions");
  expect(agreedSolution([null, boxed(4), boxed("4.0")]).answer).toBe("4");
  expect(agreedSolution([null, null])).toEqual({
    solution: null,
    answer: null,
    fault: { reason: "no_solution", detail: "It was cut off." },
  });
});

test("thoughts are neither kept nor asked for an answer", () => {
  expect(agreedSolution([`<think>${boxed(3)}</think>\n\n${boxed(4)}`])).toEqual({
    solution: boxed(4),
    answer: "4",
    fault: null,
  });
  expect(agreedSolution([`<think>${boxed(3)}</think>`]).fault?.reason).toBe("no_solution");
});
