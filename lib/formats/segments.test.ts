import fc from "fast-check";
import { expect, test } from "vitest";
import { CLOSING_WORDS, joinSegments, kindOf, LEAD_WORDS, type Segment, segmentText } from "./segments.ts";
import { canonicalSegments, traceText } from "./testing/arbitraries.ts";

const text = (content: string): Segment => ({ type: "text", content });
const code = (content: string): Segment => ({ type: "code", content });
const output = (content: string): Segment => ({ type: "output", content });
const words = (n: number): string => Array.from({ length: n }, (_, i) => `w${i}`).join(" ");

test("canonical segments come back from their joined text", () => {
  fc.assert(
    fc.property(canonicalSegments, (segments) => {
      expect(segmentText(joinSegments(segments))).toEqual(segments);
    }),
    { numRuns: 2000 },
  );
});

test("splitting, joining and splitting again changes nothing, whatever the text", () => {
  fc.assert(
    fc.property(traceText, (trace) => {
      const segments = segmentText(trace);
      expect(segmentText(joinSegments(segments))).toEqual(segments);
    }),
    { numRuns: 5000 },
  );
});

test("text without blocks is kept to the last character", () => {
  const solution = "She has 3*2=<<3*2=6>>6 eggs.\r\n\n  So `6`.\n#### 6\n";
  expect(segmentText(solution)).toEqual([text(solution)]);
  expect(joinSegments(segmentText(solution))).toBe(solution);
});

test("a ToRA trajectory splits into code, output and text, and joins to the same bytes", () => {
  const trace = "```python\nprint(9*2)\n```\n```output\n18\n```\nShe makes $\\boxed{18}$ dollars.";
  expect(segmentText(trace)).toEqual([
    code("print(9*2)"),
    output("18"),
    text("She makes $\\boxed{18}$ dollars."),
  ]);
  expect(joinSegments(segmentText(trace))).toBe(trace);
});

test("OpenMathInstruct's tags mark code and output", () => {
  const trace =
    "Let's see.\n<llm-code>\nx = 2\nx\n</llm-code>\n<llm-code-output>\n2\n</llm-code-output>\nSo 2.";
  expect(segmentText(trace)).toEqual([text("Let's see."), code("x = 2\nx"), output("2"), text("So 2.")]);
});

test("an output tag ends a code block that was not closed", () => {
  expect(segmentText("<llm-code>\nx\n<llm-code-output>\n2")).toEqual([code("x"), output("2")]);
});

test("a fence that never closes runs to the end, or to the next block", () => {
  expect(segmentText("So:\n```python\nx = 1\nprint(x)")).toEqual([text("So:"), code("x = 1\nprint(x)")]);
  expect(segmentText("```python\nx = 1\n```output\n1\n```")).toEqual([code("x = 1"), output("1")]);
});

test("a bare fence and a py fence hold code, and an indented fence loses its indentation", () => {
  expect(segmentText("```\na()\n```\n```py\nb()\n```")).toEqual([code("a()"), code("b()")]);
  expect(segmentText("1. Do:\n   ```python\n   if x:\n     y()\n   ```")).toEqual([
    text("1. Do:"),
    code("if x:\n  y()"),
  ]);
});

test("fences of other languages stay in the text, and their end doesn't open code", () => {
  const answer = 'Here:\n```json\n{"a": 1}\n```\nDone.';
  expect(segmentText(answer)).toEqual([text(answer)]);
});

test("code that holds fences of its own gets a longer fence", () => {
  const segments = [code('print("""\n```python\nx\n```\n""")')];
  expect(joinSegments(segments).startsWith("````python\n")).toBe(true);
  expect(segmentText(joinSegments(segments))).toEqual(segments);
});

test("a program without fences is one code segment", () => {
  const program = "def solution():\n    eggs = 16 - 3 - 4\n    return eggs * 2\n\nprint(solution())";
  expect(segmentText(program)).toEqual([code(program)]);
});

test("a blank text has no segments", () => {
  expect(segmentText("")).toEqual([]);
  expect(segmentText(" \n\n")).toEqual([]);
});

test("a million characters of fences and tags split within two seconds", () => {
  const traces = [
    "``` ".repeat(250_000),
    "<llm-code></llm-code>".repeat(50_000),
    `\`\`\`${" ".repeat(1e6)}\``,
  ];
  const start = performance.now();
  for (const trace of traces) segmentText(trace);
  expect(performance.now() - start).toBeLessThan(2000);
});

test("a path without code is cot, whatever it printed", () => {
  expect(kindOf([text("3 + 4 = 7")])).toBe("cot");
  expect(kindOf([text("a"), code("  \n"), output("7")])).toBe("cot");
  expect(kindOf([])).toBe("cot");
});

test("code with a short lead-in and a closing sentence is pot", () => {
  expect(kindOf([code("print(7)")])).toBe("pot");
  expect(
    kindOf([text("Let's compute it:"), code("print(7)"), output("7"), text("The answer is $x = 7$.")]),
  ).toBe("pot");
  expect(kindOf([text(words(LEAD_WORDS)), code("f()"), output("7"), text(words(CLOSING_WORDS))])).toBe("pot");
});

test("prose that reasons beside the code makes a path mixed", () => {
  expect(kindOf([text(words(LEAD_WORDS + 1)), code("f()")])).toBe("mixed");
  expect(kindOf([code("f()"), output("7"), text(words(CLOSING_WORDS + 1))])).toBe("mixed");
  expect(kindOf([text("Four bags hold 4 * 3 = 12."), code("f()")])).toBe("mixed");
  expect(kindOf([code("f()"), output("7"), text("That is too large."), code("g()"), output("5")])).toBe(
    "mixed",
  );
});
