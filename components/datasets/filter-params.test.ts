import fc from "fast-check";
import { expect, test } from "vitest";
import { datasetFilter } from "#lib/datasets/contract.ts";
import { filterFrom, valuesFrom } from "./filter-params.ts";

const optional = <T>(key: string, values: fc.Arbitrary<T>) =>
  fc.option(values, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));
const words = fc
  .string({ minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() === text && text !== "");
const shared = fc.tuple(
  optional("q", words),
  optional("subdomain", words),
  optional("perProblem", fc.integer({ min: 1, max: 1000 })),
);
const sft = fc
  .tuple(
    shared,
    optional("model", words),
    optional("pathKind", fc.constantFrom("cot", "pot", "mixed")),
    fc.constantFrom("correct", "incorrect", "unverifiable", "error"),
  )
  .map(([parts, model, pathKind, verdict]) =>
    Object.assign({ kind: "sft", verdict }, ...parts, model, pathKind),
  );
const dpo = fc
  .tuple(shared, fc.constantFrom("judged", "proposed", "either"), fc.boolean(), fc.boolean())
  .map(([parts, choice, chosenCorrect, rejectedWrong]) =>
    Object.assign({ kind: "dpo", choice, chosenCorrect, rejectedWrong }, ...parts),
  );

test("a filter put into the URL and read back is the same filter", () => {
  fc.assert(
    fc.property(fc.oneof(sft, dpo), (raw) => {
      const filter = datasetFilter.parse(raw);
      expect(filterFrom(filter.kind, valuesFrom(filter))).toEqual(filter);
    }),
  );
});
