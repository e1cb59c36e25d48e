import fc from "fast-check";
import { expect, test } from "vitest";
import { addRow, newRows } from "./rows.ts";

test("each row keeps its key, its size and its parts, however many come", () => {
  const given = fc.array(fc.tuple(fc.maxSafeInteger(), fc.array(fc.nat(), { maxLength: 60 })), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(given, (added) => {
      const rows = newRows();
      for (const [at, [key, parts]] of added.entries()) {
        const spare = Int32Array.from([...parts, 7, 7]);
        expect(addRow(rows, key, spare, parts.length)).toBe(at);
      }
      const kept = Array.from({ length: rows.count }, (_, row) => {
        const start = rows.starts[row] ?? -1;
        return [rows.keys[row], [...rows.parts.subarray(start, start + (rows.sizes[row] ?? 0))]];
      });
      expect(kept).toEqual(added);
    }),
  );
});
