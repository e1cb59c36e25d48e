import fc from "fast-check";
import { expect, test } from "vitest";
import { findStatements } from "./arithmetic-statements.ts";
import { newSteps } from "./steps.ts";

const texts = (text: string): string[] =>
  findStatements(text).map(({ start, end }) => text.slice(start, end));

test("a sum in a sentence is found at its place, whatever words are around it", () => {
  const words = fc.array(fc.constantFrom("so", "he", "has", "apples", "because", "then", "and"), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(words, words, fc.nat(999), fc.nat(999), (before, after, a, b) => {
      const stated = `${a} + ${b} = ${a + b}`;
      expect(texts([...before, stated, ...after].join(" "))).toEqual([stated]);
    }),
  );
});

test("a calculator mark and the prose before it are one statement", () => {
  expect(texts("She pays $24 x 2 = $<<24*2=48>>48 for two.")).toEqual(["$24 x 2 = $<<24*2=48>>48"]);
  const [found] = findStatements("She pays $24 x 2 = $<<24*2=48>>48 for two.");
  expect(found?.link?.left.spelling).toBe("24*2");
  expect(found?.mark?.left.spelling).toBe("24*2");
  expect(found?.copied?.right.spelling).toBe("48");
});

test("a mark alone is a statement, with the number behind it", () => {
  expect(texts("The total is <<24*2=48>>48 dollars")).toEqual(["<<24*2=48>>48"]);
  expect(texts("The total = <<24*2=48>>, good")).toEqual(["<<24*2=48>>"]);
  expect(texts("x = <<34=34>>34")).toEqual([]);
});

test("the places of a mark's sides count in the text", () => {
  const text = "It is 24 x 2 = <<24*2=48>>48.";
  const mark = findStatements(text)[0]?.mark;
  expect(text.slice(mark?.left.start, mark?.left.end)).toBe("24*2");
  expect(text.slice(mark?.right.start, mark?.right.end)).toBe("48");
});

test("every link of a chain is a statement", () => {
  expect(texts("2 * 3 + 1 = 6 + 1 = 7")).toEqual(["2 * 3 + 1 = 6 + 1", "6 + 1 = 7"]);
  expect(texts("x = 2 * 3 = 6")).toEqual(["2 * 3 = 6"]);
});

test("definitions, conversions and equations in variables are none", () => {
  for (const text of ["x = 3", "total = 12", "60 minutes = 1 hour", "2x = 8", "x + 3 = 7", "7 = x + 3"]) {
    expect(texts(text)).toEqual([]);
  }
});

test("about, nearly and the sign for it make the relation an approximate one", () => {
  for (const text of ["10/3 ≈ 3", "10/3 = about 3", "10/3 \\approx 3", "10/3 is about 3", "10/3 = ~3"]) {
    expect(findStatements(text).map(({ link }) => link?.relation)).toEqual(["≈"]);
  }
});

test("a text longer than its steps is read as far as they reach", () => {
  const text = "2 + 2 = 4. ".repeat(1000);
  const read = findStatements(text, newSteps(20_000)).length;
  expect(read).toBeGreaterThan(10);
  expect(read).toBeLessThan(1000);
});
