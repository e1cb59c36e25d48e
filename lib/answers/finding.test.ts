import fc from "fast-check";
import { expect, test } from "vitest";
import { allOf, type Finding, finding, undecided } from "./finding.ts";
import { askAbout } from "./questions.ts";

const variable = (name: string) => ({ kind: "variable" as const, name });
const QUESTION = askAbout(variable("x"), variable("y"), "expression");

const any = fc.constantFrom<Finding>(
  finding("equal", "literal"),
  finding("equal", "numeric"),
  finding("equal", "symbolic"),
  finding("different", "numeric", "why"),
  undecided(),
  undecided("why", [QUESTION]),
);

test("one difference decides, then one doubt, else all are equal", () => {
  fc.assert(
    fc.property(fc.array(any), (findings) => {
      const outcomes = findings.map((each) => each.outcome);
      const expected = outcomes.includes("different")
        ? "different"
        : outcomes.includes("undecided")
          ? "undecided"
          : "equal";
      expect(allOf(findings).outcome).toBe(expected);
    }),
  );
});

test("only what is undecided asks, and it asks whatever any of its doubts asks", () => {
  fc.assert(
    fc.property(fc.array(any), (findings) => {
      const { outcome, questions } = allOf(findings);
      const asks = outcome === "undecided" && findings.some((each) => each.questions.length > 0);
      expect(questions).toEqual(asks ? [QUESTION] : []);
    }),
  );
});

test("equal is numeric as soon as one part is, and symbolic as soon as one is that", () => {
  expect(allOf([finding("equal", "symbolic"), finding("equal", "numeric")]).method).toBe("symbolic");
  expect(allOf([finding("equal", "literal"), finding("equal", "numeric")]).method).toBe("numeric");
  expect(allOf([finding("equal", "literal")]).method).toBe("literal");
});
