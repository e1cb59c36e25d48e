import { expect, test } from "vitest";
import { earningsSummary, perKept, teraflopsText, waysEach } from "./earnings-words.ts";
import { exampleEarning } from "./example-selections.ts";

test("the summary names who gives most ways, costs least, and gives what no other does", () => {
  const rows = [
    exampleEarning({ model: "big-33b", billions: 33, distinct: 90, unique: 10, flops: 33e14, kept: 60 }),
    exampleEarning({ model: "small-7b", distinct: 150, unique: 40, flops: 7e14, kept: 100 }),
    exampleEarning({ model: "unsized", billions: null, distinct: 100, unique: 55, flops: null }),
  ];
  expect(earningsSummary(rows)).toEqual({
    mostWays: { model: "small-7b", ways: 1.5 },
    cheapest: { model: "small-7b", flops: 7e12 },
    mostUnique: { model: "unsized", unique: 55 },
  });
});

test("a tie goes to the first by name, whatever the order of the rows", () => {
  const rows = [exampleEarning({ model: "b" }), exampleEarning({ model: "a" })];
  expect(earningsSummary(rows).mostWays?.model).toBe("a");
  expect(earningsSummary(rows.toReversed())).toEqual(earningsSummary(rows));
});

test("what isn't known, or divided by nothing, is no number", () => {
  expect(waysEach(exampleEarning({ problems: 0 }))).toBeNull();
  expect(perKept(5, { kept: 0 })).toBeNull();
  expect(perKept(null, { kept: 3 })).toBeNull();
  const nothing = exampleEarning({ problems: 0, kept: 0, unique: 0, distinct: 0 });
  expect(earningsSummary([nothing])).toEqual({ mostWays: null, cheapest: null, mostUnique: null });
});

test("operations are counted in units of ten to the twelve", () => {
  expect(teraflopsText(8.123e12)).toBe("8.12");
  expect(teraflopsText(1.2345e15)).toBe("1,230");
});
