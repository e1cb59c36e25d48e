import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { PathRow } from "#lib/formats/rows.ts";
import { exportWriter } from "./export-lines.ts";
import { fileTally } from "./file-tally.ts";

const rows: fc.Arbitrary<PathRow[]> = fc.array(
  fc
    .record({ n: fc.nat({ max: 3 }), text: fc.string({ unit: "grapheme", minLength: 1 }) })
    .map(({ n, text }) => ({
      problem: { id: `p${n}`, problem: `What is ${n}?` },
      path: {
        kind: "cot" as const,
        problem_id: `p${n}`,
        segments: [{ type: "text" as const, content: text }],
      },
    })),
);

it("counts lines and bytes and hashes them as the file has them", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom("trl-sft" as const, "lemma" as const), (given, format) => {
      const tally = fileTally(format);
      for (const row of given) tally.add(row);
      const write = exportWriter(format, "text");
      const lines = given.flatMap((row) => write(row));
      const file = Buffer.from(lines.map((line) => `${line}\n`).join(""));
      expect(tally.file()).toEqual({
        format,
        rows: lines.length,
        bytes: file.length,
        sha256: createHash("sha256").update(file).digest("hex"),
      });
    }),
  );
});
