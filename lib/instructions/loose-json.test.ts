import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looseJson } from "./loose-json.ts";

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
        expect(looseJson(JSON.stringify(value, null, indent))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("never throws, whatever stands there", () => {
    const scraps = fc.array(
      fc.constantFrom("{", "}", "[", "]", '"', "\\", ",", ":", "a", "1", "-", "\n", " ", "u00"),
    );
    fc.assert(fc.property(scraps, (parts) => void looseJson(parts.join(""))));
    expect(looseJson("[".repeat(100_000))).toBeDefined();
  });

  test("keeps commands of LaTeX whose backslash isn't doubled, and those whose is", () => {
    const text = String.raw`{"problem": "If \frac{1}{2}x \neq \beta, find \\tan\theta \times \rho.\nGive it exactly. \"So\""}`;
    expect(looseJson(text)).toEqual({
      problem: 'If \\frac{1}{2}x \\neq \\beta, find \\tan\\theta \\times \\rho.\nGive it exactly. "So"',
    });
  });

  test("keeps what is whole of a text that breaks off, and not what was being written", () => {
    expect(looseJson('{"problems": [{"problem": "One?"}, {"problem": "Two?"}, {"problem": "Thr')).toEqual({
      problems: [{ problem: "One?" }, { problem: "Two?" }],
    });
    expect(looseJson('[1, 2, "th')).toEqual([1, 2]);
  });

  test("lets commas stand before a closing bracket, and line breaks within strings", () => {
    expect(looseJson('{"a": ["x\ny", ],}')).toEqual({ a: ["x\ny"] });
  });

  test("makes no object with a foreign prototype", () => {
    const read = looseJson('{"__proto__": {"polluted": true}}');
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });
});
