import fc from "fast-check";
import { expect, test } from "vitest";
import { rounding } from "./arithmetic-rounding.ts";
import { approximate, exact } from "./value.ts";

const part = (n: number, d: number) => exact({ n: BigInt(n), d: BigInt(d) });
const decimal = (text: string) => ({
  n: BigInt(text.replace(".", "")),
  d: 10n ** BigInt(text.split(".")[1]?.length ?? 0),
});

test("what toFixed writes is a correct rounding, and two units off it is not even cut off", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: 1, max: 999 }),
      fc.nat(6),
      (n, d, digits) => {
        const written = (n / d).toFixed(digits);
        expect(rounding(part(n, d), decimal(written), digits)).toBe("rounded");
        const off = { n: decimal(written).n + 2n, d: decimal(written).d };
        expect(rounding(part(n, d), off, digits)).toBe("far");
      },
    ),
  );
});

test("a tie may be rounded either way, a cut is told from a mistake, and zeros at the end may be rounding too", () => {
  expect(rounding(part(5, 4), decimal("1.2"), 1)).toBe("rounded");
  expect(rounding(part(5, 4), decimal("1.3"), 1)).toBe("rounded");
  expect(rounding(part(20, 3), decimal("6.66"), 2)).toBe("cut");
  expect(rounding(part(20, 3), decimal("6.65"), 2)).toBe("far");
  expect(rounding(part(3702, 1), decimal("3700"), -2)).toBe("rounded");
  expect(rounding(part(3702, 1), decimal("3800"), -2)).toBe("cut");
  expect(rounding(part(1, 1), decimal("1"), 1000)).toBe("far");
});

test("a value known only as a double is rounded alike", () => {
  const root = approximate(Math.SQRT2, 1e-15);
  expect(root && rounding(root, decimal("1.41"), 2)).toBe("rounded");
  expect(root && rounding(root, decimal("1.42"), 2)).toBe("cut");
  expect(root && rounding(root, decimal("1.43"), 2)).toBe("far");
});
