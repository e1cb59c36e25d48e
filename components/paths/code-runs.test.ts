import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeRuns } from "./code-runs.ts";

const types = fc.constantFrom(
  "",
  "keyword.python",
  "string.escape.python",
  "identifier.python",
  "comment.python",
  "typewriter",
);
const lineWithTokens = fc.string({ maxLength: 40 }).chain((line) =>
  fc.record({
    line: fc.constant(line),
    tokens: fc
      .uniqueArray(fc.nat(line.length), { maxLength: 8 })
      .chain((offsets) =>
        fc.tuple(...offsets.sort((a, b) => a - b).map((offset) => types.map((type) => ({ offset, type })))),
      ),
  }),
);

describe("the runs of a line of code", () => {
  test("put together are the line", () => {
    fc.assert(
      fc.property(lineWithTokens, ({ line, tokens }) => {
        const runs = codeRuns(line, tokens);
        expect(runs.map(({ text }) => text).join("")).toBe(line);
        expect(runs.every(({ text }) => text !== "")).toBe(true);
      }),
    );
  });

  test("never have the same colour as the run before", () => {
    fc.assert(
      fc.property(lineWithTokens, ({ line, tokens }) => {
        const runs = codeRuns(line, tokens);
        expect(runs.every((run, place) => place === 0 || run.className !== runs[place - 1]?.className)).toBe(
          true,
        );
      }),
    );
  });

  test("colour by the whole first words of a token's type", () => {
    expect(
      codeRuns('return "a\\n" # x', [
        { offset: 0, type: "keyword.python" },
        { offset: 6, type: "white.python" },
        { offset: 7, type: "string.python" },
        { offset: 9, type: "string.escape.python" },
        { offset: 11, type: "string.python" },
        { offset: 12, type: "white.python" },
        { offset: 13, type: "comment.python" },
      ]),
    ).toEqual([
      { text: "return", className: "text-code-keyword" },
      { text: " ", className: undefined },
      { text: '"a', className: "text-code-string" },
      { text: "\\n", className: "text-code-number" },
      { text: '"', className: "text-code-string" },
      { text: " ", className: undefined },
      { text: "# x", className: "text-ink-faint italic" },
    ]);
    expect(codeRuns("ab", [{ offset: 0, type: "typewriter" }])).toEqual([
      { text: "ab", className: undefined },
    ]);
  });
});
