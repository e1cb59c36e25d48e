import fc from "fast-check";
import { expect, test } from "vitest";
import { readUnit } from "./measures.ts";
import { divideRationals } from "./rational.ts";
import { newSteps } from "./steps.ts";

/** How many of the second are one of the first; null where they measure different things. */
function ratio(a: string, b: string): string | null {
  const [p, q] = [readUnit(a), readUnit(b)];
  if (!p || !q) throw new Error(`${p ? b : a} is no unit`);
  const found = p.dimension === q.dimension ? divideRationals(p.factor, q.factor, newSteps()) : null;
  return found && `${found.n}/${found.d}`;
}

test("a unit is the same in any form of its name", () => {
  const forms = fc.constantFrom(
    ["cm", "centimeters", "Centimetre", "cm."],
    ["cm^2", "square cm", "sq. cm", "cm2", "square centimeters"],
    ["mph", "miles per hour", "mile/hour", "mi/h"],
    ["m/s^2", "meters per second^2", "m / s^2"],
    ["degrees C", "degrees celsius", "Celsius"],
    ["ft^3", "cubic feet", "cu ft"],
  );
  fc.assert(
    fc.property(forms, fc.nat(), fc.nat(), (all, at, to) => {
      expect(ratio(all[at % all.length] ?? "", all[to % all.length] ?? "")).toBe("1/1");
    }),
  );
});

test("units have their exact sizes", () => {
  expect(ratio("inch", "cm")).toBe("127/50");
  expect(ratio("mile", "feet")).toBe("5280/1");
  expect(ratio("pound", "ounces")).toBe("16/1");
  expect(ratio("m^2", "cm^2")).toBe("10000/1");
  expect(ratio("liter", "cubic cm")).toBe("1000/1");
  expect(ratio("gallon", "in^3")).toBe("231/1");
  expect(ratio("km/h", "m/s")).toBe("5/18");
  expect(ratio("year", "months")).toBe("12/1");
  expect(ratio("dollars", "cents")).toBe("100/1");
});

test("what measures different things has no ratio", () => {
  for (const [a, b] of [
    ["cm", "cm^2"],
    ["m/s", "m/s^2"],
    ["kg", "m"],
    ["degrees C", "degrees F"],
    ["degree", "degrees C"],
    ["dollars", "euros"],
    ["am", "pm"],
  ] as const) {
    expect(ratio(a, b), `${a} ${b}`).toBeNull();
  }
});

test("things that are counted, and prices per something, are no units", () => {
  for (const words of [
    "apples",
    "",
    "units",
    "dollars per day",
    "miles per apple",
    "square",
    "cm cm",
    "a/b/c",
    "of the",
  ]) {
    expect(readUnit(words), words).toBeNull();
  }
});
