import fc from "fast-check";
import { expect, test } from "vitest";
import { stepOf } from "./tree-keys.ts";
import { type TreeRow, treeRows } from "./tree-rows.ts";

const named = (id: number, parentId: number | null) => ({
  id,
  name: `n${id}`,
  parentId,
  problems: 0,
  seeds: 0,
  within: 0,
});
const SUBDOMAINS = [named(1, null), named(2, 1), named(3, 1), named(4, 3), named(5, null)];
const rows = treeRows(SUBDOMAINS, new Set());
const at = (id: number, of: readonly TreeRow[] = rows) =>
  of.findIndex(({ subdomain }) => subdomain.id === id);

test("up and down reach every row and stop at the ends", () => {
  fc.assert(
    fc.property(fc.nat(rows.length - 1), (place) => {
      const id = (offset: number) => rows[place + offset]?.subdomain.id;
      expect(stepOf("ArrowDown", rows, place)).toEqual(
        place === rows.length - 1 ? null : { kind: "focus", id: id(1) },
      );
      expect(stepOf("ArrowUp", rows, place)).toEqual(place === 0 ? null : { kind: "focus", id: id(-1) });
      expect(stepOf("Home", rows, place)).toEqual({ kind: "focus", id: 1 });
      expect(stepOf("End", rows, place)).toEqual({ kind: "focus", id: 5 });
    }),
  );
});

test("right opens, then goes in; left closes, then goes out", () => {
  const closed = treeRows(SUBDOMAINS, new Set([1]));
  expect(stepOf("ArrowRight", closed, at(1, closed))).toEqual({ kind: "open", id: 1 });
  expect(stepOf("ArrowRight", rows, at(1))).toEqual({ kind: "focus", id: 2 });
  expect(stepOf("ArrowRight", rows, at(2))).toBeNull();
  expect(stepOf("ArrowLeft", rows, at(3))).toEqual({ kind: "close", id: 3 });
  expect(stepOf("ArrowLeft", rows, at(4))).toEqual({ kind: "focus", id: 3 });
  expect(stepOf("ArrowLeft", closed, at(1, closed))).toBeNull();
});

test("other keys, and an empty tree, do nothing", () => {
  expect(stepOf("a", rows, 0)).toBeNull();
  expect(stepOf("ArrowDown", [], 0)).toBeNull();
});
