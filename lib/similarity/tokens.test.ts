import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokensOf } from "./tokens.ts";

describe("the tokens of ASCII text", () => {
  test("are the runs of letters and digits, in lower case, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        const runs = text.toLowerCase().split(/[^a-z0-9]+/);
        expect(tokensOf(text)).toEqual(runs.filter((run) => run !== ""));
      }),
    );
  });

  test("are the same beside text beyond ASCII as alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        expect(tokensOf(`${text} é`)).toEqual([...tokensOf(text), "é"]);
      }),
    );
  });

  test.each([
    ["\\frac{1}{2}", ["frac", "1", "2"]],
    ["3.5 and 1,000", ["3", "5", "and", "1", "000"]],
    ["x_1 + 2y^2 = -7", ["x", "1", "2y", "2", "7"]],
    ["Don't!", ["don", "t"]],
    ["?! ...", []],
  ])("of %s are %j", (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
});

describe("the tokens of other text", () => {
  test.each([
    ["Chinese", "小明有3个苹果。", ["小", "明", "有", "3", "个", "苹", "果"]],
    ["Chinese between Latin", "求x²的值", ["求", "x", "2", "的", "值"]],
    ["Japanese", "データは〇です", ["デ", "ー", "タ", "は", "〇", "で", "す"]],
    ["half-width kana", "ｶﾞｽ", ["ガ", "ス"]],
    ["Thai, marks upon their letters", "กี่ผล ๑๒", ["กี่", "ผ", "ล", "๑๒"]],
    ["Khmer", "ចំនួន", ["ចំ", "នួ", "ន"]],
    ["Korean", "사과 세 개", ["사과", "세", "개"]],
    ["accents", "Café, naïve; cafe\u0301", ["café", "naïve", "café"]],
    ["Greek", "ΓΩΝΊΑ γωνία π", ["γωνία", "γωνία", "π"]],
    ["Russian", "Сколько яблок?", ["сколько", "яблок"]],
    ["Arabic", "كَمْ ١٢ تفاحة؟", ["كَمْ", "١٢", "تفاحة"]],
    ["Hindi", "कितने सेब हैं", ["कितने", "सेब", "हैं"]],
    ["quotes, dashes and signs", "Tom’s “half”—5€ × 3 ≤ 20", ["tom", "s", "half", "5", "3", "20"]],
    ["fractions", "1½ = 3/2", ["1", "1", "2", "3", "2"]],
    ["letters beyond 16 bits", "𠮷野 𝑥𝑦", ["𠮷", "野", "xy"]],
  ])("of %s", (_what, text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  test("leave no letter out", () => {
    const strings = fc.string({ unit: "grapheme", maxLength: 30 });
    fc.assert(
      fc.property(strings, (text) => {
        const letters = (from: string) => from.match(/\p{L}/gu)?.length ?? 0;
        const plain = text.normalize("NFKC").toLowerCase();
        expect(letters(tokensOf(text).join(""))).toBe(letters(plain));
      }),
    );
  });
});

test("stemming cuts longer English words, and nothing else", () => {
  const text = "dies counting Zähler zählen counts 小明";
  expect(tokensOf(text, { stem: true })).toEqual(["die", "count", "zähler", "zählen", "count", "小", "明"]);
  expect(tokensOf("his was", { stem: true })).toEqual(["his", "was"]);
});
