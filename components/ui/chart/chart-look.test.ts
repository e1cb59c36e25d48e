import { expect, test } from "vitest";
import { plainNumber, seriesLook } from "./chart-look.ts";

test("no two of five series look alike without their colour", () => {
  const dashes = [0, 1, 2, 3, 4].map((at) => seriesLook(at).dash);
  expect(new Set(dashes).size).toBe(5);
});

test("a sixth series begins again", () => {
  expect(seriesLook(5)).toEqual(seriesLook(0));
});

test("numbers have separators and at most three digits after the point", () => {
  expect([1234567, 0.12345, 2].map(plainNumber)).toEqual(["1,234,567", "0.123", "2"]);
});
