import fc from "fast-check";
import { expect, test } from "vitest";
import { allOf, type Finding, finding, undecided } from "./finding.ts";

const any = fc.constantFrom<Finding>(
  finding("equal", "literal"),
  finding("equal", "numeric"),
  finding("different", "numeric", "why"),
  undecided(),
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

test("equal is numeric as soon as one part is", () => {
  expect(allOf([finding("equal", "literal"), finding("equal", "numeric")]).method).toBe("numeric");
  expect(allOf([finding("equal", "literal")]).method).toBe("literal");
});
