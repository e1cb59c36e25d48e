import fc from "fast-check";
import { expect, test } from "vitest";
import {
  call,
  constant,
  fraction,
  integerOf,
  negativeOf,
  powerOf,
  productOf,
  quotientOf,
  sumOf,
} from "./expression-build.ts";

const x = { kind: "variable", name: "x" } as const;

test("fractions are in lowest terms with the sign above, and none is over zero", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: -99n, max: 99n }), (n, d) => {
      const found = fraction(n, d);
      if (d === 0n || found?.kind !== "number") {
        expect([d, found]).toEqual([0n, null]);
        return;
      }
      expect(BigInt(found.n) * d).toBe(n * BigInt(found.d));
      expect(BigInt(found.d)).toBeGreaterThan(0n);
      expect(found).toEqual(fraction(3n * n, 3n * d));
    }),
  );
});

test("minus twice is nothing, for numbers without a product", () => {
  fc.assert(
    fc.property(fc.integer(), (n) => {
      expect(negativeOf(negativeOf(integerOf(n)))).toEqual(integerOf(n));
      expect(negativeOf(integerOf(n))).toEqual(integerOf(n === 0 ? 0 : -n));
    }),
  );
  expect(negativeOf(x)).toEqual(productOf([integerOf(-1), x]));
});

test("sums of sums and products of products are flat, and one part is itself", () => {
  expect(sumOf([x, sumOf([x, integerOf(1)])])).toEqual({ kind: "sum", terms: [x, x, integerOf(1)] });
  expect(productOf([productOf([x, x]), x])).toEqual({ kind: "product", factors: [x, x, x] });
  expect([sumOf([x]), productOf([x])]).toEqual([x, x]);
});

test("a quotient of whole numbers is a number, any other a product with a power", () => {
  expect(quotientOf(integerOf(6), integerOf(-4))).toEqual({ kind: "number", n: "-3", d: "2" });
  expect(quotientOf(x, integerOf(2))).toEqual(productOf([x, powerOf(integerOf(2), integerOf(-1))]));
  expect(quotientOf(integerOf(1), integerOf(0))).toEqual(
    productOf([integerOf(1), powerOf(integerOf(0), integerOf(-1))]),
  );
  expect(call("log", x, constant("e"))).toEqual({ kind: "call", name: "log", of: [x, constant("e")] });
});
