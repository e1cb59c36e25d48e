import fc from "fast-check";
import { expect, test } from "vitest";
import { type Expression, partsOf, variablesOf, walk } from "./expression.ts";

const number: Expression = { kind: "number", n: "1", d: "2" };
const variable = (name: string): Expression => ({ kind: "variable", name });
const leaf = fc.oneof(fc.constant(number), fc.constantFrom("x", "y", "x_1").map(variable));
const grow = (inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.oneof(
    inner,
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((terms): Expression => ({ kind: "sum", terms })),
    fc
      .array(inner, { minLength: 1, maxLength: 3 })
      .map((factors): Expression => ({ kind: "product", factors })),
    fc.tuple(inner, inner).map(([base, exponent]): Expression => ({ kind: "power", base, exponent })),
    inner.map((of): Expression => ({ kind: "call", name: "sin", of: [of] })),
  );

test("walking visits every node once, and its parts after it", () => {
  fc.assert(
    fc.property(grow(grow(leaf)), (expression) => {
      const visited = [...walk(expression)];
      const count = (of: Expression): number => partsOf(of).reduce((sum, part) => sum + count(part), 1);
      expect(visited).toHaveLength(count(expression));
      for (const node of visited)
        for (const part of partsOf(node))
          expect(visited.lastIndexOf(part)).toBeGreaterThan(visited.indexOf(node));
    }),
  );
});

test("variables are named once each, in the order of their first appearance", () => {
  const product: Expression = { kind: "product", factors: [variable("y"), variable("x"), variable("y")] };
  expect(variablesOf({ kind: "sum", terms: [number, product] })).toEqual(["y", "x"]);
  fc.assert(
    fc.property(grow(grow(leaf)), (expression) => {
      const names = variablesOf(expression);
      for (const name of ["x", "y", "x_1"])
        expect(names.includes(name)).toBe(JSON.stringify(expression).includes(`"name":"${name}"`));
    }),
  );
});
