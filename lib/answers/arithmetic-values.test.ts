import fc from "fast-check";
import { expect, test } from "vitest";
import { readings, showDigits, showLike, showValue } from "./arithmetic-values.ts";
import { newSteps } from "./steps.ts";
import { exact, PI } from "./value.ts";

const part = (n: bigint, d: bigint) => exact({ n, d });
const shown = (spelling: string) =>
  readings(spelling, newSteps()).map(({ value, percent }) => [showValue(value), percent]);

test("a short decimal is shown as it would be written", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.nat(6), (n, digits) => {
      const scale = 10n ** BigInt(digits);
      const shorn = Number((n / 10 ** digits).toFixed(digits));
      expect(Number(showValue(part(BigInt(n), scale)))).toBe(shorn);
    }),
  );
});

test("a value is shown exactly where that is short, else by its first digits", () => {
  expect(showValue(part(24n, 1n))).toBe("24");
  expect(showValue(part(-5n, 2n))).toBe("-2.5");
  expect(showValue(part(10n, 3n))).toBe("10/3");
  expect(showValue(part(22_600_001n, 99_989n))).toBe("226.02487…");
  expect(showValue(part(10n ** 300n, 1n))).toBe("1e300…");
  expect(showValue(part(10n ** 3000n, 1n))).toBe("a number too long to show");
  expect(showValue(PI)).toBe("3.1415927…");
  expect(showDigits(part(10n, 3n))).toBe("3.3333333…");
});

test("a percent sign is read both as a part of one and as the number that is written", () => {
  expect(shown("20%*50")).toEqual([
    ["10", "part"],
    ["1000", "written"],
  ]);
  expect(shown("50/20%")).toEqual([
    ["250", "part"],
    ["2.5", "written"],
  ]);
  expect(shown("2+3")).toEqual([["5", "none"]]);
});

test("what has no value, or is too long, has no reading", () => {
  expect(readings("1/0", newSteps())).toEqual([]);
  expect(readings("9^{9^{9^9}}", newSteps())).toEqual([]);
  expect(readings("1+".repeat(600), newSteps())).toEqual([]);
});

test("a value is shown in percent beside a percentage", () => {
  const steps = newSteps();
  expect(showLike(part(61n, 80n), "80%", true, steps)).toBe("76.25%");
  expect(showLike(part(1n, 1n), "50%", true, steps)).toBe("100%");
  expect(showLike(part(20n, 1n), "25%", false, steps)).toBe("20%");
  expect(showLike(part(6n, 11n), "50%", true, steps)).toBe("54.545455…%");
  expect(showLike(part(1n, 4n), "0.3", false, steps)).toBe("0.25");
});
