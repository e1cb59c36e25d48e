import fc from "fast-check";
import { expect, it } from "vitest";
import { lineTally } from "./line-tally.ts";

const line = fc.record({ line: fc.nat(), message: fc.string() });
const addition = fc.tuple(fc.array(line), fc.nat({ max: 5 }));

it("counts every line, remembers the first, and keeps the first ones up to its limit", () => {
  fc.assert(
    fc.property(fc.array(addition), fc.nat({ max: 10 }), (additions, limit) => {
      const tally = lineTally(limit);
      for (const [lines, unnamed] of additions) tally.add(lines, lines.length + unnamed);
      const all = additions.flatMap(([lines]) => lines);
      expect(tally.count).toBe(additions.reduce((sum, [lines, unnamed]) => sum + lines.length + unnamed, 0));
      expect(tally.first).toBe(all[0] ?? null);
      expect(tally.kept).toEqual(all.slice(0, limit));
    }),
  );
});
