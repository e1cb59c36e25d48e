import { expect, test } from "vitest";
import { loadSelectionParams, rowFilterOf } from "./selection-params.ts";

const at = (search: string) => rowFilterOf(loadSelectionParams(new URLSearchParams(search)));

test("an address gives the filter that the API takes, and no name at all means people", () => {
  expect(at("kept=dropped&reason=duplicate&model=&problem=7&path=70")).toEqual({
    kept: false,
    reason: "duplicate",
    model: "",
    problem: 7,
  });
  expect(at("kept=kept")).toEqual({ kept: true });
});

test("what the API wouldn't take counts as absent", () => {
  expect(at("kept=maybe&reason=dull&problem=-1")).toEqual({});
});
