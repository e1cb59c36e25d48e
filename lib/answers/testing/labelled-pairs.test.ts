import { describe, expect, test } from "vitest";
import { compareAnswers } from "../equal.ts";
import type { Outcome } from "../finding.ts";
import { LABELLED_PAIRS, type LabelledPair } from "./labelled-pairs.ts";

/** What the rules alone leave to the symbolic system, at most, as a share of the pairs with a firm label. */
const MOST_UNDECIDED = 0.02;

const judged = LABELLED_PAIRS.map((pair) => {
  const { outcome, method, reason } = compareAnswers(pair.reference, pair.prediction);
  return { ...pair, outcome, method, reason };
});
const firm = judged.filter(({ label }) => label !== "either");

const judgedAs = (label: LabelledPair["label"], outcome: Outcome) =>
  judged.filter((pair) => pair.label === label && pair.outcome === outcome);

describe("the pairs labelled by hand", () => {
  test("are many in every category, with both labels in fair shares, and none is there twice", () => {
    expect(LABELLED_PAIRS.length).toBeGreaterThanOrEqual(450);
    for (const [category, pairs] of Map.groupBy(LABELLED_PAIRS, (pair) => pair.category)) {
      const share = (label: LabelledPair["label"]) =>
        pairs.filter((pair) => pair.label === label).length / pairs.length;
      expect(pairs.length, category).toBeGreaterThanOrEqual(15);
      expect(share("equal"), category).toBeGreaterThan(0.2);
      expect(share("different"), category).toBeGreaterThan(0.35);
    }
    const keys = LABELLED_PAIRS.map(({ reference, prediction }) => `${reference}\0${prediction}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("that are equal are never judged different", () => {
    expect(judgedAs("equal", "different")).toEqual([]);
  });

  test("that are different are never judged equal", () => {
    expect(judgedAs("different", "equal")).toEqual([]);
  });

  test(`are left undecided by the rules alone in no more than ${100 * MOST_UNDECIDED}% of the firm ones`, () => {
    const undecided = firm.filter(({ outcome }) => outcome === "undecided");
    expect(
      undecided.length / firm.length,
      JSON.stringify(undecided.map(({ reference, prediction }) => [reference, prediction])),
    ).toBeLessThanOrEqual(MOST_UNDECIDED);
  });

  test("are judged the same way round from both sides", () => {
    const turned = judged.filter(
      ({ reference, prediction, outcome }) => compareAnswers(prediction, reference).outcome !== outcome,
    );
    expect(turned).toEqual([]);
  });
});
