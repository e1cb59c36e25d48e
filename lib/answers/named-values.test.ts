import fc from "fast-check";
import { expect, test } from "vitest";
import { readLeaf } from "./leaf.ts";
import { byName, haveSameNames, inOrderOfNames, type NamedValues } from "./named-values.ts";
import { newSteps } from "./steps.ts";

const named = (text: string): NamedValues => {
  const found = byName(text.split(", ").map((part) => readLeaf(part, newSteps())));
  if (!found) throw new Error(`not all of ${text} have names`);
  return found;
};
const ordered = (text: string) => {
  const { items, coordinates, asWritten } = inOrderOfNames(named(text));
  return [items.map((item) => item.text).join(), coordinates, asWritten];
};

test("values come in the order of their names, whatever the order in which they stand", () => {
  const names = fc.constantFrom(
    ["x", "y", "z"],
    ["a", "b", "c"],
    ["x_1", "x_2", "x_3"],
    ["x_9", "x_10", "x_11"],
  );
  fc.assert(
    fc.property(names, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (letters, order) => {
      const [values, coordinates] = ordered(order.map((at) => `${letters[at]} = ${at}`).join(", "));
      expect([values, coordinates]).toEqual(["0,1,2", true]);
    }),
  );
});

test("other names are those of no coordinates, and may stand in their order or not", () => {
  expect(ordered("h = 1, r = 2")).toEqual(["1,2", false, true]);
  expect(ordered("r = 2, h = 1")).toEqual(["1,2", false, false]);
  expect(ordered("k = 2, h = 1")).toEqual(["1,2", true, false]);
  expect(ordered("width = 2, length = 1")).toEqual(["1,2", false, false]);
});

test("only elements that all have names of their own are named values", () => {
  const leaves = (text: string) => text.split(", ").map((part) => readLeaf(part, newSteps()));
  expect(byName(leaves("x = 1, x = 2"))).toBeNull();
  expect(byName(leaves("x = 1, 2"))).toBeNull();
  expect(byName(leaves("x = 1"))).toBeNull();
  expect(haveSameNames(named("x = 1, y = 2"), named("y = 3, x = 4"))).toBe(true);
  expect(haveSameNames(named("x = 1, y = 2"), named("x = 3, z = 4"))).toBe(false);
});
