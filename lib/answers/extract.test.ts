import fc from "fast-check";
import { expect, test } from "vitest";
import { type AnswerSegment, bareAnswer, extractAnswer, extractFromSegments } from "./extract.ts";
import { newSteps } from "./steps.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const found = (text: string) => {
  const answer = extractAnswer(text);
  return answer && [answer.answer, answer.rule];
};

/** Texts that each hold an answer by one rule and by none above it, strongest rule first. */
const BY_RULE: [rule: string, text: (n: number) => string][] = [
  ["boxed", (n) => `It is $\\boxed{${n}}$.\n`],
  ["hashes", (n) => `#### ${n}\n`],
  ["phrase", (n) => `The answer is ${n}.\n`],
  ["a-line", (n) => `A: ${n}\n`],
  ["display", (n) => `\\[ x = ${n} \\]\n`],
  ["number", (n) => `They have ${n} of them\n`],
];

test("the strongest rule decides, wherever its text stands", () => {
  const order = fc.shuffledSubarray(BY_RULE, { minLength: 1 });
  fc.assert(
    fc.property(order, fc.array(fc.nat(999), { minLength: 6, maxLength: 6 }), (parts, numbers) => {
      const text = parts.map(([, write], at) => write(numbers[at] ?? 0)).join("\n");
      const strongest = BY_RULE.findIndex((rule) => parts.includes(rule));
      const rule = BY_RULE[strongest];
      const at = rule ? parts.indexOf(rule) : -1;
      expect(found(text)).toEqual([String(numbers[at]), rule?.[0]]);
    }),
  );
});

test("the answer stands at its start and end in the text", () => {
  const likely = fc.array(
    fc.constantFrom(
      "\\boxed{1}",
      "#### 2\n",
      "answer is 3",
      "A: 4\n",
      "**5**",
      "\\[6\\]",
      " 7 ",
      "<<1+1=2>>",
      "</think>",
      "$",
      "\n",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: character }),
        likely.map((parts) => parts.join("")),
      ),
      (text) => {
        const answer = extractAnswer(text);
        if (!answer) return;
        const { start, end, rule } = answer;
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        if (rule !== "boxed" && !text.includes("<<")) expect(text.slice(start, end)).toBe(answer.answer);
      },
    ),
    { numRuns: 500 },
  );
});

test("a calculator mark is never the answer", () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(99), (a, b) => {
      expect(found(`It is <<${a}+${b}=${a + b}>>${a + b} eggs`)).toEqual([String(a + b), "number"]);
      expect(extractAnswer(`It is <<${a}+${b}=${a + b}>>`)).toBeNull();
    }),
  );
});

test("boxes of one sentence are joined, the same value in two forms counts once", () => {
  expect(found("are $\\boxed{-2}$ and $\\boxed{1}$.")).toEqual(["-2, 1", "boxed"]);
  expect(found("$\\boxed{15\\frac{39}{40}}$, or $\\boxed{\\frac{639}{40}}$ inches")).toEqual([
    "15\\frac{39}{40}",
    "boxed",
  ]);
  expect(found("$\\boxed{x+11}$ or $\\boxed{11+x}$")).toEqual(["x+11", "boxed"]);
});

test("what follows a model's thinking comes before the thinking", () => {
  expect(found("<think>\\boxed{3}?</think>\nThe answer is 4.")).toEqual(["4", "phrase"]);
  expect(found("<think>The answer is 3.</think> Done.")).toEqual(["3", "phrase"]);
});

test("bold type counts on the last line only", () => {
  expect(found("Step **1**\nso it is **18**.")).toEqual(["18", "bold"]);
});

test("nothing is found in nothing", () => {
  for (const text of ["", " \n", "no idea", "<<2+2=4>>"]) expect(extractAnswer(text)).toBeNull();
});

const text = (content: string): AnswerSegment => ({ type: "text", content });
const code = (content: string): AnswerSegment => ({ type: "code", content });
const output = (content: string): AnswerSegment => ({ type: "output", content });

test("of a path's segments the last declared answer counts, then the last output, then the last number", () => {
  expect(
    extractFromSegments([text("so \\boxed{1}"), code("print(2)"), output("2\n"), text("thus \\boxed{3}")]),
  ).toMatchObject({ answer: "3", rule: "boxed", segment: 3 });
  expect(extractFromSegments([text("so \\boxed{1}"), code("x"), output("2\n")])).toMatchObject({
    answer: "1",
    segment: 0,
  });
  expect(
    extractFromSegments([text("let 7"), code("x"), output("1\n 2 \n"), text("60 men and 5 cars")]),
  ).toMatchObject({
    answer: "2",
    rule: "output",
    segment: 2,
  });
  expect(extractFromSegments([text("we have 7"), code("x = 9")])).toMatchObject({
    answer: "7",
    rule: "number",
    segment: 0,
  });
  expect(extractFromSegments([code("print(9)")])).toBeNull();
  expect(extractFromSegments([])).toBeNull();
});

test("what only looks like an answer counts after the last output, not before it", () => {
  expect(extractFromSegments([text("\\[ a = b + 1 \\]"), code("x"), output("2")])).toMatchObject({
    answer: "2",
    rule: "output",
  });
  expect(extractFromSegments([code("x"), output("2"), text("\\[ a = 3 \\]")])).toMatchObject({
    answer: "3",
    rule: "display",
  });
});

test("a program that failed printed no answer", () => {
  expect(
    extractFromSegments([text("try 5"), code("x"), output("NameError: name 'x' is not defined")]),
  ).toMatchObject({
    answer: "5",
    rule: "number",
  });
});

test("a bare answer is itself, of a solution the declared answer", () => {
  for (const answer of ["18", "\\frac{1}{2}", "x = 3", "$$x=3$$", "**5**"])
    expect(bareAnswer(` ${answer} `)).toBe(answer);
  expect(bareAnswer("2 + 2 = 4\n#### 4")).toBe("4");
  expect(bareAnswer("so $\\boxed{5}$.")).toBe("5");
});

test("extraction takes steps in proportion to the text, whatever is in it", () => {
  const part = fc.constantFrom(
    ..."answer is |\\boxed{|}|####|A:|\n|$$|\\[|\\]|**|1,|<<|</think>|final answer|: |(|=| ".split("|"),
  );
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 100 }),
      (parts, times) => {
        const whole = parts.join("").repeat(times);
        const steps = newSteps();
        extractAnswer(whole, steps);
        expect(steps.taken).toBeLessThan(2 * (60 * 3 * 700) + 12 * whole.length);
      },
    ),
  );
});
