import fc from "fast-check";
import { expect, test } from "vitest";
import { MEASURES } from "./measure.ts";
import { addRow, newRows } from "./rows.ts";
import { openSharedCount } from "./shared-count.ts";
import { plainLcsLength } from "./testing/plain.ts";

const sequence = fc.array(fc.nat(12), { maxLength: 40 });

test.each(MEASURES)("counts by %s what each of several texts shares with each of several rows", (measure) => {
  const isSet = measure.startsWith("jaccard");
  const given = isSet ? sequence.map((parts) => [...new Set(parts)]) : sequence;
  fc.assert(
    fc.property(fc.array(given), fc.array(given), (stored, asked) => {
      const rows = newRows();
      const shared = openSharedCount(measure, rows);
      for (const parts of stored) addRow(rows, 0, Int32Array.from(parts), parts.length);
      for (const parts of asked) {
        const tokens = Int32Array.from(parts);
        shared.load({ tokens, size: parts.length, elements: tokens, known: parts.length });
        for (const [row, other] of stored.entries()) {
          const both = parts.filter((part) => other.includes(part)).length;
          expect(shared.with(row)).toBe(isSet ? both : plainLcsLength(parts, other));
        }
      }
    }),
  );
});
