import { expect, test } from "vitest";
import { NOWHERE, placeOf, placeOptions } from "./place-options.ts";

const named = (id: number, name: string, parentId: number | null = null) => ({
  id,
  name,
  parentId,
  problems: 0,
  seeds: 0,
  within: 0,
});
const TREE = [named(1, "Calculus"), named(2, "Algebra"), named(3, "Groups", 2)];

test("places come in the order of the tree after no place at all, without those that can't be one", () => {
  const options = (without: number[]) =>
    placeOptions(TREE, { nowhere: "The top", without: new Set(without) });
  expect(options([]).map(({ label, hint }) => [label, hint])).toEqual([
    ["The top", undefined],
    ["Algebra", undefined],
    ["Groups", "in Algebra"],
    ["Calculus", undefined],
  ]);
  expect(options([2, 3]).map(({ label }) => label)).toEqual(["The top", "Calculus"]);
});

test("a place is the id that its option names, or null", () => {
  expect(placeOptions(TREE, { nowhere: "x", without: new Set() }).map(({ value }) => placeOf(value))).toEqual(
    [null, 2, 3, 1],
  );
  expect(placeOf(NOWHERE)).toBeNull();
});
