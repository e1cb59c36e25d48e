import fc from "fast-check";
import { expect, test } from "vitest";
import { spellLatex } from "./latex.ts";
import { newSteps } from "./steps.ts";
import { countDifferentThings, splitUnit } from "./units.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const split = (text: string) => splitUnit(spellLatex(text, newSteps()));

test("a unit in text comes off any number", () => {
  const number = fc.constantFrom("5", "0.25", "\\frac{1}{2}", "99\\pi", "3\\sqrt{2}", "1,\\!200", "(3+4)");
  const unit = fc.constantFrom("cm", "apples", "square inches", "miles per hour", "meals", "a.m.");
  const wrapper = fc.constantFrom("\\text", "\\mbox", "\\mathrm", "\\textbf");
  const gap = fc.constantFrom("", " ", "\\,", "\\; ");
  fc.assert(
    fc.property(number, unit, wrapper, gap, (n, words, command, space) => {
      const found = split(`${n}${space}${command}{ ${words}}`);
      expect(found?.core).toBe(spellLatex(n, newSteps()));
      expect(found?.unit).toBe(words);
    }),
  );
});

test("plain words come off where they can't be variables", () => {
  expect(split("18 apples")).toEqual({ core: "18", unit: "apples" });
  expect(split("5 cm^2")).toEqual({ core: "5", unit: "cm^2" });
  expect(split("10 m/s^2")).toEqual({ core: "10", unit: "m/s^2" });
  expect(split("5cm")).toEqual({ core: "5", unit: "cm" });
  expect(split("25\\pi square units")).toEqual({ core: "25\\pi", unit: "square units" });
  expect(split("50% of the students")).toEqual({ core: "50%", unit: "of the students" });
  expect(split("1:03 PM")).toEqual({ core: "1:03", unit: "PM" });
  expect(split("864 \\mbox{ inches}^2")).toEqual({ core: "864", unit: "inches^2" });
});

test("variables, functions and linked values are no units", () => {
  for (const text of [
    "4t",
    "2xy",
    "5 m",
    "x+1",
    "3\\mathrm{i}",
    "2\\text{a}",
    "2 abc",
    "5\\text{ or more}",
    "Sunday",
    "\\text{odd}",
    "5 or x",
    "2\\sin x",
    "5 if even",
    "180 degrees - x",
  ]) {
    expect(split(text), text).toBeNull();
  }
});

test("any string is split without an exception into parts that it holds", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: character }),
      fc.stringMatching(/^[0-9]{1,3}[a-z .^2]{0,20}$/),
      (any, likely) => {
        for (const text of [any, likely]) {
          const found = splitUnit(text);
          if (found) expect(text.startsWith(found.core)).toBe(true);
        }
      },
    ),
  );
});

test("things are different only if both are named and their names have nothing in common", () => {
  expect(countDifferentThings("apples", "oranges")).toBe(true);
  expect(countDifferentThings("Apple", "red apples")).toBe(false);
  expect(countDifferentThings("apples", null)).toBe(false);
  expect(countDifferentThings("apples", "units")).toBe(false);
  expect(countDifferentThings("of the", "per")).toBe(false);
});
