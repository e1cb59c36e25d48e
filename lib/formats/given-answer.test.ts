import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareAnswer, extractFromSegments } from "#lib/answers/extract.ts";
import { givenAnswer } from "./given-answer.ts";
import { segmentText } from "./segments.ts";

test("what a text declares is its answer, whatever else it is", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 40 }), fc.nat(), (prose, n) => {
      expect(givenAnswer(`${prose}\n#### ${n}`)).toBe(String(n));
    }),
  );
});

test("never throws, and gives the text's own answer or one that a path of the same text has", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const path = extractFromSegments(segmentText(text))?.answer;
      expect([bareAnswer(text), path]).toContain(givenAnswer(text));
    }),
  );
});

describe("a bare answer stays as it is", () => {
  test.each([
    "18",
    "\\frac{1}{2}",
    "x = 1\ny = 2",
    "\\begin{pmatrix} 1 & 2 \\\\\n 3 & 4 \\end{pmatrix}",
    "\\text{the two lines are parallel and never meet}",
    "\\left( \\frac{\\sqrt{2}}{2}, \\frac{\\sqrt{3}}{2}, \\frac{\\pi}{4}, \\infty, \\theta, \\alpha, \\beta, \\gamma \\right)",
  ])("%s", (text) => {
    expect(givenAnswer(text)).toBe(text);
  });
});

describe("of a solution that declares none, the answer is what a path would be judged by", () => {
  test("the last line that its program printed", () => {
    const text = "```python\nx = [60, 1, 2]\nprint(x[0])\n```\n```output\n60\n```\n";
    expect(givenAnswer(text)).toBe("60");
  });

  test("the last number of its prose", () => {
    const text =
      "Half of the 80 kernels pop in the first minute, so that is 40 of them, and then 10 more: 40 + 10 = 50.";
    expect(givenAnswer(text)).toBe("50");
  });

  test("nothing but the text where it holds no answer at all", () => {
    const text = "I am sorry, but this is a question that I really have no idea at all how to answer.";
    expect(givenAnswer(text)).toBe(text);
  });
});
