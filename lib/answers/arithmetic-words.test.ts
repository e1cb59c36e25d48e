import { expect, test } from "vitest";
import {
  convertible,
  doubtfulAfter,
  doubtfulBefore,
  isAttachedUnit,
  isKnownUnit,
  nameIn,
  namesFraction,
  namesThing,
  opensClause,
  scales,
  unitsDiffer,
} from "./arithmetic-words.ts";

test("words that work on the number after them, and labels, leave doubt about what the number is", () => {
  expect(["twice", "Step", "weeks", "than", "mod"].every(doubtfulBefore)).toBe(true);
  expect(["is", "because", "costs", "apples"].some(doubtfulBefore)).toBe(false);
  expect(["more", "remainder", "o'clock", "and"].every(doubtfulAfter)).toBe(true);
  expect(["apples", "in", "left"].some(doubtfulAfter)).toBe(false);
  expect(["half", "one-third", "percent"].every(namesFraction)).toBe(true);
  expect(namesFraction("packs")).toBe(false);
});

test("a clause opens after a conjunction, not after a noun", () => {
  expect(["so", "Because", "that"].every(opensClause)).toBe(true);
  expect(["digit", "of", "area"].some(opensClause)).toBe(false);
});

test("a name of a thing holds no verb, no owner and no proper name", () => {
  expect(namesThing(["green", "jelly", "beans"])).toBe(true);
  expect(namesThing(["days/week"])).toBe(true);
  expect(namesThing(["days", "Tom's", "cost"])).toBe(false);
  expect(namesThing(["apples", "he", "has"])).toBe(false);
  expect(namesThing(["/total"])).toBe(false);
  expect(namesThing(["hours", "Tom"])).toBe(false);
});

test("the name of what is counted ends where the sentence goes on", () => {
  expect(nameIn("total hot dogs in all")).toBe("hot dogs");
  expect(nameIn("left over")).toBe("");
  expect(nameIn("in all")).toBe("");
  expect(nameIn("eggs")).toBe("eggs");
});

test("units differ by what they measure and by size; names of things by having no word in common", () => {
  expect(unitsDiffer("hours", "minutes")).toBe(true);
  expect(unitsDiffer("pounds", "ounces")).toBe(true);
  expect(unitsDiffer("hours", "hour")).toBe(false);
  expect(unitsDiffer("cups of flour", "cups of sugar")).toBe(false);
  expect(unitsDiffer("packs", "pencils")).toBe(true);
  expect(unitsDiffer("duck eggs", "eggs")).toBe(false);
  expect(convertible("pounds", "ounces")).toBe(true);
  expect(convertible("miles/hour", "miles")).toBe(false);
  expect(convertible("packs", "pencils")).toBe(false);
  expect(convertible("apples", "apples")).toBe(false);
});

test("dozens, thousands, quarters count in units of their own; apples don't", () => {
  expect(["dozen", "dozen eggs", "thousand dollars", "half-dozens dozen"].every(scales)).toBe(true);
  expect(scales("apples")).toBe(false);
});

test("letters that touch a number are its unit only where they are known as one", () => {
  expect(["kg", "cm", "mph", "miles"].every(isAttachedUnit)).toBe(true);
  expect(["x", "m", "ab"].some(isAttachedUnit)).toBe(false);
  expect(isKnownUnit("ft")).toBe(true);
  expect(isKnownUnit("rh")).toBe(false);
});
