import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { relativeTimeText } from "./relative-time-text.ts";

const second = 1000;
const day = 86_400 * second;

describe("relativeTimeText", () => {
  test.each([
    [0, "just now"],
    [-59 * second, "just now"],
    [59 * second, "just now"],
    [-60 * second, "1 minute ago"],
    [-3599 * second, "59 minutes ago"],
    [-2 * 3600 * second, "2 hours ago"],
    [-day, "yesterday"],
    [2 * day, "in 2 days"],
    [-8 * day, "last week"],
    [-400 * day, "last year"],
  ])("%d milliseconds from now is %j", (offset, text) => {
    expect(relativeTimeText(1_700_000_000_000 + offset, 1_700_000_000_000)).toBe(text);
  });

  test("only the distance counts, not the day it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e11, max: 9e11 }), fc.integer({ min: 0, max: 4e12 }), (offset, now) => {
        expect(relativeTimeText(now + offset, now)).toBe(relativeTimeText(offset, 0));
      }),
    );
  });
});
