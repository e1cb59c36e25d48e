import fc from "fast-check";
import { expect, test } from "vitest";
import { candidateFilter, candidateMethod, candidateState, dropReason } from "#lib/instructions/contract.ts";
import { CLEARED, candidateFilterOf, loadCandidateParams, withCandidateParams } from "./candidate-params.ts";

const filter = fc.record(
  {
    q: fc
      .stringMatching(/^[a-z0-9%_ ]{1,40}$/)
      .map((words) => words.trim())
      .filter((words) => words !== ""),
    run: fc.integer({ min: 1, max: 2_147_483_647 }),
    state: fc.constantFrom(...candidateState.options),
    reason: fc.constantFrom(...dropReason.options),
    method: fc.constantFrom(...candidateMethod.options),
    subdomain: fc.string({ minLength: 1, maxLength: 30 }),
    decided: fc.constantFrom("filter" as const, "person" as const),
  },
  { requiredKeys: [] },
);

test("a filter that goes into an address comes out of it, and is one that the API takes", () => {
  fc.assert(
    fc.property(filter, (given) => {
      const search = withCandidateParams("/candidates", given).replace("/candidates", "");
      const found = candidateFilterOf(loadCandidateParams(new URLSearchParams(search)));
      expect(found).toEqual(given);
      expect(candidateFilter.parse(found)).toEqual(found);
    }),
  );
});

test("what the API wouldn't take counts as absent", () => {
  const search = new URLSearchParams(
    "run=0&state=maybe&reason=dull&method=x&decided=us&q=++&at=-1&view=none",
  );
  const params = loadCandidateParams(search);
  expect(candidateFilterOf(params)).toEqual({});
  expect(params).toMatchObject({ at: null, view: "candidates" });
});

test("clearing takes every part of the filter away and leaves the rest of the address", () => {
  const all =
    "?q=a&run=3&state=dropped&reason=similar&method=variation&subdomain=s&decided=person&view=thresholds";
  expect(withCandidateParams(all, CLEARED)).toBe("?view=thresholds");
});
