import { expect, test } from "vitest";
import { importChoices, importOptions } from "./import-options.ts";

test("left to itself, an import keeps worked solutions as paths and takes all or nothing", () => {
  expect(importOptions.parse({})).toEqual({ solutionAsPath: true, keepGoing: false });
});

test("a split that doesn't exist is refused, and a model's name is trimmed", () => {
  expect(importOptions.safeParse({ split: "dev" }).success).toBe(false);
  expect(importChoices.parse({ model: "  abacus-13b " })).toMatchObject({ model: "abacus-13b" });
});
