import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { miningObstacle } from "./mining-obstacle.ts";

interface Counts {
  correct: number;
  incorrect: number;
  unchecked: number;
  train: number;
}

function obstacle(
  { correct, incorrect, unchecked, train }: Counts,
  policy: "any-two" | "correct-vs-incorrect" | "orders-disagree",
  scorers?: readonly { kind: "reward" | "critique" }[],
) {
  const verdicts = [
    { value: "correct" as const, count: correct },
    { value: "incorrect" as const, count: incorrect },
    { value: "unchecked" as const, count: unchecked },
  ].filter(({ count }) => count > 0);
  return miningObstacle(policy, {
    paths: { verdicts },
    problems: { splits: [{ value: "train", count: train }] },
    scorers,
  });
}

const some = fc.integer({ min: 1, max: 1000 });
const any = fc.nat(1000);

describe("mining", () => {
  test("of correct against incorrect needs one of each in the training split, and nothing else", () => {
    fc.assert(
      fc.property(any, any, any, any, (correct, incorrect, unchecked, train) => {
        const found = obstacle({ correct, incorrect, unchecked, train }, "correct-vs-incorrect");
        expect(found === null).toBe(correct > 0 && incorrect > 0 && train > 0);
      }),
    );
  });

  test("of any two needs a path in the training split, checked or not", () => {
    fc.assert(
      fc.property(any, any, any, any, (correct, incorrect, unchecked, train) => {
        const found = obstacle({ correct, incorrect, unchecked, train }, "any-two");
        expect(found === null).toBe(correct + incorrect + unchecked > 0 && train > 0);
      }),
    );
  });

  test("of orders that disagree needs scorers of both kinds, and leads to scoring without them", () => {
    const kind = fc.constantFrom("reward" as const, "critique" as const);
    fc.assert(
      fc.property(
        some,
        some,
        fc.array(fc.record({ kind }), { maxLength: 4 }),
        (unchecked, train, scorers) => {
          const found = obstacle({ correct: 0, incorrect: 0, unchecked, train }, "orders-disagree", scorers);
          const kinds = new Set(scorers.map((scorer) => scorer.kind));
          if (kinds.size === 2) expect(found).toBeNull();
          else expect(found).toMatchObject({ help: { path: "/scoring" } });
        },
      ),
    );
    expect(obstacle({ correct: 0, incorrect: 0, unchecked: 5, train: 5 }, "orders-disagree")).toBeNull();
  });

  test("of unchecked paths leads to where they are checked", () => {
    fc.assert(
      fc.property(some, some, (unchecked, train) => {
        const found = obstacle({ correct: 0, incorrect: 0, unchecked, train }, "correct-vs-incorrect");
        expect(found).toMatchObject({ title: "No path is checked yet", help: { path: "/paths" } });
      }),
    );
  });

  test("without any path leads to the import", () => {
    const found = obstacle({ correct: 0, incorrect: 0, unchecked: 0, train: 5 }, "any-two");
    expect(found?.help?.path).toBe("/import");
  });
});
