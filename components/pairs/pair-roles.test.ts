import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairOutcome } from "#lib/pairs/contract.ts";
import { chosenAndRejected, pairState, proposalView, standingOutcome } from "./pair-roles.ts";

const outcome = fc.constantFrom(...pairOutcome.options);
const perhaps = fc.option(outcome);

describe("a pair's roles", () => {
  test("follow what people decided, whatever was proposed", () => {
    fc.assert(
      fc.property(perhaps, outcome, (proposed, decided) => {
        expect(standingOutcome({ proposed, decided })).toBe(decided);
      }),
    );
  });

  test("follow the proposal while nobody has decided", () => {
    fc.assert(
      fc.property(perhaps, (proposed) => {
        expect(standingOutcome({ proposed, decided: null })).toBe(proposed);
      }),
    );
  });

  test("are given to both sides or to neither", () => {
    fc.assert(
      fc.property(perhaps, perhaps, (proposed, decided) => {
        const roles = chosenAndRejected({ proposed, decided, first: "f", second: "s" });
        const standing = decided ?? proposed;
        if (standing === "first") expect(roles).toEqual({ chosen: "f", rejected: "s" });
        else if (standing === "second") expect(roles).toEqual({ chosen: "s", rejected: "f" });
        else expect(roles).toBeNull();
      }),
    );
  });
});

test.each([
  [null, "open"],
  ["first", "decided"],
  ["second", "decided"],
  ["tie", "tie"],
  ["both_bad", "both_bad"],
] as const)("a pair decided as %s is in the state %s", (decided, state) => {
  expect(pairState({ decided })).toBe(state);
});

describe("a proposal", () => {
  test("stands while nobody has decided, and where people agree with it", () => {
    fc.assert(
      fc.property(outcome, fc.boolean(), (proposed, agreed) => {
        expect(proposalView({ proposed, decided: agreed ? proposed : null })).toBe("stands");
      }),
    );
  });

  test.each([
    ["first", "second", "other-side"],
    ["second", "tie", "one-side"],
    ["first", "both_bad", "one-side"],
    ["tie", "first", "tie"],
    ["both_bad", "tie", "both-bad"],
    [null, "first", "none"],
    [null, null, "none"],
  ] as const)("of %s with the decision %s is shown as %s", (proposed, decided, view) => {
    expect(proposalView({ proposed, decided })).toBe(view);
  });
});
