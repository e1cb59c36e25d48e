import fc from "fast-check";
import { expect, it } from "vitest";
import { type DatasetFilter, dpoFilter, sftFilter } from "./contract.ts";
import { filterInWords } from "./filter-words.ts";

const name = fc.string({ minLength: 1, maxLength: 8 });
const shared = { q: name, subdomain: name, perProblem: fc.integer({ min: 1, max: 9 }) };
const sft = fc.record(
  {
    kind: fc.constant("sft" as const),
    ...shared,
    model: name,
    pathKind: fc.constantFrom("cot", "pot", "mixed"),
    verdict: fc.constantFrom("correct", "incorrect", "unverifiable", "error"),
  },
  { requiredKeys: ["kind", "verdict"] },
);
const dpo = fc.record(
  {
    kind: fc.constant("dpo" as const),
    ...shared,
    choice: fc.constantFrom("judged", "proposed", "either"),
    chosenCorrect: fc.boolean(),
    rejectedWrong: fc.boolean(),
  },
  { requiredKeys: ["kind", "choice", "chosenCorrect", "rejectedWrong"] },
);

it("gives different filters different words", () => {
  const filter: fc.Arbitrary<DatasetFilter> = fc.oneof(sft, dpo);
  fc.assert(
    fc.property(filter, filter, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(filterInWords(one)).not.toBe(filterInWords(other));
    }),
  );
});

it("reads as a sentence", () => {
  expect(filterInWords(sftFilter.parse({ kind: "sft" }))).toBe(
    "Reasoning paths with the verdict correct. Problems of the test split are left out.",
  );
  expect(filterInWords(sftFilter.parse({ kind: "sft", model: "", pathKind: "pot", perProblem: 1 }))).toBe(
    "Program (PoT) paths with the verdict correct, written by people, at most 1 path a problem. Problems of the test split are left out.",
  );
  expect(filterInWords(dpoFilter.parse({ kind: "dpo", subdomain: "Calculus", rejectedWrong: true }))).toBe(
    "Preference pairs chosen by people, the chosen path correct, the rejected path not correct, the two paths different in text, in the sub-domain “Calculus”. Problems of the test split are left out.",
  );
});
