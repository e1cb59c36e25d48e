import fc from "fast-check";
import { expect, test } from "vitest";
import { fraction } from "./expression-build.ts";
import { Cursor } from "./expression-cursor.ts";
import { numberExpression } from "./expression-number.ts";
import { tokeniseExpression } from "./expression-tokens.ts";
import { newSteps } from "./steps.ts";

function read(text: string, limit = Number.POSITIVE_INFINITY): string | null {
  const cursor = new Cursor(tokeniseExpression(text, newSteps()) ?? []);
  const token = cursor.next();
  if (token?.kind !== "number") throw new Error(`${text} begins with no number`);
  cursor.skip();
  const found = numberExpression(token, cursor, newSteps(limit));
  return found?.kind === "number" ? `${found.n}/${found.d}${cursor.done ? "" : "…"}` : null;
}

test("a decimal is the fraction that it writes", () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(999), (whole, part) => {
      const digits = String(part).padStart(3, "0");
      const written = fraction(BigInt(whole) * 1000n + BigInt(part), 1000n);
      expect(written?.kind === "number" && `${written.n}/${written.d}`).toBe(read(`${whole}.${digits}`));
    }),
  );
  expect(read("0.250")).toBe("1/4");
  expect(read("0.1\\overline{6}")).toBe("1/6");
  expect(read("3e2")).toBe("300/1");
});

test("a mixed number takes its proper fraction, and no other", () => {
  expect(read("1 1/2")).toBe("3/2");
  expect(read("2\\frac{1}{3}")).toBe("7/3");
  expect(read("2\\frac{x}{3}")).toBe("2/1…");
  expect(read("2\\frac{4}{3}")).toBeNull();
  expect(read("2 3")).toBeNull();
});

test("numbers of very many digits are refused, and so is work past the steps", () => {
  expect(read("7".repeat(401))).toBeNull();
  expect(read("1e4000")).toBeNull();
  expect(read("1234", 3)).toBeNull();
});
