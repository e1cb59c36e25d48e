import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addBalls,
  type Ball,
  ball,
  highest,
  invertBall,
  isExact,
  lowest,
  multiplyBalls,
  negateBall,
  point,
  realBall,
  sizeOf,
  surelyDiffer,
} from "./ball.ts";

/** Exact fractions, to compare with. */
type Exact = { n: bigint; d: bigint };
const exact = (n: bigint, d: bigint): Exact => ({ n, d });

function ofDouble(value: number): Exact {
  let d = 1n;
  let rest = value;
  while (!Number.isInteger(rest)) {
    rest *= 2;
    d *= 2n;
  }
  return exact(BigInt(rest), d);
}

const apart = (a: Exact, b: Exact): number => {
  const n = a.n * b.d - b.n * a.d;
  const d = a.d * b.d;
  return Number(((n < 0n ? -n : n) * 10n ** 40n) / (d < 0n ? -d : d)) / 1e40;
};

const share = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 999 }))
  .map(([n, d]): { value: Exact; near: Ball } => {
    const near = realBall(n / d, 2 ** -51 * Math.abs(n / d));
    return { value: exact(BigInt(n), BigInt(d)), near: near ?? point(0) };
  });

function applied(sign: string, a: Ball, b: Ball): Ball | null {
  if (sign === "+") return addBalls(a, b);
  if (sign === "-") return addBalls(a, negateBall(b));
  const by = sign === "*" ? b : invertBall(b);
  return by && multiplyBalls(a, by);
}

test("a ball holds the true value of any chain of sums, products and quotients", () => {
  const operation = fc.tuple(fc.constantFrom("+", "*", "/", "-"), share);
  fc.assert(
    fc.property(share, fc.array(operation, { maxLength: 8 }), (start, operations) => {
      let { value } = start;
      let near: Ball = start.near;
      for (const [sign, { value: other, near: by }] of operations) {
        const next = applied(sign, near, by);
        if (sign === "+") value = exact(value.n * other.d + other.n * value.d, value.d * other.d);
        if (sign === "-") value = exact(value.n * other.d - other.n * value.d, value.d * other.d);
        if (sign === "*") value = exact(value.n * other.n, value.d * other.d);
        if (sign === "/") value = exact(value.n * other.d, value.d * other.n);
        if (next === null || value.d === 0n) {
          expect(sign).toBe("/");
          return;
        }
        near = next;
        expect(apart(ofDouble(near.re), value)).toBeLessThanOrEqual(near.error);
      }
    }),
    { numRuns: 2000 },
  );
});

test("complex products hold the true value", () => {
  const whole = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
  fc.assert(
    fc.property(whole, whole, whole, whole, (a, b, c, d) => {
      const product = multiplyBalls(
        { re: a, im: b, error: 0, real: false },
        { re: c, im: d, error: 0, real: false },
      );
      const [re, im] = [
        BigInt(a) * BigInt(c) - BigInt(b) * BigInt(d),
        BigInt(a) * BigInt(d) + BigInt(b) * BigInt(c),
      ];
      const gap = Math.hypot(Number(BigInt(product?.re ?? 0) - re), Number(BigInt(product?.im ?? 0) - im));
      expect(gap).toBeLessThanOrEqual(product?.error ?? -1);
    }),
  );
});

test("one over what may be zero has no value, and neither has what no double can hold", () => {
  expect(invertBall({ re: 1e-3, im: 0, error: 2e-3, real: true })).toBeNull();
  expect(invertBall(point(0))).toBeNull();
  expect(multiplyBalls(point(1e300), point(1e300))).toBeNull();
  expect(ball(Number.NaN, 0, 0, false)).toBeNull();
});

test("balls that overlap don't surely differ, and those that don't, do", () => {
  const near = (value: number, error: number): Ball => ({ re: value, im: 0, error, real: true });
  expect(surelyDiffer(near(1, 0.5), near(1.9, 0.5))).toBe(false);
  expect(surelyDiffer(near(1, 0.5), near(2.1, 0.5))).toBe(true);
  expect(surelyDiffer(point(3), { re: 3, im: 1, error: 0, real: false })).toBe(true);
  expect([lowest(near(1, 0.5)), highest(near(1, 0.5))].map((edge) => edge.toFixed(6))).toEqual([
    "0.500000",
    "1.500000",
  ]);
});

test("small whole numbers stay exact", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }), (a, b) => {
      const [sum, product] = [addBalls(point(a), point(b)), multiplyBalls(point(a), point(b))];
      expect(sum && product && isExact(sum) && isExact(product)).toBe(true);
      expect(sum && sizeOf(sum)).toBe(Math.abs(a + b));
    }),
  );
});
