import fc from "fast-check";
import { expect, test } from "vitest";
import { openPostings } from "./postings.ts";

test("each list holds what was added to it, in order, however the additions alternate", () => {
  const additions = fc.array(fc.tuple(fc.nat(20), fc.nat(1_000_000)), { maxLength: 2_000, size: "max" });
  fc.assert(
    fc.property(additions, (added) => {
      const postings = openPostings();
      for (const [element, row] of added) postings.add(element, row);
      for (let element = 0; element <= 21; element += 1) {
        const start = postings.startOf(element);
        const list = [...postings.rows.subarray(start, start + postings.lengthOf(element))];
        expect(list).toEqual(added.filter(([to]) => to === element).map(([, row]) => row));
      }
    }),
    { numRuns: 50 },
  );
});

test("room is used again, so that no more than a few times what the lists hold is taken", () => {
  const postings = openPostings();
  const count = 40_000;
  for (let at = 0; at < count; at += 1) postings.add((at * at) % 997, at);
  expect(postings.rows.length).toBeLessThan(4 * count);
});
