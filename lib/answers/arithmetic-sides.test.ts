import { expect, test } from "vitest";
import { Prose } from "./arithmetic-sides.ts";
import { newSteps } from "./steps.ts";

/** The first piece of arithmetic that ends at a relation: certain, doubtful, or no side at all. */
function left(text: string): "certain" | "doubtful" | "none" {
  const prose = new Prose(text, newSteps());
  const at = prose.tokens.findIndex(({ kind }) => kind === "relation");
  const side = prose.side(prose.endingAt.get(at));
  return side === null ? "none" : side.certain ? "certain" : "doubtful";
}

function right(text: string): "certain" | "doubtful" | "none" {
  const prose = new Prose(text, newSteps());
  const at = prose.tokens.findIndex(({ kind }) => kind === "relation");
  const side = prose.side(prose.startingAt.get(at + 1));
  return side === null ? "none" : side.certain ? "certain" : "doubtful";
}

test.each([
  ["3 + 4 = 7", "certain"],
  ["So he has 3 + 4 = 7", "certain"],
  ["a total of 3 + 4 = 7", "certain"],
  ["Cost: 3 + 4 = 7", "certain"],
  ["\n(3 + 4 = 7)", "certain"],
  ["2) 3 + 4 = 7", "certain"],
  ["twice 3 + 4 = 7", "doubtful"],
  ["half of 3 + 4 = 7", "doubtful"],
  ["times the 3 + 4 = 7", "doubtful"],
  ["8 packs of 3 + 4 = 7", "doubtful"],
  ["Week 3 + 4 = 7", "doubtful"],
  ["so 14, 400 / 80 = 5", "doubtful"],
  ["x + 3 + 4 = 7", "none"],
  ["x 3 + 4 = 7", "none"],
  ["f(3) + 4 = 7", "none"],
  ["f(3 + 4 = 7)", "none"],
  ["cost - 3 + 4 = 7", "none"],
  ["CD = AD \\sqrt{2} = 3", "none"],
] as const)("left of the relation, %j is %s", (text, expected) => {
  expect(left(text.replace("CD = ", ""))).toBe(expected);
});

test.each([
  ["3 + 4 = 7.", "certain"],
  ["3 + 4 = 7 apples", "certain"],
  ["3 + 4 = 7 (as before)", "certain"],
  ["3 + 4 = 7kg", "certain"],
  ["3 + 4 = 7 more", "doubtful"],
  ["3 + 4 = 7 - so he has", "doubtful"],
  ["3 + 4 = 7 hours and 30 minutes", "doubtful"],
  ["3 + 4 = 7 feet 6 inches", "doubtful"],
  ["3 + 4 = 7x", "none"],
  ["3 + 4 = 7 + x", "none"],
  ["3 + 4 = 7(x + 1)", "none"],
  ["3 + 4 = 7 (mod 5)", "none"],
  ["3 + 4 = 7 \\sin x", "none"],
] as const)("right of the relation, %j is %s", (text, expected) => {
  expect(right(text)).toBe(expected);
});

test("in LaTeX a star may be the problem's own operation, and short words are variables", () => {
  const ambiguous = (text: string): boolean | undefined => {
    const prose = new Prose(text, newSteps());
    return prose.side(prose.startingAt.get(0))?.ambiguous;
  };
  expect(ambiguous("2 * 6 = 100")).toBe(false);
  expect(ambiguous("2 * 6 = \\boxed{100}")).toBe(true);
  expect(ambiguous("2 \\cdot 6 = \\boxed{12}")).toBe(false);
});

test("a text tells when its numbers may be in another base", () => {
  expect(new Prose("in base 7 we have", newSteps()).otherBase).toBe(true);
  expect(new Prose("44_5 + 1_5", newSteps()).otherBase).toBe(true);
  expect(new Prose("a base salary", newSteps()).otherBase).toBe(false);
});
