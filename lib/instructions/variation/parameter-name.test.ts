import fc from "fast-check";
import { expect, test } from "vitest";
import { templateParameter } from "../contract/variation.ts";
import { parameterName } from "./parameter-name.ts";

test("a name is one that a template takes, and nobody else's", () => {
  fc.assert(
    fc.property(
      fc.option(fc.string()),
      fc.string(),
      fc.array(fc.constantFrom("a", "b", "eggs")),
      (given, after, taken) => {
        const name = parameterName(given, after, new Set(taken));
        expect(templateParameter.shape.name.safeParse(name).success, name).toBe(true);
        expect(taken).not.toContain(name);
      },
    ),
  );
});

test("it is the program's name, else the word after the number, else a letter", () => {
  expect(parameterName("eggs_per_day", " eggs", new Set())).toBe("eggs_per_day");
  expect(parameterName("Total-Cost", " eggs", new Set())).toBe("total_cost");
  expect(parameterName(null, " eggs per day", new Set())).toBe("eggs");
  expect(parameterName("eggs", " eggs", new Set(["eggs"]))).toBe("a");
  expect(parameterName(null, "$", new Set("abcdefghijklmnopqrstuvwxyz"))).toBe("n1");
});
