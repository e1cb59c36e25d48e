import fc from "fast-check";
import { expect, test } from "vitest";
import { splitName, topLevelEquals } from "./names.ts";

test("a name in front of a value comes off", () => {
  const name = fc.constantFrom(
    "x",
    "k",
    "x_1",
    "f(x)",
    "f'(x)",
    "\\theta",
    "AB",
    "Area",
    "total",
    "\\angle ABC",
  );
  const value = fc.constantFrom("3", "-\\frac{1}{2}", "2x+1", "[1,2]", "\\sqrt{5}");
  fc.assert(
    fc.property(name, value, fc.constantFrom("=", " = "), (left, right, sign) => {
      expect(splitName(`${left}${sign}${right}`)).toEqual({ name: left.replaceAll(" ", ""), value: right });
    }),
  );
});

test("what has no equals sign has no name", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-z+*/() <>-]{0,30}$/), (text) => {
      expect(splitName(text)).toEqual({ name: null, value: text });
    }),
  );
});

test("a chain of equals signs leads to its end", () => {
  expect(splitName("x = 2 + 3 = 5")).toEqual({ name: "x", value: "5" });
  expect(splitName("48/2 = 24")).toEqual({ name: null, value: "24" });
});

test("an element of a set, and a tuple of names, are names", () => {
  expect(splitName("x \\in [-2,7]")).toEqual({ name: "x", value: "[-2,7]" });
  expect(splitName("x\\in(1,2)")).toEqual({ name: "x", value: "(1,2)" });
  expect(splitName("\\vec{v} = (1, 2)")).toEqual({ name: "\\vec{v}", value: "(1, 2)" });
  expect(splitName("(x, y) = (1, 2)")).toEqual({ name: "(x,y)", value: "(1, 2)" });
  expect(splitName("3 = x")).toEqual({ name: "x", value: "3" });
});

test("equations between expressions stay whole", () => {
  for (const text of ["x + y = 5", "x^2 + y^2 = 13", "xy = 6", "16 = x^2", "4x-5y=-50"]) {
    expect(splitName(text), text).toEqual({ name: null, value: text });
  }
});

test("equals signs in brackets and in comparisons are not at top level", () => {
  expect(topLevelEquals("a<=b")).toEqual([]);
  expect(topLevelEquals("a>=b==c")).toEqual([]);
  expect(topLevelEquals("f(x=1)=2")).toEqual([6]);
});
