import fc from "fast-check";
import { expect, test } from "vitest";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { subdomainSuggestions } from "./subdomain-tree.ts";

const one = (id: number, name: string, parentId: number | null): Subdomain => ({
  id,
  name,
  parentId,
  problems: 0,
  seeds: 0,
  within: 0,
});

test("sub-domains stand under what they belong to, and say where they are", () => {
  const tree = [one(1, "Geometry", null), one(2, "Lines", 1), one(3, "Algebra", null), one(4, "Slopes", 2)];
  expect(subdomainSuggestions(tree)).toEqual([
    { value: "Algebra", hint: undefined },
    { value: "Geometry", hint: undefined },
    { value: "Lines", hint: "in Geometry" },
    { value: "Slopes", hint: "in Geometry › Lines" },
  ]);
});

test("all names are offered, whatever the tree looks like", () => {
  const parents = fc.array(fc.option(fc.nat(11)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parents, (given) => {
      const tree = given.map((parentId, id) => one(id, `s${id}`, parentId));
      const names = subdomainSuggestions(tree).map(({ value }) => value);
      expect(names.sort()).toEqual(tree.map(({ name }) => name).sort());
    }),
  );
});
