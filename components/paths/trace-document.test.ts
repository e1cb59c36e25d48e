import fc from "fast-check";
import { expect, test } from "vitest";
import { traceDocument } from "./trace-document.ts";

const segments = fc.array(
  fc.record({
    type: fc.constantFrom("text" as const, "code" as const, "output" as const),
    content: fc.string({ unit: fc.constantFrom("a", " ", "\n", "`", "```", "#", "\\"), maxLength: 40 }),
  }),
  { maxLength: 6 },
);

test("each part's lines hold exactly that segment's content", () => {
  fc.assert(
    fc.property(segments, (all) => {
      const { text, parts } = traceDocument(all);
      const lines = text.split("\n");
      expect(parts.map(({ startLine, endLine }) => lines.slice(startLine - 1, endLine).join("\n"))).toEqual(
        all.map((segment) => segment.content),
      );
    }),
  );
});

test("no content can close the fence around it", () => {
  fc.assert(
    fc.property(segments, (all) => {
      const { text, parts } = traceDocument(all);
      const lines = text.split("\n");
      for (const { type, startLine, endLine } of parts) {
        if (type === "text") continue;
        const fence = /^`+/.exec(lines[startLine - 2] ?? "")?.[0] ?? "";
        expect(fence.length).toBeGreaterThanOrEqual(3);
        expect(lines.slice(startLine - 1, endLine).some((line) => line.includes(fence))).toBe(false);
        expect(lines[endLine]).toBe(fence);
      }
    }),
  );
});

test("code and outputs are tinted, text is not", () => {
  const { decorations } = traceDocument([
    { type: "text", content: "We compute." },
    { type: "code", content: "print(1)" },
    { type: "output", content: "1" },
  ]);
  expect(decorations).toEqual([
    { startLine: 4, endLine: 4, className: "mt-code" },
    { startLine: 8, endLine: 8, className: "mt-output" },
  ]);
});
