import fc from "fast-check";
import { expect, test } from "vitest";
import { bulkTags } from "./bulk-tags.ts";

test("no tag is both added and removed, none comes twice, and none of those named is forgotten", () => {
  const tags = fc.array(fc.constantFrom("a", "b", "c", "d"));
  fc.assert(
    fc.property(tags, tags, (addTags, removeTags) => {
      const { add, remove } = bulkTags({ addTags, removeTags });
      expect(new Set(add)).toEqual(new Set(addTags));
      expect(new Set([...add, ...remove])).toEqual(new Set([...addTags, ...removeTags]));
      expect(new Set([...add, ...remove]).size).toBe(add.length + remove.length);
    }),
  );
});

test("what isn't named changes no tag", () => {
  expect(bulkTags({})).toEqual({ add: [], remove: [] });
});
