import { expect, test } from "vitest";
import { hidesModels } from "./model-names.ts";

test("model names are hidden from reviewers alone", () => {
  expect((["curator", "reviewer", "lead"] as const).filter(hidesModels)).toEqual(["reviewer"]);
});
