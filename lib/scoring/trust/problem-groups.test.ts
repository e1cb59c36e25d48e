import fc from "fast-check";
import { expect, test } from "vitest";
import { problemGroups } from "./problem-groups.ts";

test("every row stands once, with those of its problem, in the order that they came", () => {
  const row = fc.record({ problemId: fc.integer({ min: 1, max: 5 }), at: fc.nat() });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const groups = problemGroups(rows);
      expect(groups).toHaveLength(new Set(rows.map(({ problemId }) => problemId)).size);
      for (const group of groups) {
        expect(group).toEqual(rows.filter(({ problemId }) => problemId === group[0]?.problemId));
      }
    }),
  );
});
