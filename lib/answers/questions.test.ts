import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "./expression.ts";
import { askAbout, gatherQuestions, newWork, questionKey } from "./questions.ts";
import { newSteps } from "./steps.ts";

const expression = fc.oneof(
  fc.integer().map((n): Expression => ({ kind: "number", n: String(n), d: "1" })),
  fc.constantFrom("x", "y").map((name): Expression => ({ kind: "variable", name })),
);
const kind = fc.constantFrom("expression" as const, "equation" as const);

test("a question and its key don't depend on which side stands first", () => {
  fc.assert(
    fc.property(expression, expression, kind, (a, b, what) => {
      expect(askAbout(a, b, what)).toEqual(askAbout(b, a, what));
      expect(questionKey({ left: a, right: b, kind: what })).toBe(
        questionKey({ left: b, right: a, kind: what }),
      );
    }),
  );
});

test("different questions have different keys, and a key survives JSON", () => {
  fc.assert(
    fc.property(expression, expression, expression, kind, kind, (a, b, c, what, other) => {
      const [p, q] = [askAbout(a, b, what), askAbout(a, c, other)];
      const same = JSON.stringify(p) === JSON.stringify(q);
      expect(questionKey(p) === questionKey(q)).toBe(same);
      expect(questionKey(JSON.parse(JSON.stringify(p)))).toBe(questionKey(p));
    }),
  );
});

test("questions are gathered once each, and not without bound", () => {
  const ask = (n: number) =>
    askAbout({ kind: "number", n: String(n), d: "1" }, { kind: "variable", name: "x" }, "expression");
  expect(gatherQuestions([[ask(1)], [], [ask(2), ask(1)]])).toEqual([ask(1), ask(2)]);
  expect(gatherQuestions(Array.from({ length: 100 }, (_, n) => [ask(n)]))).toHaveLength(40);
});

test("work goes on where the steps before it ended", () => {
  expect(newWork({ taken: 5, limit: 9 })).toEqual({ taken: 5, limit: 9, rulings: new Map() });
  expect(newWork(newSteps(7)).limit).toBe(7);
});
