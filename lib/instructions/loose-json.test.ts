import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looseJson } from "./loose-json.ts";

const read = (text: string) => looseJson(text)?.value;

// Backslashes and control characters are where it reads otherwise than strict JSON, on purpose.
const plain = fc.string().map((text) => text.replace(/[\\\p{Cc}]/gu, ""));
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    plain,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(plain, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe("JSON as models write it", () => {
  test("is read as strict JSON is, where it is that and has no backslashes", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(looseJson(text)).toEqual({ value: JSON.parse(text), end: text.length });
      }),
    );
  });

  test("never throws, whatever stands there", () => {
    const scraps = fc.array(
      fc.constantFrom("{", "}", "[", "]", '"', "\\", ",", ":", "a", "1", "-", "\n", " ", "u00"),
    );
    fc.assert(fc.property(scraps, (parts) => void read(parts.join(""))));
    expect(read("[".repeat(100_000))).toBeDefined();
  });

  test("keeps commands of LaTeX whose backslash isn't doubled, and those whose is", () => {
    const text = String.raw`{"problem": "If \frac{1}{2}x \neq \beta, find \\tan\theta \times \rho.\nGive it exactly. \"So\""}`;
    expect(read(text)).toEqual({
      problem: 'If \\frac{1}{2}x \\neq \\beta, find \\tan\\theta \\times \\rho.\nGive it exactly. "So"',
    });
  });

  test("keeps what is whole of a text that breaks off, and not what was being written", () => {
    expect(read('{"problems": [{"problem": "One?"}, {"problem": "Two?"}, {"problem": "Thr')).toEqual({
      problems: [{ problem: "One?" }, { problem: "Two?" }],
    });
    expect(read('[1, 2, "th')).toEqual([1, 2]);
  });

  test("lets commas stand before a closing bracket, and line breaks within strings", () => {
    expect(read('{"a": ["x\ny", ],}')).toEqual({ a: ["x\ny"] });
  });

  test("makes no object with a foreign prototype", () => {
    const made = read('{"__proto__": {"polluted": true}}');
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });

  test("reads a line break as one unless a command begins so, however the next word begins", () => {
    const words = ["Let", "Round", "if", "is", "one", "every", "Find", "Verify", "unless", "x", "Give"];
    const commands = [
      "\\neq",
      "\\nu",
      "\\nabla",
      "\\notin",
      "\\not",
      "\\times",
      "\\text",
      "\\frac",
      "\\beta",
      "\\right",
    ];
    for (const word of words) expect(read(`["So.\\n${word} it"]`), word).toEqual([`So.\n${word} it`]);
    for (const command of commands) expect(read(`["x ${command} y"]`), command).toEqual([`x ${command} y`]);
    fc.assert(
      fc.property(fc.constantFrom(...commands, "x", "\\\\\n", "{", "$", "\nu ", "\tb"), (part) => {
        const text = `\\sqrt${part} and ${part}.`;
        expect(read(JSON.stringify([text]))).toEqual([text]);
      }),
    );
  });

  test("keeps line breaks of LaTeX where its commands aren't doubled", () => {
    expect(read(String.raw`["\sqrt 2 \\ 3 \\\nx \\sin y"]`)).toEqual([
      `${String.raw`\sqrt 2 \\ 3 \\`}\nx \\sin y`,
    ]);
  });

  test("keeps quotes within a string that aren't escaped", () => {
    expect(read('{"problem": "He said "hi" twice. How many?", "level": 2}')).toEqual({
      problem: 'He said "hi" twice. How many?',
      level: 2,
    });
    expect(read('["Who said "yes", and when?", "The word "no""]')).toEqual([
      'Who said "yes", and when?',
      'The word "no"',
    ]);
  });

  test("passes over comments, and commas that lack", () => {
    expect(read('[ // the first\n "a" /* and */ "b", {"c": 1 "d": 2} ]')).toEqual(["a", "b", { c: 1, d: 2 }]);
  });
});
