import fc from "fast-check";
import { expect, test } from "vitest";
import { holds, parseConstraint } from "./constraint.ts";
import { templateOf } from "./template-of.ts";

function constraintsOf(statement: string, program: string) {
  const { template, reason } = templateOf(statement, program);
  if (!template) throw new Error(reason);
  return { template, constraints: template.constraints };
}

test("they can be read, and hold for the seed's own numbers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 2, maxLength: 6 }),
      fc.boolean(),
      (numbers, total) => {
        const sum = numbers.reduce((a, b) => a + b, 0);
        const statement = `${total ? `Of ${sum} things ` : ""}${numbers.map((n) => `${n} are here`).join(", ")}. How many?`;
        const program = numbers.map((n, at) => `part${at} = ${n}`).join("\n");
        const { template } = templateOf(statement, program);
        if (!template) return;
        const own = Object.fromEntries(template.parameters.map(({ name, value }) => [name, value]));
        for (const text of template.constraints) {
          const read = parseConstraint(text, Object.keys(own));
          expect(read.ok && holds(read.constraint, own), text).toBe(true);
        }
      },
    ),
  );
});

test("a number that the program leaves out because others make it goes on being their sum, or product", () => {
  const rackets = constraintsOf(
    "He has 12 rackets: 3 of gut, 5 of polyester and 4 of both. Each takes 15 minutes.",
    "gut = 3\npolyester = 5\nboth = 4\nprint((gut + polyester + both) * 15)",
  );
  expect(rackets.constraints).toEqual(["gut + polyester + both == 12"]);
  const boxes = constraintsOf(
    "In 6 boxes of 7 pens, 42 in all, 13 are red. What share are blue?",
    "boxes = 6\npens = 7\nred = 13\nprint(boxes * pens - red)",
  );
  expect(boxes.constraints).toContain("boxes * pens == 42");
});

test("numbers that the program uses bind each other only through it", () => {
  const { constraints } = constraintsOf(
    "He has 8 and 13, and 21 more.",
    "a = 8\nb = 13\nc = 21\nprint(a + b + c)",
  );
  expect(constraints).toEqual([]);
});

test("percentages that make a whole go on doing so, proper fractions stay proper, exponents keep their order", () => {
  const shares = constraintsOf(
    "A makes 60% and B 40% of them; 7% are lost.",
    "a = 60\nb = 40\nlost = 7\nprint((a + b) * lost)",
  );
  expect(shares.constraints).toEqual(["a + b == 100"]);
  const part = constraintsOf(
    "He eats 3/8 of 64 nuts.",
    "eaten = 3\nparts = 8\nnuts = 64\nprint(nuts * eaten / parts)",
  );
  expect(part.constraints).toContain("eaten < parts");
  const powers = constraintsOf(
    "Let $f(x) = x^6 - x^3$. What is $f(9)$?",
    "p = 6\nq = 3\nx = 9\nprint(x**p - x**q)",
  );
  expect(powers.constraints).toEqual(["q < p"]);
});
