import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PathFilter, pathFilter } from "#lib/paths/contract.ts";
import { EXECUTION_OUTCOMES } from "./execution-words.ts";
import { loadPathParams, pathFilterOf, withPathParams } from "./filter-params.ts";
import { PATH_KINDS } from "./kind-words.ts";
import { STEP_FILTERS } from "./step-words.ts";
import { VERDICT_STATES } from "./verdict-words.ts";

const filter: fc.Arbitrary<PathFilter> = fc.record(
  {
    q: fc
      .string({ maxLength: 20 })
      .map((each) => each.trim())
      .filter((each) => each !== ""),
    problem: fc.integer({ min: 1, max: 2_147_483_647 }),
    model: fc.string({ maxLength: 20 }),
    kind: fc.constantFrom(...PATH_KINDS),
    verdict: fc.constantFrom(...VERDICT_STATES),
    execution: fc.constantFrom(...EXECUTION_OUTCOMES),
    steps: fc.constantFrom(...STEP_FILTERS),
  },
  { requiredKeys: [] },
);

describe("a filter of paths", () => {
  test("comes back from the URL as it went in, also one for people's paths, whose model is empty", () => {
    fc.assert(
      fc.property(filter, (wanted) => {
        const url = withPathParams("https://studio.test/paths", {
          q: wanted.q ?? null,
          problem: wanted.problem ?? null,
          model: wanted.model ?? null,
          kind: wanted.kind ?? null,
          verdict: wanted.verdict ?? null,
          execution: wanted.execution ?? null,
          steps: wanted.steps ?? null,
        });
        expect(pathFilterOf(loadPathParams(new URL(url)))).toEqual(wanted);
      }),
      { examples: [[{ model: "" }]] },
    );
  });

  test("from any URL is one that the API takes", () => {
    const name = fc.constantFrom("q", "problem", "model", "kind", "verdict", "execution", "steps", "other");
    const value = fc.oneof(fc.string({ maxLength: 500 }), fc.integer().map(String));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
        const found = pathFilterOf(loadPathParams(new URLSearchParams(pairs)));
        expect(pathFilter.parse(found)).toEqual(found);
      }),
      { examples: [[[["problem", "99999999999"]]], [[["problem", "0"]]], [[["problem", "-3"]]]] },
    );
  });
});
