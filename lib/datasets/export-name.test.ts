import fc from "fast-check";
import { expect, test } from "vitest";
import { exportName } from "./export-name.ts";

test("whatever a dataset is called, its file name is plain ASCII that needs no quoting", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 99 }), (dataset, number) => {
      expect(exportName("gsm8k", { dataset, number }, "trl-dpo")).toMatch(
        /^gsm8k-[A-Za-z0-9-]+-v\d+\.trl-dpo\.jsonl$/,
      );
    }),
  );
});

test("project, dataset, version and format can be read off", () => {
  expect(exportName("gsm8k", { dataset: "Déjà vu, judged", number: 3 }, "lemma")).toBe(
    "gsm8k-Deja-vu-judged-v3.lemma.jsonl",
  );
});
