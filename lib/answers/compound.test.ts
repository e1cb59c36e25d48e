import fc from "fast-check";
import { expect, test } from "vitest";
import { readCompound } from "./compound.ts";
import { newSteps } from "./steps.ts";

const read = (text: string) => readCompound(text, newSteps());

test("hours, minutes and seconds come to their number of seconds", () => {
  const links = fc.constantFrom(" ", ", ", " and ", ", and ");
  const names = fc.constantFrom(["hours", "minutes", "seconds"], ["hr", "min", "sec"], ["h", "min", "s"]);
  fc.assert(
    fc.property(fc.nat(99), fc.nat(59), fc.nat(59), links, names, (h, m, s, link, [a, b, c]) => {
      const text = `${h} ${a}${link}${m} ${b}${link}${s} ${c}`;
      expect(read(text)?.total, text).toEqual({ n: BigInt(h * 3600 + m * 60 + s), d: 1n });
      expect(read(text)?.unit).toBe(c);
    }),
  );
});

test("feet and inches, money, and decimals of the smallest unit", () => {
  expect(read("5 feet 6 inches")).toMatchObject({ total: { n: 66n, d: 1n }, unit: "inches" });
  expect(read("3 dollars and 50 cents")?.total).toEqual({ n: 350n, d: 1n });
  expect(read("1 min 2.5 s")?.total).toEqual({ n: 125n, d: 2n });
  expect(read("30degrees 15'")?.total).toEqual({ n: 121n, d: 4n });
  expect(read("30 degrees 15' 36''")?.total).toEqual({ n: 1513n, d: 50n });
  expect(read("2 m 30 cm")?.total).toEqual({ n: 230n, d: 1n });
});

test("what may be a list of amounts is none", () => {
  for (const text of [
    "2 m and 30 cm",
    "1 hour, 90 minutes",
    "1 hour and 2 hours",
    "30 minutes 1 hour",
    "5 apples 3 pears",
    "5 feet",
    "",
    "1 hour 5 cm",
    "5",
    "1 hour 30",
    "30 degrees 75'",
  ]) {
    expect(read(text), text).toBeNull();
  }
});
