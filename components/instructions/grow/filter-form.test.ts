import { expect, test } from "vitest";
import { gates, thresholds } from "#lib/instructions/contract.ts";
import { filterForm, readFilter } from "./filter-form.ts";

const usual = filterForm(thresholds.parse({}), gates.parse({}));

test("the usual filter is read back as it was", () => {
  expect(readFilter(usual)).toEqual({
    value: { thresholds: thresholds.parse({}), gates: gates.parse({}) },
    errors: {},
  });
});

test("an empty threshold means that the measure doesn't count", () => {
  const form = { ...usual, thresholds: { ...usual.thresholds, "rouge-l": "", lcs: "0.8" } };
  expect(readFilter(form).value?.thresholds).toMatchObject({ "rouge-l": null, lcs: 0.8 });
});

test("what is out of its limits is named, and no filter comes of it", () => {
  const { value, errors } = readFilter({ ...usual, contamination: "", minWords: "-1" });
  expect(value).toBeNull();
  expect(Object.keys(errors)).toEqual(["minWords", "contamination"]);
  expect(readFilter({ ...usual, minWords: "50", maxWords: "40" }).errors.maxWords).toContain("50");
});
