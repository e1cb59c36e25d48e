import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Segment } from "#lib/paths/contract.ts";
import { traceDocument } from "./trace-document.ts";

const content = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom("", "```", "```output", "````", "  ```", "x = 1", "\r", "| a | b |"),
    ),
    {
      maxLength: 8,
    },
  )
  .chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((end) => lines.join(end)));
const type = fc.constantFrom<Segment["type"]>("text", "code", "output");
const segments = fc.array(fc.record({ type, content }), { maxLength: 12 });

const bare = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");

describe("a trace as one document", () => {
  test("has its lines divided among the segments in order, without gaps", () => {
    fc.assert(
      fc.property(segments, (path) => {
        const { text, lines } = traceDocument(path);
        const total = lines.length === 0 ? 0 : text.split("\n").length;
        let next = 1;
        for (const { startLine, endLine } of lines) {
          expect(startLine).toBe(next);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
          next = endLine + 1;
        }
        expect(next - 1).toBe(total);
        expect(lines.map(({ segment }) => segment)).toEqual(
          [...lines.map(({ segment }) => segment)].sort((a, b) => a - b),
        );
      }),
    );
  });

  test("gives every segment back from its lines, the fences taken off", () => {
    fc.assert(
      fc.property(segments, (path) => {
        const { text, lines } = traceDocument(path);
        const all = text.split("\n");
        const shown = new Map(
          lines.map(({ type, segment, startLine, endLine }) => {
            const own = all.slice(startLine - 1, endLine);
            return [segment, { type, content: (type === "text" ? own : own.slice(1, -1)).join("\n") }];
          }),
        );
        for (const [place, segment] of path.entries()) {
          const blank = segment.type === "text" && bare(segment.content).trim() === "";
          expect(shown.get(place)).toEqual(
            blank ? undefined : { ...segment, content: bare(segment.content) },
          );
        }
      }),
    );
  });

  test("closes a fence at the end of its segment and nowhere before", () => {
    fc.assert(
      fc.property(segments, (path) => {
        const { text, lines } = traceDocument(path);
        const all = text.split("\n");
        for (const { type, startLine, endLine } of lines) {
          if (type === "text") continue;
          const fence = /^`+/.exec(all[startLine - 1] ?? "")?.[0] ?? "";
          const closes = (line: string) => line.trim().startsWith(fence) && /^`+$/.test(line.trim());
          expect(all.slice(startLine, endLine).findIndex(closes)).toBe(endLine - startLine - 1);
        }
      }),
    );
  });

  test("decorates code and output, and leaves text alone", () => {
    const { text, decorations } = traceDocument([
      { type: "text", content: "We compute.\n" },
      { type: "code", content: "print(6 * 3)\n" },
      { type: "output", content: "18\n" },
      { type: "text", content: "So it is $\\boxed{18}$." },
    ]);
    expect(text).toBe(
      "We compute.\n```python\nprint(6 * 3)\n```\n```output\n18\n```\nSo it is $\\boxed{18}$.",
    );
    expect(decorations).toEqual([
      { startLine: 2, endLine: 4, className: "mt-code", hover: "Code" },
      { startLine: 5, endLine: 7, className: "mt-output", hover: "Output of the code" },
    ]);
  });

  test("takes an output of a million lines", () => {
    const { lines } = traceDocument([{ type: "output", content: "0\n".repeat(1_000_000) }]);
    expect(lines).toEqual([{ type: "output", segment: 0, startLine: 1, endLine: 1_000_002 }]);
  });

  test("is empty without segments", () => {
    expect(traceDocument([])).toEqual({ text: "", lines: [], decorations: [] });
  });
});
