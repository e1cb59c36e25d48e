import fc from "fast-check";
import { expect, test } from "vitest";
import { flip, mentionsRelation, readChain, relationKey, type Sign } from "./relation.ts";

const side = fc.constantFrom("x", "1", "-\\frac{1}{2}", "f(1)", "\\sqrt{2}", "(a<b)", "2x+1");
const sign = fc.constantFrom<[string, Sign]>(
  ["<", "<"],
  [">", ">"],
  ["<=", "<="],
  [">=", ">="],
  ["\\le ", "<="],
  ["\\ge ", ">="],
  ["=<", "<="],
);

test("a chain comes apart into its sides and signs", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(sign, side), { minLength: 1, maxLength: 4 }),
      side,
      fc.constantFrom("", " "),
      (rest, first, gap) => {
        const text = first + rest.map(([[spelled], next]) => gap + spelled + gap + next).join("");
        expect(readChain(text)).toEqual({
          sides: [first, ...rest.map(([, next]) => next)],
          signs: rest.map(([[, meant]]) => meant),
        });
      },
    ),
  );
});

test("a relation read backwards has the same key", () => {
  fc.assert(
    fc.property(
      side,
      side,
      side,
      fc.constantFrom<Sign>("<", "<="),
      fc.constantFrom<Sign>("<", "<="),
      (a, b, c, p, q) => {
        const there = { sides: [a, b, c], signs: [p, q] };
        const back = { sides: [c, b, a], signs: [flip(q), flip(p)] };
        expect(relationKey(back, String)).toBe(relationKey(there, String));
      },
    ),
  );
  expect(relationKey({ sides: ["b", "a"], signs: ["!="] }, String)).toBe("a!=b");
});

test("equations, and relations within brackets, are no chains", () => {
  for (const text of ["x=3", "(x<3)", "\\left", "\\neg x", "x", "", "<3", "x>", "\\leftarrow"]) {
    expect(readChain(text), text).toBeNull();
  }
  expect(mentionsRelation("\\lfloor x")).toBe(false);
});
