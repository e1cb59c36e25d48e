import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CopyValue, copyRow } from "./copy-text.ts";

const UNESCAPED: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", "\\": "\\" };

/** Reads rows back as the server does: first lines, then columns, then escapes. */
function readCopy(text: string): (string | null)[][] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) =>
      line
        .split("\t")
        .map((field) =>
          field === "\\N"
            ? null
            : field.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter),
        ),
    );
}

const awkward = fc.string({
  unit: fc.constantFrom("\\", "\t", "\n", "\r", "N", "n", ".", '"', "\v", "\f", "\b", "é", "𝜋"),
});
const value: fc.Arbitrary<CopyValue> = fc.oneof(
  awkward,
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.constant(null),
);

describe("copyRow", () => {
  it("writes rows that read back as the same values, whatever the texts hold", () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const back = readCopy(rows.map(copyRow).join(""));
        expect(back).toEqual(rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))));
      }),
    );
  });

  it("keeps a text of backslash and N apart from NULL", () => {
    expect(copyRow(["\\N", null])).toBe("\\\\N\t\\N\n");
  });

  it("never writes the end-of-data mark", () => {
    fc.assert(fc.property(awkward, (text) => !copyRow([text]).split("\n").includes("\\.")));
    expect(copyRow(["\\."])).toBe("\\\\.\n");
  });
});
