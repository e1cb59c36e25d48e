import { expect, test } from "vitest";
import { facetOptions } from "./facet-options.ts";

const facet = [{ value: "Algebra", count: 3 }];

test("a facet's values are options with their counts", () => {
  expect(facetOptions(facet, "Algebra")).toEqual([{ value: "Algebra", label: "Algebra", count: 3 }]);
  expect(facetOptions(undefined, null)).toEqual([]);
});

test("a value that only the URL knows is an option without a count", () => {
  expect(facetOptions(facet, "Gone")).toEqual([
    { value: "Algebra", label: "Algebra", count: 3 },
    { value: "Gone", label: "Gone" },
  ]);
});
