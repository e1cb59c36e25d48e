import { expect, test } from "vitest";
import { alphaReading, figureWords, numberText, secondsText } from "./figure-words.ts";

const defined = (value: number, low: number | null = null, high: number | null = null) =>
  ({ kind: "defined", value, low, high }) as const;

test("a share is per cent, a coefficient has three decimals and may be below zero", () => {
  expect(numberText("share", 0.8123)).toBe("81.2 %");
  expect(numberText("coefficient", -0.05)).toBe("−0.050");
});

test("a figure comes with its interval, where that is known", () => {
  expect(figureWords(defined(0.5, 0.25, 0.75), "share")).toEqual({
    value: "50.0 %",
    interval: "25.0 % to 75.0 %",
    why: null,
  });
  expect(figureWords(defined(0.5), "coefficient").interval).toBeNull();
});

test("where there is no figure, its reason stands instead", () => {
  expect(figureWords({ kind: "undefined", why: "No unit has two answers yet." }, "coefficient")).toEqual({
    value: "undefined",
    interval: null,
    why: "No unit has two answers yet.",
  });
});

test("alpha is read by the customary thresholds", () => {
  expect(alphaReading(defined(0.8))).toBe("reliable");
  expect(alphaReading(defined(0.7))).toBe("for tentative conclusions");
  expect(alphaReading(defined(0.2))).toBe("not reliable");
  expect(alphaReading({ kind: "undefined", why: "" })).toBeNull();
});

test("seconds turn into minutes at sixty, also where rounding gets them there", () => {
  expect(secondsText(9.6)).toBe("10 s");
  expect(secondsText(61)).toBe("1 min 1 s");
  expect(secondsText(119.7)).toBe("2 min 0 s");
});
