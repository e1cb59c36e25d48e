import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, sequence, withNames } from "./answer.ts";
import { readLeaf } from "./leaf.ts";
import { newSteps } from "./steps.ts";

const leaf = (text: string) => readLeaf(text, newSteps());
const texts = (answer: Answer): unknown =>
  answer.kind === "sequence" ? answer.items.map(texts) : answer.kind === "leaf" ? answer.text : null;

test("a list without brackets dissolves in a list or set, not in a tuple", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 4 }), fc.array(fc.nat(9), { maxLength: 4 }), (a, b) => {
      const leaves = (all: number[]) => all.map((n) => leaf(String(n)));
      const nested = [...leaves(a), sequence("bare", leaves(b))];
      expect(texts(sequence("set", nested))).toEqual([...a, ...b].map(String));
      expect(texts(sequence("bare", nested))).toEqual([...a, ...b].map(String));
      expect(sequence("round", nested).items).toHaveLength(a.length + 1);
    }),
  );
});

test("names go to the elements in their places", () => {
  const pair = sequence("round", [leaf("1"), leaf("2")]);
  const named = withNames(pair, "(x,y)");
  expect(named.kind === "sequence" && named.items.map((item) => item.kind === "leaf" && item.name)).toEqual([
    "x",
    "y",
  ]);
  expect(withNames(pair, "(x,y,z)")).toBe(pair);
  expect(withNames(pair, "v")).toBe(pair);
});
