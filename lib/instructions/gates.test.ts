import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asksSomething } from "./asks-something.ts";
import { gates } from "./contract.ts";
import { gateFault } from "./gates.ts";

const usual = gates.parse({});
const reasonOf = (text: string, part: Partial<typeof usual> = {}) =>
  gateFault(text, { ...usual, ...part })?.reason ?? null;

describe("a statement", () => {
  test("of any characters gets an answer, the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(gateFault(text, usual)).toEqual(gateFault(text, usual));
      }),
    );
  });

  test("passes by its length exactly from the fewest words to the most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (words) => {
        const text = `find ${"many ".repeat(words - 1)}`;
        const reason = reasonOf(text, { minWords: 10, maxWords: 20 });
        expect(reason).toBe(words < 10 ? "too_short" : words > 20 ? "too_long" : null);
      }),
    );
  });

  test("of characters that make no words is too long", () => {
    expect(reasonOf(`What is ${"9".repeat(20_000)} in words?`)).toBe("too_long");
  });

  test("takes no more than a moment however it is made up", () => {
    for (const part of ["\\(", "\\[", "$$", "$", "![", "```", "`", "in the ", "shown ", ", ", "|", ":\n"]) {
      const text = `What is it then ${part.repeat(100_000 / part.length)}`;
      const begun = performance.now();
      gateFault(text, { ...usual, minWords: 0, maxWords: 100_000, language: "zh" });
      expect(performance.now() - begun, part).toBeLessThan(2000);
    }
  });

  test("must ask for something, in words or with a question mark; a command of LaTeX asks for nothing", () => {
    expect(reasonOf("There are three apples and two pears on the table.")).toBe("no_question");
    expect(reasonOf("Compute $\\frac{1}{2} + \\frac{1}{3}$.")).toBeNull();
    expect(reasonOf("Here is $\\sum_{i=1}^{3} i$ and no more of it.")).toBe("no_question");
    expect(reasonOf("小明有3个苹果，又买了5个，他现在一共有几个苹果")).toBeNull();
  });

  test("must need nothing that can't be seen in it", () => {
    for (const text of [
      "What is the area of the triangle shown below?",
      "Find the slope. ![graph](x.png)",
      "What is the area? [asy] draw((0,0)--(1,1)); [/asy]",
      "See https://example.org and find the sum of its numbers.",
      "Using the figure above, find the angle.",
      "如图，求三角形的面积是多少？",
    ]) {
      expect(reasonOf(text), text).toBe("unsupported");
    }
    for (const text of [
      "In the figure, what is the measure of angle x?",
      "The square is divided as shown. What is its area?",
      "The table below shows the sales of a week. What is their mean?",
      "Use the values listed below to find the median.",
      "右图中，三角形的面积是多少？",
    ]) {
      expect(reasonOf(text), text).toBe("unsupported");
    }
    for (const text of [
      "The table below shows sales. What is their mean?\n\n| day | sales |\n|---|---|\n| Monday | 3 |",
      "The values listed below: 3, 5, 7 and 9. What is their median?",
      "The sums are shown below. \\[1 + 2\\] \\[3 + 4\\] What is their product?",
      "What is the perimeter of the figure that two such squares make?",
      "A number is 2, as shown by Euler. What is twice that?",
    ]) {
      expect(reasonOf(text), text).toBeNull();
    }
    expect(reasonOf("What is the area above the line y = 2 and below y = 5 for x from 0 to 1?")).toBeNull();
  });

  test("is of the wanted language by the letters outside its formulas", () => {
    const chinese = "小明有3个苹果，又买了5个，现在一共有几个？";
    const english = "Let $\\alpha$ be an angle. What is $\\sin\\alpha$ for $\\alpha = \\pi$?";
    expect(reasonOf(chinese, { language: "en" })).toBe("language");
    expect(reasonOf(chinese, { language: "zh" })).toBeNull();
    expect(reasonOf(english, { language: "en" })).toBeNull();
    expect(reasonOf(english, { language: "zh" })).toBe("language");
    expect(reasonOf("$1 + 2 = x$ ? $3 + 4$", { language: "zh" })).toBeNull();
    const code = "下面的程序输出什么？\n```python\nfor number in range(3):\n    print(number)\n```";
    expect(reasonOf(code, { language: "zh" })).toBeNull();
    expect(reasonOf(code, { language: "en" })).toBe("language");
  });
});

const FILES = [
  ["gsm8k/train.jsonl", "question"],
  ["gsm8k/test.jsonl", "question"],
  ["math/test.jsonl", "problem"],
] as const;
const here = existsSync("../shared/data/gsm8k/train.jsonl");

function textsOf(file: string, field: string): string[] {
  const lines = readFileSync(`../shared/data/${file}`, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => String(JSON.parse(line)[field]));
}

describe.skipIf(!here)("real problems (../shared/data)", () => {
  test.each(FILES)("in %s pass in at least 99.9 of 100, drawings and figures aside", (file, field) => {
    const reasons = textsOf(file, field).map((text) => reasonOf(text, { language: "en" }));
    const text = reasons.filter((reason) => reason !== "unsupported");
    expect(text.filter((reason) => reason === null).length / text.length).toBeGreaterThan(0.999);
    expect(text.length / reasons.length).toBeGreaterThan(0.9);
  });

  test.each(FILES)("in %s ask for something in at least 99.9 of 100", (file, field) => {
    const asked = textsOf(file, field).map(asksSomething);
    expect(asked.filter(Boolean).length / asked.length).toBeGreaterThan(0.999);
  });

  test.each(["gsm8k/train.jsonl", "gsm8k/test.jsonl"])(
    "in %s without their questions ask for nothing in at least 98 of 100",
    (file) => {
      const told = textsOf(file, "question").flatMap((text) => {
        const sentences = text.split(/(?<=[.!?])\s+/);
        const rest = sentences.filter((one) => !one.includes("?"));
        return rest.length > 0 && rest.length < sentences.length ? [rest.join(" ")] : [];
      });
      expect(told.length).toBeGreaterThan(1000);
      expect(told.filter((rest) => !asksSomething(rest)).length / told.length).toBeGreaterThan(0.98);
    },
  );
});
