import { expect, test } from "vitest";
import { dollars } from "./dollars.ts";

test("money has cents, and more digits only where it is small", () => {
  expect(dollars(0)).toBe("$0.00");
  expect(dollars(0.000_01)).toBe("<$0.0001");
  expect(dollars(0.00123)).toBe("$0.0012");
  expect(dollars(0.5)).toBe("$0.50");
  expect(dollars(1234.567)).toBe("$1,234.57");
});
