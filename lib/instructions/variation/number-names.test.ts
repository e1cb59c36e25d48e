import { expect, test } from "vitest";
import { nameReason } from "./number-names.ts";

const plain = {
  value: 12,
  written: "digits" as const,
  decimals: 0,
  separator: "",
  percent: false,
  money: false,
  math: false,
  role: "plain" as const,
};

test.each([
  ["in Room ", " of the house", plain, "a name"],
  ["on May ", ", he", plain, "a date"],
  ["at ", " pm", plain, "a time"],
  ["the ", "th of", plain, "an ordinal"],
  ["with ", " inches in a foot", plain, "a matter of units"],
  ["a ", "-digit number", plain, "a kind of thing"],
  ["about ", " million", plain, "part of a number in words"],
  ["born in ", ", she", { ...plain, value: 1987 }, "a year"],
  ["the ", " of them", { ...plain, written: "word" as const }, "said of what is known"],
  ["$a_", " = 5$", { ...plain, value: 1, math: true, role: "subscript" as const }, "an index"],
])("between %j and %j is a name", (before, after, number, reason) => {
  expect(nameReason(number, { before, after })).toBe(reason);
});

test.each([
  ["has ", " apples", plain],
  ["paid $", " in May", { ...plain, value: 1987, money: true }],
  ["all ", " hours", plain],
  ["with ", " people", { ...plain, value: 2000 }],
  ["$x^", "$", { ...plain, math: true, role: "exponent" as const }],
])("between %j and %j is a quantity", (before, after, number) => {
  expect(nameReason(number, { before, after })).toBeNull();
});
