import fc from "fast-check";
import { expect, test } from "vitest";
import { slug } from "#lib/projects/contract.ts";
import { slugFrom } from "./slug.ts";

test("any name gives an address that the contract takes, or one too short to be one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
      const made = slugFrom(name);
      expect(made.length < 2 || slug.safeParse(made).success).toBe(true);
    }),
  );
});

test("making an address of an address changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      expect(slugFrom(slugFrom(name))).toBe(slugFrom(name));
    }),
  );
});

test("accents go and words are joined by hyphens", () => {
  expect(slugFrom("Équations & limites, niveau 2")).toBe("equations-limites-niveau-2");
});
