import fc from "fast-check";
import { expect, test } from "vitest";
import { lastLine, lineEnd, trimSpan } from "./span.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const all = (text: string) => {
  const span = trimSpan(text, { start: 0, end: text.length });
  return text.slice(span.start, span.end);
};

test("what surrounds an answer is trimmed, however it is nested", () => {
  const answer = fc.constantFrom("18", "x+1", "\\frac{1}{2}", "Sunday", "(1, 2)");
  const wrap = fc.constantFrom<(text: string) => string>(
    (text) => `**${text}**`,
    (text) => `$${text}$`,
    (text) => `\\(${text}\\)`,
    (text) => ` ${text} `,
    (text) => `${text}.`,
    (text) => `: ${text}`,
    (text) => `"${text}"`,
  );
  fc.assert(
    fc.property(answer, wrap, wrap, (text, f, g) => {
      expect(all(f(text))).toBe(text);
      fc.pre(f !== g);
      expect(all(g(f(text)))).toBe(text);
    }),
  );
});

test("a trimmed span lies within the span, and trimming it again changes nothing", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: character }), fc.stringMatching(/^[*$.,: \\()a1]{0,30}$/)),
      (text) => {
        const span = trimSpan(text, { start: 0, end: text.length });
        expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        expect(trimSpan(text, span)).toEqual(span);
      },
    ),
  );
});

test("wrappers around several things, and three dots, stay", () => {
  expect(all("$3$ or $4$.")).toBe("$3$ or $4$");
  expect(all("0.333...")).toBe("0.333...");
});

test("lines are found by their ends", () => {
  expect(lineEnd("ab\ncd", 0)).toBe(2);
  expect(lineEnd("ab\ncd", 3)).toBe(5);
  expect(lastLine("ab\ncd\n \n")).toEqual({ start: 3, end: 5 });
  expect(lastLine(" \n")).toBeNull();
});
