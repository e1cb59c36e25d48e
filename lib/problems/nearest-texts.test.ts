import fc from "fast-check";
import { expect, test } from "vitest";
import { similarity } from "#lib/similarity/similarity.ts";
import { CONTAMINATION, LEAST_NEAR, MOST_NEAR, openNearest } from "./nearest-texts.ts";

const words = fc.constantFrom(
  "how",
  "many",
  "eggs",
  "does",
  "a",
  "duck",
  "lay",
  "3",
  "\\frac{1}{2}",
  "鸭子",
  "?",
);
const text = fc.array(words, { maxLength: 12 }).map((each) => each.join(" "));
const others = fc.array(fc.record({ text, across: fc.boolean() }), { maxLength: 30 });

test("what is found is what comparing with each text by the definition of ROUGE-L gives", () => {
  fc.assert(
    fc.property(text, others, (mine, theirs) => {
      const search = openNearest(mine);
      const all = theirs.map((other, id) => ({
        ...other,
        id,
        score: similarity("rouge-l", mine, other.text),
      }));
      for (const other of all) search.look(other);
      const sorted = all.toSorted((a, b) => b.score - a.score || a.id - b.id);
      const shown = ({ id, score }: { id: number; score: number }) => ({ id, score });
      const across = sorted.find((other) => other.across && other.score >= CONTAMINATION);
      expect(search.found()).toEqual({
        nearest: sorted
          .filter(({ score }) => score >= LEAST_NEAR)
          .slice(0, MOST_NEAR)
          .map(shown),
        across: across ? shown(across) : null,
      });
    }),
  );
});

test("the order in which texts are looked at changes nothing", () => {
  fc.assert(
    fc.property(text, others, (mine, theirs) => {
      const found = (order: number[]) => {
        const search = openNearest(mine);
        for (const id of order) {
          const other = theirs[id];
          if (other) search.look({ id, ...other });
        }
        return search.found();
      };
      const order = [...theirs.keys()];
      expect(found(order.toReversed())).toEqual(found(order));
    }),
  );
});

test("a twin in the other split is contamination though five nearer ones stand in the same split", () => {
  const search = openNearest("How many eggs does the duck lay in a week?");
  for (let id = 1; id <= 5; id += 1)
    search.look({ id, text: "How many eggs does the duck lay in a week?", across: false });
  search.look({ id: 6, text: "How many eggs does the hen lay in a week?", across: true });
  const { nearest, across } = search.found();
  expect(nearest.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  expect(across?.id).toBe(6);
  expect(across?.score).toBeCloseTo(0.9);
});
