import fc from "fast-check";
import { expect, test } from "vitest";
import { compareSolutions, equate, readEquation } from "./equation.ts";
import { newSteps } from "./steps.ts";

function read(text: string) {
  const found = readEquation(text, newSteps());
  if (!found) throw new Error(`${text} is no equation`);
  return found;
}
const compare = (a: string, b: string) => compareSolutions(read(a), read(b), newSteps());

const coefficient = fc.integer({ min: -9, max: 9 });
const line = fc.tuple(coefficient, coefficient, coefficient).filter(([a, b]) => a !== 0 || b !== 0);
const written = ([a, b, c]: readonly number[]): string => `(${a})x+(${b})y=(${c})`;

test("a line is itself multiplied and rearranged, and no other line", () => {
  fc.assert(
    fc.property(
      line,
      line,
      coefficient.filter((n) => n !== 0),
      (p, q, times) => {
        const [a, b, c] = p;
        expect(compare(written(p), `(${times * c})-(${times * b})y=(${times * a})x`)).toBe("equal");
        const same = a * q[1] === b * q[0] && a * q[2] === c * q[0] && b * q[2] === c * q[1];
        expect(compare(written(p), written(q))).toBe(same ? "equal" : "different");
        expect(compare(written(q), written(p))).toBe(compare(written(p), written(q)));
      },
    ),
  );
});

test("a curve is itself rearranged, also by a factor that isn't rational", () => {
  expect(compare("x^2+y^2=13", "13-y^2=x^2")).toBe("equal");
  expect(compare("\\frac{x^2}{4}+y^2=1", "x^2+4y^2=4")).toBe("equal");
  expect(compare("\\sqrt{2}x=y", "2x=\\sqrt{2}y")).toBe("equal");
  expect(compare("\\pi x=\\pi", "x=1")).toBe("equal");
  expect(compare("y=\\sin2x", "2\\sin x\\cos x-y=0")).toBe("equal");
});

test("a rational solution of one that misses the other tells them apart; where there is none, nothing is said", () => {
  expect(compare("x=4", "x-3=0")).toBe("different");
  expect(compare("y=x^2", "y=x^2+1")).toBe("different");
  expect(compare("xy=1", "x=y")).toBe("different");
  expect(compare("x^2+y^2=13", "x^2+y^2=12")).toBeNull();
  expect(compare("x=3", "(x-3)^2=0")).toBeNull();
  expect(compare("0=0", "x=x")).toBeNull();
});

test("only one equation is read, with sides that can be read in one way", () => {
  for (const text of ["x+1", "a=b=c", "x\\le3", "y=1/2x", "f(x)=2", "=3"])
    expect(readEquation(text, newSteps()), text).toBeNull();
  expect(equate("x", "3", newSteps())).toEqual(readEquation("x=3", newSteps()));
});

test("large equations are left alone in bounded steps", () => {
  const steps = newSteps();
  expect(compareSolutions(read("(x+y+z+w)^{40}=1"), read("(x+z+y+w)^{40}=1"), steps)).toBeNull();
  expect(steps.taken).toBeLessThan(60_000);
});
