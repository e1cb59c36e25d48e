import fc from "fast-check";
import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes.ts";

test("any number of bytes is shown with at most three digits before the unit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9e14 }), (bytes) => {
      expect(formatBytes(bytes)).toMatch(/^\d{1,3}(\.\d)? (B|kB|MB|GB|TB)$/);
    }),
  );
});

test("units are decimal", () => {
  expect(formatBytes(999)).toBe("999 B");
  expect(formatBytes(1_234)).toBe("1.2 kB");
  expect(formatBytes(999_999)).toBe("1.0 MB");
  expect(formatBytes(2_000_000_000)).toBe("2.0 GB");
});
