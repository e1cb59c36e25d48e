import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSegments } from "#lib/answers/arithmetic.ts";
import type { PathExecution, Segment, SegmentExecution } from "#lib/paths/contract.ts";
import { stepMarks } from "./step-marks.ts";
import { traceDocument } from "./trace-document.ts";

function marksOf(segments: Segment[], execution: PathExecution | null = null) {
  const document = traceDocument(segments);
  return { text: document.text, ...stepMarks(segments, document, checkSegments(segments), execution) };
}

const ran = (segment: number, part: Partial<SegmentExecution>): SegmentExecution => ({
  segment,
  stdout: "",
  value: null,
  error: null,
  recorded: null,
  agrees: null,
  ...part,
});
const execution = (...segments: SegmentExecution[]): PathExecution => ({
  milliseconds: 3,
  truncated: 0,
  segments,
});

const statement = fc
  .record({
    a: fc.integer({ min: 2, max: 90 }),
    b: fc.integer({ min: 2, max: 90 }),
    off: fc.constantFrom(0, 0, 7),
  })
  .map(({ a, b, off }) => ({ text: `${a} + ${b} = ${a + b + off}`, outcome: off === 0 ? "right" : "wrong" }));
const filler = fc.constantFrom("\n", "\r\n", ".\r\rSo 𝑥² follows.\n", ". Then we know: ", "\n\n");

describe("the marks of a trace", () => {
  test("underline each wrong statement exactly, whatever line ends stand before it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(statement, filler), { maxLength: 12 }), (parts) => {
        const content = parts.map(([each, gap]) => each.text + gap).join("");
        const { text, spans } = marksOf([
          { type: "code", content: "x = 1\n" },
          { type: "text", content },
        ]);
        const lines = text.split("\n");
        const underlined = spans.map((span) =>
          lines[span.startLine - 1]?.slice(span.startColumn - 1, span.endColumn - 1),
        );
        expect(underlined).toEqual(
          parts.filter(([each]) => each.outcome === "wrong").map(([each]) => each.text),
        );
      }),
    );
  });

  test("are one to a line: the gravest, which says what is to be said of all", () => {
    const { glyphs } = marksOf([
      { type: "text", content: "So 3 * 4 = 12, and 48/2 = 25.\nThen 5 + 5 = 10." },
    ]);
    expect(glyphs).toEqual([
      {
        line: 1,
        tone: "bad",
        sign: "cross-first",
        hover: "Right: 3 * 4 is 12\nThe first wrong step: 48/2 is 24, not 25",
      },
      { line: 2, tone: "good", sign: "tick", hover: "Right: 5 + 5 is 10" },
    ]);
  });

  test("single out the first wrong step among all", () => {
    const { glyphs, spans, wrong } = marksOf([
      { type: "text", content: "48/2 = 25." },
      { type: "text", content: "7*8 = 54." },
    ]);
    expect(glyphs.map(({ sign }) => sign)).toEqual(["cross-first", "cross"]);
    expect(spans.map(({ className, hover }) => [className, hover])).toEqual([
      ["mt-wrong-first", "48/2 is 24, not 25"],
      ["mt-wrong", "7*8 is 56, not 54"],
    ]);
    expect(wrong.map(({ place }) => place)).toEqual([
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 10 },
      { startLine: 2, startColumn: 1, endLine: 2, endColumn: 9 },
    ]);
  });

  const program: Segment[] = [
    { type: "text", content: "We compute." },
    { type: "code", content: "a = 1\nprint(a / 0)\n" },
    { type: "output", content: "1\n" },
  ];

  test.each([
    ["reproduced", { recorded: "1", stdout: "1\n", agrees: true }, "good", "tick"],
    ["different", { recorded: "1", stdout: "2\n", agrees: false }, "warn", "differs"],
    ["without a recorded output", {}, "neutral", "open"],
  ] as const)("show at its fence that code was %s", (_, part, tone, sign) => {
    const { glyphs } = marksOf(program, execution(ran(1, part)));
    expect(glyphs.map((glyph) => [glyph.line, glyph.tone, glyph.sign])).toEqual([[2, tone, sign]]);
  });

  test("show code that failed at its fence and at the line of the error", () => {
    const error = { kind: "exception", message: "ZeroDivisionError: division by zero", line: 2 } as const;
    const { glyphs } = marksOf(program, execution(ran(1, { error, recorded: "1", agrees: false })));
    expect(glyphs).toEqual([
      {
        line: 2,
        tone: "bad",
        sign: "cross",
        hover: "Didn't end well: ZeroDivisionError: division by zero, in line 2",
      },
      { line: 4, tone: "bad", sign: "cross", hover: "ZeroDivisionError: division by zero, in line 2" },
    ]);
  });

  test("never leave the code for an error whose line it doesn't have", () => {
    const error = { kind: "exception", message: "SyntaxError", line: 9 } as const;
    const { glyphs } = marksOf(program, execution(ran(1, { error })));
    expect(glyphs.map(({ line }) => line)).toEqual([2]);
  });

  test("take an error that the path itself records for what it is: reproduced", () => {
    const error = { kind: "exception", message: "NameError: b", line: 1 } as const;
    const { glyphs } = marksOf(program, execution(ran(1, { error, recorded: "NameError: b", agrees: true })));
    expect(glyphs.map(({ line, sign }) => [line, sign])).toEqual([[2, "tick"]]);
  });

  test("are none where there is neither arithmetic nor a run of the code", () => {
    expect(marksOf(program)).toMatchObject({ glyphs: [], spans: [], wrong: [] });
  });
});
