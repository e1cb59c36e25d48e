import fc from "fast-check";
import { expect, test } from "vitest";
import { compareClockTimes, readClockTimes } from "./clock.ts";

const minute = fc.record({ h: fc.nat(23), m: fc.nat(59) });
const two = (n: number): string => String(n).padStart(2, "0");

test("a time has its seconds, on the clock of twelve and of twenty-four hours", () => {
  fc.assert(
    fc.property(minute, fc.constantFrom(" PM", "pm", " p.m.", " p.m", "P.M."), ({ h, m }, after) => {
      const half = h < 12 ? after.replace(/p/i, (p) => (p === "p" ? "a" : "A")) : after;
      const seconds = h * 3600 + m * 60;
      expect(readClockTimes(`${h % 12 || 12}:${two(m)}${half}`)).toEqual([seconds]);
      expect(readClockTimes(`${two(h)}:${two(m)}:00`)).toContain(seconds);
      expect(readClockTimes(`${two(h)}:${two(m)}`)).toContain(seconds);
      expect(readClockTimes(`${h % 12 || 12}:${two(m)}`)).toEqual(
        [seconds, (seconds + 43_200) % 86_400].sort((a, b) => a - b),
      );
    }),
  );
  expect(readClockTimes("3 PM")).toEqual([54_000]);
  expect(readClockTimes("noon")).toEqual([43_200]);
  expect(readClockTimes("12 AM")).toEqual(readClockTimes("midnight"));
});

test("numbers, ratios with large terms and other words are no times", () => {
  for (const text of [
    "3",
    "3 hours",
    "3:75",
    "25:00",
    "13:00 PM",
    "0:30 am",
    "1:2",
    "3:1",
    "",
    "pm",
    "3:30:70",
    "am 5",
  ]) {
    expect(readClockTimes(text), text).toEqual([]);
  }
});

test("a time without a.m. or p.m. may be either", () => {
  const compare = (a: string, b: string) => compareClockTimes(readClockTimes(a), readClockTimes(b));
  expect(compare("3:30 PM", "15:30")).toBe("equal");
  expect(compare("3:30", "3:30 p.m.")).toBe("unclear");
  expect(compare("3:30 p.m.", "3:30")).toBe("unclear");
  expect(compare("3:30", "3:30")).toBe("equal");
  expect(compare("3:30 AM", "3:30 PM")).toBe("different");
  expect(compare("3:30", "4:30 PM")).toBe("different");
});
