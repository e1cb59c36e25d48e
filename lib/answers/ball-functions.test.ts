import fc from "fast-check";
import { expect, test } from "vitest";
import { addBalls, type Ball, multiplyBalls, negateBall, point, realBall, surelyDiffer } from "./ball.ts";
import {
  absBall,
  arccosBall,
  arcsinBall,
  arctanBall,
  binomialBall,
  ceilBall,
  cosBall,
  coshBall,
  cotBall,
  cscBall,
  expBall,
  factorialBall,
  floorBall,
  I,
  lnBall,
  PI,
  powerBall,
  rootBall,
  secBall,
  sinBall,
  sinhBall,
  tanBall,
  tanhBall,
} from "./ball-functions.ts";

/** Two ways to the same value must meet, and the bounds must stay useful, unless a pole may be near. */
function meet(a: Ball | null, b: Ball | null, within = 1e-9): void {
  if (!a || !b) return;
  expect(surelyDiffer(a, b), `${a.re}+${a.im}i ± ${a.error} and ${b.re}+${b.im}i ± ${b.error}`).toBe(false);
  expect(Math.max(a.error, b.error)).toBeLessThan(within * Math.max(1, Math.abs(a.re), Math.abs(a.im)));
}

const times = (a: Ball | null, b: Ball | null): Ball | null => a && b && multiplyBalls(a, b);
const plus = (a: Ball | null, b: Ball | null): Ball | null => a && b && addBalls(a, b);
const real = fc.double({ min: -20, max: 20, noNaN: true }).map(point);
const positive = fc.double({ min: 1e-3, max: 50, noNaN: true }).map(point);

test("logarithm and exponential undo each other", () => {
  fc.assert(
    fc.property(positive, (x) => {
      const ln = lnBall(x);
      meet(ln && expBall(ln), x);
    }),
  );
  expect(lnBall(point(-1))).toBeNull();
  expect(lnBall({ re: 1e-9, im: 0, error: 1e-8, real: true })).toBeNull();
});

test("a power is an exponential, a root a power, and whole powers are products", () => {
  fc.assert(
    fc.property(
      positive,
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.integer({ min: 2, max: 7 }),
      (x, y, n) => {
        const ln = lnBall(x);
        const exponent = ln && multiplyBalls(ln, point(y));
        meet(powerBall(x, point(y), false), exponent && expBall(exponent));
        const root = rootBall(x, n, false);
        meet(root && powerBall(root, point(n), false), x);
        meet(powerBall(negateBall(x), point(3), false), times(negateBall(x), times(x, x)));
      },
    ),
  );
  expect(powerBall(point(0), point(0), true)).toBeNull();
  expect(powerBall(point(-2), point(0.3), true)).toBeNull();
});

test("roots of negative numbers: real ones of odd degree, i times a root where numbers are complex", () => {
  meet(rootBall(point(-8), 3, false), point(-2));
  expect(rootBall(point(-4), 2, false)).toBeNull();
  meet(rootBall(point(-4), 2, true), times(point(2), I));
  fc.assert(
    fc.property(real, real, (re, im) => {
      const z = plus(re, times(im, I));
      const root = z && rootBall(z, 2, true);
      if (root) {
        expect(surelyDiffer(multiplyBalls(root, root) ?? point(1e300), z)).toBe(false);
        expect(root.re).toBeGreaterThanOrEqual(-root.error);
      }
    }),
  );
});

test("the functions of angles keep their identities", () => {
  fc.assert(
    fc.property(real, real, (x, y) => {
      const [s, c] = [sinBall(x), cosBall(x)];
      meet(plus(times(s, s), times(c, c)), point(1));
      const sum = addBalls(x, y);
      meet(sum && sinBall(sum), plus(times(s, cosBall(y)), times(c, sinBall(y))));
      meet(times(tanBall(x), c), s, Number.POSITIVE_INFINITY);
      meet(times(tanBall(x), cotBall(x)), tanBall(x) && cotBall(x) && point(1), Number.POSITIVE_INFINITY);
      meet(times(secBall(x), c), secBall(x) && point(1), Number.POSITIVE_INFINITY);
      meet(times(cscBall(x), s), cscBall(x) && point(1), Number.POSITIVE_INFINITY);
      const turn = expBall(multiplyBalls(x, I) ?? point(0));
      meet(turn, plus(c, times(I, s)));
    }),
  );
  meet(sinBall(PI), point(0));
});

test("the inverse functions of angles undo them", () => {
  fc.assert(
    fc.property(fc.double({ min: -0.99, max: 0.99, noNaN: true }).map(point), (x) => {
      const [sine, cosine, tangent] = [arcsinBall(x), arccosBall(x), arctanBall(x)];
      meet(sine && sinBall(sine), x);
      meet(cosine && cosBall(cosine), x);
      meet(tangent && tanBall(tangent), x);
    }),
  );
  expect(arcsinBall(point(1.5))).toBeNull();
  meet(times(arccosBall(point(0)), point(2)), PI);
});

test("hyperbolic functions keep their identity", () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }).map(point), (x) => {
      const [s, c] = [sinhBall(x), coshBall(x)];
      const square = times(s, s);
      meet(plus(times(c, c), square && negateBall(square)), point(1));
      meet(times(tanhBall(x), c), s);
    }),
  );
});

test("floors are known only where the ball holds no whole number's edge", () => {
  expect(floorBall(point(2.5))).toEqual(point(2));
  expect(ceilBall(point(-2.5))).toMatchObject({ re: -2, error: 0 });
  expect(floorBall(point(3))).toEqual(point(3));
  expect(floorBall(realBall(3, 1e-9) ?? point(0))).toBeNull();
  expect(floorBall(I)).toBeNull();
});

test("factorials and binomials of whole numbers", () => {
  meet(factorialBall(point(10)), point(3_628_800));
  meet(binomialBall(point(10), point(3)), point(120));
  expect(factorialBall(point(2.5))).toBeNull();
  expect(factorialBall(point(171))).toBeNull();
  expect(binomialBall(point(5), point(1.5))).toBeNull();
});

test("the size of a complex number is real", () => {
  const z = plus(point(3), times(point(4), I));
  meet(z && absBall(z), point(5));
  expect(absBall(point(-7))).toEqual(point(7));
});
