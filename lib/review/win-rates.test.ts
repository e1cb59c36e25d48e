import { expect, test } from "vitest";
import { winRates } from "./win-rates.ts";

test("a tie is half a win, whichever side the models stood on", () => {
  const { rates, strengths } = winRates([
    { first: "b", second: "a", outcome: "first", count: 6 },
    { first: "a", second: "b", outcome: "second", count: 2 },
    { first: "a", second: "b", outcome: "first", count: 3 },
    { first: "a", second: "b", outcome: "tie", count: 4 },
    { first: "a", second: "a", outcome: "first", count: 9 },
    { first: "c", second: "a", outcome: "tie", count: 1 },
  ]);
  expect(rates).toHaveLength(2);
  expect(rates[0]).toMatchObject({ model: "b", against: "a", wins: 8, ties: 4, losses: 3 });
  const rate = rates[0]?.rate;
  expect(rate?.kind === "defined" && rate.value).toBeCloseTo(10 / 15, 10);
  // Wilson's interval of 10 of 15.
  expect(rate).toMatchObject({ low: expect.closeTo(0.4171, 4), high: expect.closeTo(0.8482, 4) });
  expect(strengths[0]?.model).toBe("b");
});

test("without judgements there are none", () => {
  expect(winRates([])).toEqual({ rates: [], strengths: [] });
});
