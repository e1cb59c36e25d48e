import fc from "fast-check";
import { expect, test } from "vitest";
import { renamedSearch } from "./renamed-search.ts";

const params = fc.dictionary(fc.constantFrom("q", "origin", "tag"), fc.string({ unit: "grapheme" }));
const name = fc.string({ unit: "grapheme", minLength: 1 });

test("only the sub-domain changes, whatever else the search says", () => {
  fc.assert(
    fc.property(params, name, name, (others, from, to) => {
      const search = new URLSearchParams({ ...others, subdomain: from }).toString();
      const renamed = new URLSearchParams(renamedSearch(search, from, to));
      expect(Object.fromEntries(renamed)).toEqual({ ...others, subdomain: to });
    }),
  );
});

test("a search for anything else stays as it is, letter for letter", () => {
  fc.assert(
    fc.property(params, name, name, (others, from, to) => {
      const search = new URLSearchParams(others).toString().replaceAll("+", "%20");
      expect(renamedSearch(search, from, to)).toBe(search);
    }),
  );
  expect(renamedSearch("subdomain=Algebra%202&q=a%20b", "Algebra", "Groups")).toBe(
    "subdomain=Algebra%202&q=a%20b",
  );
});

test("a name with the search's own signs in it is found and written", () => {
  expect(renamedSearch("subdomain=A%26B+%3D+C&split=test", "A&B = C", "50% + 1?")).toBe(
    "subdomain=50%25+%2B+1%3F&split=test",
  );
});
