import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutRow } from "./without-row.ts";

const pages = fc
  .uniqueArray(fc.nat(50), { minLength: 1, maxLength: 20 })
  .chain((ids) => fc.tuple(fc.constant(ids), fc.nat(ids.length - 1)))
  .map(([ids, cut]) => ({
    ids,
    data: {
      pages: [ids.slice(0, cut), ids.slice(cut)].map((part) => ({
        items: part.map((id) => ({ id })),
        nextCursor: null,
        count: ids.length,
      })),
      pageParams: [null, cut],
    },
  }));

test("a list without a row has all the others in their order, and counts one fewer", () => {
  fc.assert(
    fc.property(pages, fc.nat(50), ({ ids, data }, gone) => {
      const left = withoutRow(data, gone);
      expect(left.pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(
        ids.filter((id) => id !== gone),
      );
      expect(left.pages[0]?.count).toBe(ids.includes(gone) ? ids.length - 1 : ids.length);
    }),
  );
});
