import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Segment } from "#lib/paths/contract.ts";
import { traceDocument } from "./trace-document.ts";
import { placesOf } from "./trace-places.ts";

const content = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.constantFrom("", "```", "48/2 = 25", "𝑥² = 4"),
    ),
    {
      maxLength: 8,
    },
  )
  .chain((lines) =>
    fc
      .array(fc.constantFrom("\n", "\r\n", "\r", "\n\n"), {
        minLength: lines.length,
        maxLength: lines.length,
      })
      .map((ends) => lines.map((line, place) => line + (ends[place] ?? "")).join("")),
  );
const type = fc.constantFrom<Segment["type"]>("text", "code", "output");
const segments = fc.array(fc.record({ type, content }), { minLength: 1, maxLength: 8 });
const spans = segments.chain((path) =>
  fc.nat(path.length - 1).chain((segment) => {
    const length = path[segment]?.content.length ?? 0;
    return fc
      .tuple(fc.nat(length), fc.nat(length))
      .map(([a, b]) => ({ path, segment, start: Math.min(a, b), end: Math.max(a, b) }));
  }),
);

/** The document's text between two places. */
function textAt(document: string, place: NonNullable<ReturnType<ReturnType<typeof placesOf>>>): string {
  const lines = document.split("\n").slice(place.startLine - 1, place.endLine);
  const cut = lines.map((line, index) =>
    index === lines.length - 1 ? line.slice(0, place.endColumn - 1) : line,
  );
  return cut.map((line, index) => (index === 0 ? line.slice(place.startColumn - 1) : line)).join("\n");
}

const bare = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");

describe("a place in a trace", () => {
  test("holds the very characters that stood there in the segment, line ends aside", () => {
    fc.assert(
      fc.property(spans, ({ path, segment, start, end }) => {
        const document = traceDocument(path);
        const found = placesOf(path, document)(segment, start, end);
        if (found === null) return;
        const written = path[segment]?.content ?? "";
        // What ends between a carriage return and its line feed ends before both.
        const split = (at: number) => (written.slice(at - 1, at + 1) === "\r\n" ? at - 1 : at);
        const kept = bare(written);
        const from = written.slice(0, split(start)).replace(/\r\n?/g, "\n").length;
        const to = written.slice(0, split(end)).replace(/\r\n?/g, "\n").length;
        expect(textAt(document.text, found)).toBe(kept.slice(from, to));
      }),
      { numRuns: 500 },
    );
  });

  test("is within its segment's lines, inside the fences of code and output", () => {
    fc.assert(
      fc.property(spans, ({ path, segment, start, end }) => {
        const document = traceDocument(path);
        const found = placesOf(path, document)(segment, start, end);
        const block = document.lines.find((each) => each.segment === segment);
        if (found === null || !block) {
          expect(bare(path[segment]?.content ?? "").trim()).toBe("");
          return;
        }
        const fence = block.type === "text" ? 0 : 1;
        expect(found.startLine).toBeGreaterThanOrEqual(block.startLine + fence);
        expect(found.endLine).toBeLessThanOrEqual(block.endLine - fence);
      }),
    );
  });

  test("is none in a segment that the document leaves out, and in none at all", () => {
    const path: Segment[] = [
      { type: "text", content: " \n" },
      { type: "output", content: "" },
    ];
    const find = placesOf(path, traceDocument(path));
    expect([find(0, 0, 1), find(1, 0, 0), find(7, 0, 1)]).toEqual([null, null, null]);
  });

  test("counts columns in UTF-16 units, as editors do", () => {
    const path: Segment[] = [
      { type: "code", content: "x" },
      { type: "text", content: "a\r\n𝑥 is 48/2 = 25." },
    ];
    const document = traceDocument(path);
    const start = path[1]?.content.indexOf("48") ?? 0;
    expect(placesOf(path, document)(1, start, start + 9)).toEqual({
      startLine: 5,
      startColumn: 7,
      endLine: 5,
      endColumn: 16,
    });
  });

  test("is found for each of 100,000 lines in one pass over them", () => {
    const path: Segment[] = [{ type: "text", content: "1 + 1 = 2\r\n".repeat(100_000) }];
    const find = placesOf(path, traceDocument(path));
    for (let line = 0; line < 100_000; line += 1) {
      const found = find(0, line * 11, line * 11 + 9);
      if (found?.startLine !== line + 1 || found.endColumn !== 10) throw new Error(`line ${line}`);
    }
  });
});
