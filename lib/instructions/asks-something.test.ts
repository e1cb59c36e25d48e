import fc from "fast-check";
import { expect, test } from "vitest";
import { asksSomething } from "./asks-something.ts";

const told = fc.constantFrom<string[]>(
  "There are three apples.",
  "Ann, who is 7, has a book which she likes.",
  "When it rains, he walks.",
  "Let $\\sum_{i=1}^{3} i$ be $\\log x$.",
  "She wants to find a house.",
  "小明有3个苹果。",
);
const asked = fc.constantFrom<string[]>(
  "How many are there",
  "Find $x$.",
  "If so, what is it",
  "Then compute their sum.",
  "$x = 2$. Express it in base 3.",
  "求 x 的值",
  "一共有多少苹果",
);

test("a text asks where one of its sentences does, wherever that stands, and not otherwise", () => {
  fc.assert(
    fc.property(
      fc.array(told, { minLength: 1 }),
      fc.option(asked, { nil: null }),
      fc.nat(),
      (tells, asks, at) => {
        const place = at % (tells.length + 1);
        const text = tells.toSpliced(place, 0, ...(asks === null ? [] : [asks])).join(" ");
        expect(asksSomething(text)).toBe(asks !== null);
      },
    ),
  );
});

test("a question mark is enough", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("?", "？"), (text, mark) => {
      expect(asksSomething(text + mark)).toBe(true);
    }),
  );
});
