import fc from "fast-check";
import { expect, test } from "vitest";
import { traceText } from "./testing/arbitraries.ts";
import { readFence, scanTrace } from "./trace-scanner.ts";

test("no two stretches of text stand side by side, and no character is made up", () => {
  fc.assert(
    fc.property(traceText, (trace) => {
      const blocks = scanTrace(trace);
      for (const [i, block] of blocks.entries()) {
        if (block.type === "text") expect(blocks[i + 1]?.type).not.toBe("text");
        for (const line of block.content.split("\n")) expect(trace).toContain(line.trim());
      }
    }),
  );
});

test("a fence is three or more backticks without another behind them", () => {
  expect(readFence("```python")).toEqual({ indent: 0, ticks: 3, word: "python" });
  expect(readFence("  ````Python title=a\r")).toEqual({ indent: 2, ticks: 4, word: "python" });
  expect(readFence("```")).toEqual({ indent: 0, ticks: 3, word: "" });
  expect(readFence("``")).toBeNull();
  expect(readFence("a ```")).toBeNull();
  expect(readFence("```x = 1```")).toBeNull();
});

test("text between blocks is given even where it is blank", () => {
  expect(scanTrace("```python\na\n```\n\n```output\n1\n```")).toEqual([
    { type: "code", content: "a" },
    { type: "text", content: "" },
    { type: "output", content: "1" },
  ]);
});
