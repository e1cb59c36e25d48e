import fc from "fast-check";
import { expect, test } from "vitest";
import { pairFilter } from "#lib/pairs/contract.ts";
import { loadPairParams, pairFilterOf } from "./filter-params.ts";

test("a filter of pairs from any URL is one that the API takes", () => {
  const name = fc.constantFrom("q", "problem", "state", "origin", "other");
  const value = fc.oneof(fc.string({ maxLength: 500 }), fc.integer().map(String));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
      const found = pairFilterOf(loadPairParams(new URLSearchParams(pairs)));
      expect(pairFilter.parse(found)).toEqual(found);
    }),
    { examples: [[[["problem", "99999999999"]]]] },
  );
});

test("a filter of pairs holds all that the URL says", () => {
  expect(pairFilterOf(loadPairParams("?q=ducks&problem=7&state=both_bad&origin=mined"))).toEqual({
    q: "ducks",
    problem: 7,
    state: "both_bad",
    origin: "mined",
  });
});
