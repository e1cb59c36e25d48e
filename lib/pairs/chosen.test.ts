import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceOf } from "./chosen.ts";
import { pairOutcome } from "./contract.ts";

const outcome = fc.constantFrom(...pairOutcome.options);
const sides = { first: "one", second: "other" };

describe("choiceOf", () => {
  test("follows people's decision, whatever was proposed", () => {
    fc.assert(
      fc.property(outcome, fc.option(outcome), (decided, proposed) => {
        expect(choiceOf({ ...sides, decided, proposed })).toEqual(
          choiceOf({ ...sides, decided, proposed: null }),
        );
      }),
    );
  });

  test("follows the proposal while nobody has decided", () => {
    fc.assert(
      fc.property(outcome, (said) => {
        expect(choiceOf({ ...sides, decided: null, proposed: said })).toEqual(
          choiceOf({ ...sides, decided: said, proposed: null }),
        );
      }),
    );
  });

  test("names each side once, or neither", () => {
    expect(choiceOf({ ...sides, decided: "first", proposed: null })).toEqual({
      chosen: "one",
      rejected: "other",
    });
    expect(choiceOf({ ...sides, decided: "second", proposed: null })).toEqual({
      chosen: "other",
      rejected: "one",
    });
    for (const decided of ["tie", "both_bad", null] as const) {
      expect(choiceOf({ ...sides, decided, proposed: null })).toBeNull();
    }
    expect(choiceOf({ ...sides, decided: "tie", proposed: "first" })).toBeNull();
  });
});
