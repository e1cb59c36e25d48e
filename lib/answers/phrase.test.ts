import fc from "fast-check";
import { expect, test } from "vitest";
import { findPhrase } from "./phrase.ts";
import { newSteps } from "./steps.ts";

const found = (text: string): string | null => {
  const span = findPhrase(text);
  return span && text.slice(span.start, span.end);
};

test("however the answer is announced and set, it is found", () => {
  const lead = fc.constantFrom(
    "The answer is ",
    "So the final answer is: ",
    "**Final Answer:** ",
    "**Final Answer**\n\n",
    "### Answer\n",
    "answer: ",
    "ANSWER = ",
    "The answer to the question is ",
    "The answer, in dollars, is ",
    "The correct answer is therefore ",
    "My answers are ",
    "答案是",
    "所以最终答案为：",
    "答案：",
  );
  const answer = fc.constantFrom(
    "18",
    "-3.5",
    "\\frac{1}{2}",
    "x+1",
    "(1, 2)",
    "\\{1, 2\\}",
    "1,234",
    "(B)",
    "Sunday",
    "5 apples",
  );
  const set = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `$${text}$`,
    (text) => `**${text}**`,
    (text) => `\\(${text}\\)`,
    (text) => `**$${text}$**`,
  );
  const tail = fc.constantFrom("", ".", ". That is all.", "\nDone", " because it is so.", "。");
  fc.assert(
    fc.property(lead, answer, set, tail, (before, text, setting, after) => {
      expect(found(`Some 7 things.\n${before}${setting(text)}${after}`)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test("the last announcement wins, but not one that announces nothing", () => {
  expect(found("The answer is 5. No, the answer is 6.")).toBe("6");
  expect(found("The answer is 5. The answer is found by adding.")).toBe("5");
  expect(found("The answer is 5. This answer is correct.")).toBe("5");
  expect(found("The answer is not 5")).toBeNull();
  expect(found("no such word, only 5")).toBeNull();
  expect(found("answering 5 questions")).toBeNull();
});

test("of a sentence in words the last number counts", () => {
  expect(found("The answer is that Tom has 5 apples.")).toBe("5");
  expect(found("The answer is the number of primes below 100, which is 25.")).toBe("25");
});

test("options, results and solutions are announced like answers, where an answer follows", () => {
  expect(found("The correct option is (C) 12.")).toBe("(C) 12");
  expect(found("The final result is 12.5%.")).toBe("12.5%");
  expect(found("The solution set is $\\{1,2\\}$.")).toBe("\\{1,2\\}");
  expect(found("Therefore, the solution is $x > 2$.")).toBe("x > 2");
  expect(found("The solution is found by adding 2 and 3.")).toBeNull();
});

test("dates and all real numbers are answers in words", () => {
  expect(found("The answer is March 5, 2024.")).toBe("March 5, 2024");
  expect(found("The answer is all real numbers except 3.")).toBe("all real numbers except 3");
});

test("asides end the answer, lists don't", () => {
  expect(found("Answer: $12, since 3*4=12")).toBe("$12");
  expect(found("The answer is 5 (five dollars).")).toBe("5");
  expect(found("The answer is 12, 13 and 14.")).toBe("12, 13 and 14");
  expect(found("answer: x = 3, y = 4")).toBe("x = 3, y = 4");
  expect(found("The final answer is 5 and that is it")).toBe("5");
  expect(found("The answer is $x=3$ or $x=4$.")).toBe("$x=3$ or $x=4$");
  expect(found("<answer> 17 </answer>")).toBe("17");
});

test("the work is proportional to the length of the text", () => {
  const part = fc.constantFrom(
    "answer",
    " is ",
    ": ",
    "$",
    "(",
    "**",
    "\n",
    "a, ",
    "...",
    "1 ",
    "答案是",
    "final ",
    "<answer>",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), fc.integer({ min: 1, max: 200 }), (parts, times) => {
      const text = parts.join("").repeat(times);
      const steps = newSteps();
      findPhrase(text, steps);
      expect(steps.taken).toBeLessThanOrEqual(60 * 3 * 700);
    }),
  );
});
