import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { branchOf, indented, outdented, placeAfter, treeRows } from "./tree-rows.ts";

const named = (id: number, name: string, parentId: number | null = null): Subdomain => ({
  id,
  name,
  parentId,
  problems: 0,
  seeds: 0,
  within: 0,
});

/** Any tree: each one hangs on one that was made before it, or on none. */
const forest = fc
  .array(fc.record({ name: fc.constantFrom("a", "b", "c", "d"), parent: fc.nat() }), { maxLength: 20 })
  .map((each) =>
    each.map(({ name, parent }, at) =>
      named(at + 1, name, at > 0 && parent % 3 > 0 ? (parent % at) + 1 : null),
    ),
  );

const TREE = [
  named(1, "Algebra"),
  named(2, "Linear", 1),
  named(3, "Groups", 1),
  named(4, "Matrices", 2),
  named(5, "Chapter 10"),
  named(6, "Chapter 9"),
];
const OPEN: ReadonlySet<number> = new Set();
const names = (rows: ReturnType<typeof treeRows>) =>
  rows.map(({ level, subdomain }) => "-".repeat(level - 1) + subdomain.name);

describe("the tree's lines", () => {
  test("stand below their parents in the order of names, numbers by size", () => {
    expect(names(treeRows(TREE, OPEN))).toEqual([
      "Algebra",
      "-Groups",
      "-Linear",
      "--Matrices",
      "Chapter 9",
      "Chapter 10",
    ]);
    expect(names(treeRows(TREE, new Set([2])))).toEqual([
      "Algebra",
      "-Groups",
      "-Linear",
      "Chapter 9",
      "Chapter 10",
    ]);
  });

  test("show every sub-domain once, each right below its parent's line or its siblings' branches", () => {
    fc.assert(
      fc.property(forest, (subdomains) => {
        const rows = treeRows(subdomains, OPEN);
        expect(rows.map(({ subdomain }) => subdomain.id).toSorted((a, b) => a - b)).toEqual(
          subdomains.map(({ id }) => id),
        );
        for (const [at, { subdomain, level, place, siblings, open }] of rows.entries()) {
          const parent = rows.slice(0, at).findLast((row) => row.level === level - 1);
          expect(parent?.subdomain.id ?? null).toBe(subdomain.parentId);
          const same = subdomains.filter(({ parentId }) => parentId === subdomain.parentId);
          expect([siblings, place >= 1 && place <= siblings]).toEqual([same.length, true]);
          expect(open).toBe(subdomains.some(({ parentId }) => parentId === subdomain.id) ? true : null);
        }
      }),
    );
  });

  test("hide exactly what is below a closed one", () => {
    fc.assert(
      fc.property(forest, fc.nat(), (subdomains, pick) => {
        const closed = subdomains[pick % Math.max(1, subdomains.length)];
        if (!closed) return;
        const hidden = branchOf(subdomains, closed.id);
        const shown = treeRows(subdomains, new Set([closed.id])).map(({ subdomain }) => subdomain.id);
        expect(shown.toSorted((a, b) => a - b)).toEqual(
          subdomains.map(({ id }) => id).filter((id) => id === closed.id || !hidden.has(id)),
        );
      }),
    );
  });

  test("of rows whose parent isn't there stand at the top", () => {
    expect(names(treeRows([named(1, "Lost", 99)], OPEN))).toEqual(["Lost"]);
  });
});

test("indenting goes below the sibling before, and outdenting takes it back", () => {
  fc.assert(
    fc.property(forest, (subdomains) => {
      for (const each of subdomains) {
        const below = indented(subdomains, each);
        if (below === null) continue;
        expect(below.parentId).toBe(each.parentId);
        expect(branchOf(subdomains, each.id).has(below.id)).toBe(false);
        const moved = subdomains.map((one) => (one.id === each.id ? { ...one, parentId: below.id } : one));
        expect(outdented(moved, { ...each, parentId: below.id })).toBe(each.parentId);
      }
    }),
  );
  expect(outdented(TREE, named(1, "Algebra"))).toBeUndefined();
  expect(indented(TREE, named(1, "Algebra"))).toBeNull();
});

test("a new line is written right below when it goes inside, and after the branch when it goes beside", () => {
  const rows = treeRows(TREE, OPEN);
  expect(placeAfter(rows, 0, true)).toBe(1);
  expect(placeAfter(rows, 0, false)).toBe(4);
  expect(placeAfter(rows, 2, false)).toBe(4);
  expect(placeAfter(rows, 5, false)).toBe(6);
  expect(placeAfter([], 0, false)).toBe(0);
});
