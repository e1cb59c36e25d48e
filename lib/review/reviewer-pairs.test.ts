import { expect, test } from "vitest";
import { reviewerPairs } from "./reviewer-pairs.ts";

const vote = (reviewer: string, category: string) => ({ reviewer, category });

test("two reviewers are compared on what both have answered, and chance is taken off", () => {
  // Cohen's kappa of 20/5/10/15 is 0.4: po = 0.7, pe = 0.5.
  const units = [
    ...Array.from({ length: 20 }, () => [vote("a", "yes"), vote("b", "yes")]),
    ...Array.from({ length: 5 }, () => [vote("a", "yes"), vote("b", "no")]),
    ...Array.from({ length: 10 }, () => [vote("b", "yes"), vote("a", "no")]),
    ...Array.from({ length: 15 }, () => [vote("a", "no"), vote("b", "no")]),
    [vote("a", "yes")],
    [vote("c", "no"), vote("b", "no")],
  ];
  const [first, second, ...more] = reviewerPairs(units);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ a: "a", b: "b", shared: 50, percent: { value: 0.7 } });
  expect(first?.cohen.kind === "defined" && first.cohen.value).toBeCloseTo(0.4, 10);
  expect(second).toMatchObject({
    shared: 1,
    percent: { value: 1 },
    cohen: { kind: "undefined", why: expect.stringContaining("always said the same") },
  });
});
