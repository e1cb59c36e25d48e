import fc from "fast-check";
import { expect, test } from "vitest";
import { numberedItems } from "./numbered-list.ts";

const item = fc
  .tuple(
    fc.constantFrom("What is", "Find", "求", "A list of 3.5 and 2. Which of"),
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom("?", "\\frac{1}{2}?", " **apples**?", "\n1. one\n2. two\nWhich of them?"),
  )
  .map((parts) => parts.join(" "));
const items = fc.uniqueArray(item, { minLength: 1, maxLength: 6 });
const headings: ((place: number) => string)[] = [
  (place) => `Problem ${place}: `,
  (place) => `Problem ${place}:\n`,
  (place) => `Problem ${place} (Number theory):\n`,
  (place) => `### Problem ${place}\n`,
  (place) => `### Question ${place} (Algebra)\n\n`,
  (place) => `**Problem ${place}:** `,
  (place) => `**Problem ${place}**: `,
  (place) => `**Task #${place}**\n`,
  (place) => `Question ${place}. `,
  (place) => `题目${place}：`,
  (place) => `第${place}题：`,
];

test("items under names are found as they are, lists within them too", () => {
  fc.assert(
    fc.property(
      items,
      fc.constantFrom(...headings),
      fc.constantFrom("\n", "\n\n", "\n\n---\n\n"),
      (list, heading, gap) => {
        const text = list.map((one, at) => heading(at + 1) + one).join(gap);
        expect(numberedItems(text)).toEqual(list);
        expect(numberedItems(`Here they are:\n\n${text}\n\nLet me know if you want more!`)).toEqual(list);
      },
    ),
  );
});

test("items under numbers are found in order, from 1", () => {
  const flat = items
    .map((list) => list.filter((one) => !one.includes("\n")))
    .filter((list) => list.length > 0);
  const numbers = [".", ")", ":", "、"].map((sign) => (place: number) => `${place}${sign} `);
  fc.assert(
    fc.property(
      flat,
      fc.constantFrom(...numbers, (place: number) => `**${place}.** `),
      (list, heading) => {
        expect(numberedItems(list.map((one, at) => heading(at + 1) + one).join("\n"))).toEqual(list);
      },
    ),
  );
  expect(numberedItems("3.5 apples cost 7 dollars.\n1.5 pears cost 2.")).toEqual([]);
  expect(numberedItems("1. A farm has:\n1. cows\n3. hens\nHow many?\n2. What is 2 + 2?")).toEqual([
    "A farm has:\n1. cows\n3. hens\nHow many?",
    "What is 2 + 2?",
  ]);
});

test("what a model answers to its own problem isn't of its statement", () => {
  const text =
    "1. What is 1 + 1?\nAnswer: 2\n\n2. What is 2 + 2?\n**Solution:** It is\n4.\n3. 求 x。\n答案：3";
  expect(numberedItems(text)).toEqual(["What is 1 + 1?", "What is 2 + 2?", "求 x。"]);
});

test("a title in the heading keeps no mark of its emphasis", () => {
  expect(numberedItems("**Problem 1: Speed**\nHow fast is it?")).toEqual(["Speed\nHow fast is it?"]);
  expect(numberedItems("1. **Speed** How fast?")).toEqual(["**Speed** How fast?"]);
});

test("any text takes time in its length, whatever it repeats", () => {
  const parts = [
    "\n",
    " \n",
    "*\n",
    "1",
    "\n1. a",
    "Problem ",
    "\nProblem 1",
    "> ",
    "**",
    "（",
    "第",
    "answer",
  ];
  for (const part of parts) {
    const begun = performance.now();
    numberedItems(`a${part.repeat(150_000 / part.length)}b`);
    expect(performance.now() - begun, JSON.stringify(part)).toBeLessThan(1500);
  }
});
