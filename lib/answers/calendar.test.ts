import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCalendarDays, readCalendarDays, readMonth } from "./calendar.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const day = fc
  .date({ min: new Date("1600-01-01"), max: new Date("2400-01-01"), noInvalidDate: true })
  .map((date) => ({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: null,
  }));

test("every day is read from every unambiguous way to write it", () => {
  fc.assert(
    fc.property(day, (date) => {
      const { year, month, day: d } = date;
      const name = MONTHS[month - 1] ?? "";
      const two = (n: number) => String(n).padStart(2, "0");
      for (const text of [
        `${name} ${d}, ${year}`,
        `${name} ${d} ${year}`,
        `${d} ${name} ${year}`,
        `${name.slice(0, 3)}. ${d}, ${year}`,
        `${d}th of ${name.toLowerCase()}, ${year}`,
        `${year}-${two(month)}-${two(d)} 00:00:00`,
        `${year}-${two(month)}-${two(d)}`,
        `${year}/${month}/${d}`,
        `${two(d)}.${two(month)}.${year}`,
      ]) {
        expect(readCalendarDays(text), text).toEqual([date]);
      }
      expect(readCalendarDays(`Tuesday, ${name} ${d}th, ${year}`)).toEqual([{ ...date, weekday: 1 }]);
      expect(readCalendarDays(`${name} ${d}`)).toEqual([{ ...date, year: null }]);
      expect(readCalendarDays(`the ${d} of ${name}`)).toEqual([{ ...date, year: null }]);
    }),
  );
});

test("two numbers up to twelve may be month and day in either order", () => {
  expect(readCalendarDays("03/05/2024")).toHaveLength(2);
  expect(readCalendarDays("13/05/2024")).toEqual([{ year: 2024, month: 5, day: 13, weekday: null }]);
  expect(readCalendarDays("05/05/2024")).toHaveLength(1);
});

test("no other text is a day", () => {
  for (const text of [
    "",
    "May",
    "March 32",
    "31 April 2024",
    "29 February 2023",
    "2024-13-01",
    "Marching 5",
    "max 5",
    "5 ma 2024",
    "1/2/3",
    "12 men",
  ]) {
    expect(readCalendarDays(text), text).toEqual([]);
  }
});

test("comparing days is symmetric, and sure only where both name one day", () => {
  const compare = (a: string, b: string) => compareCalendarDays(readCalendarDays(a), readCalendarDays(b));
  fc.assert(
    fc.property(day, day, (a, b) => {
      const same = a.year === b.year && a.month === b.month && a.day === b.day;
      expect(compareCalendarDays([a], [b])).toBe(same ? "equal" : "different");
    }),
  );
  expect(compare("03/05/2024", "March 5, 2024")).toBe("unclear");
  expect(compare("March 5, 2024", "03/05/2024")).toBe("unclear");
  expect(compare("03/06/2024", "March 5, 2024")).toBe("different");
  expect(compare("March 5", "March 5, 2024")).toBe("unclear");
  expect(compare("March 5", "5 March")).toBe("equal");
  expect(compare("Friday, March 13", "Saturday, March 13")).toBe("different");
  expect(compare("Friday, March 13", "Fri., 13 March")).toBe("equal");
  expect(compare("Friday, March 13", "March 13")).toBe("equal");
  expect(compare("March 6", "March 5, 2024")).toBe("different");
});

test("a month alone is read by its name", () => {
  expect(["March", "sept", "DEC", "May"].map(readMonth)).toEqual([3, 9, 12, 5]);
  expect(["", "marching", "ma", "March 5"].map(readMonth)).toEqual([null, null, null, null]);
});
