import fc from "fast-check";
import { expect, test } from "vitest";
import { readOrdinal } from "./ordinal.ts";

test("a number with the ending of an ordinal is its place", () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom("st", "nd", "rd", "th"), (n, ending) => {
      for (const text of [`${n}${ending}`, `${n}^{${ending}}`, `${n} ${ending.toUpperCase()}`]) {
        expect(readOrdinal(text), text).toEqual({ place: n, spelled: false });
      }
    }),
  );
});

test("ordinals in letters", () => {
  const words = {
    first: 1,
    Third: 3,
    fourth: 4,
    eighth: 8,
    twelfth: 12,
    thirteenth: 13,
    twentieth: 20,
    "forty-second": 42,
  };
  for (const [word, place] of Object.entries(words)) {
    expect(readOrdinal(word), word).toEqual({ place, spelled: true });
  }
});

test("numbers, units and other words are none", () => {
  for (const text of ["3", "three", "north", "th", "", "3 seconds", "the third", "month", "half"]) {
    expect(readOrdinal(text), text).toBeNull();
  }
});
