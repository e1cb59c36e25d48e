import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseProblems } from "./parse-problems.ts";

const found = (reply: string) => parseProblems(reply).problems;
const statement = fc
  .tuple(
    fc.constantFrom("What is", "Find", "How many are"),
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom("?", "\\frac{1}{2}?", " apples?"),
  )
  .map((parts) => parts.join(" "));
const statements = fc.uniqueArray(statement, { minLength: 1, maxLength: 6 });

describe("a reply with new problems", () => {
  test("is read in every dress in which models send it", () => {
    const dresses: ((list: string[]) => string)[] = [
      (list) => JSON.stringify({ problems: list.map((problem) => ({ problem })) }),
      (list) => JSON.stringify({ problems: list.map((problem) => ({ problem })) }, null, 2),
      (list) => JSON.stringify({ Problems: list.map((question) => ({ question, answer: "3" })) }),
      (list) => JSON.stringify(list),
      (list) =>
        `Sure!\n\`\`\`json\n${JSON.stringify({ problems: list.map((problem) => ({ problem })) })}\n\`\`\`\nEnjoy.`,
      (list) => `<think>Maybe {"problem": "no"}?</think>${JSON.stringify({ problems: list })}`,
      (list) => `{"problems": [${list.map((one) => `{"problem": "${one}"}`).join(", ")},]}`,
      (list) => list.map((one, at) => `${at + 1}. ${one}`).join("\n"),
      (list) => list.map((one, at) => `**Problem ${at + 1}:** ${one}`).join("\n\n"),
      (list) => `Here they are:\n\n${list.map((one, at) => `Question ${at + 1}:\n${one}\n`).join("\n---\n")}`,
    ];
    fc.assert(
      fc.property(statements, fc.constantFrom(...dresses), (list, dress) => {
        expect(found(dress(list))).toEqual(list);
      }),
    );
  });

  test("that breaks off keeps its whole problems", () => {
    const whole = JSON.stringify({
      problems: [{ problem: "What is 1 + 1?" }, { problem: "What is 2 + 2?" }],
    });
    for (let length = whole.length - 1; length > 0; length -= 1) {
      const kept = found(whole.slice(0, length));
      expect(["What is 1 + 1?", "What is 2 + 2?"].slice(0, kept.length)).toEqual(kept);
    }
    expect(found(whole.slice(0, -4))).toHaveLength(1);
  });

  test("of anything else says that nothing was found, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (reply) => {
        const { problems, fault } = parseProblems(reply);
        expect(problems.length === 0).toBe(fault !== null);
      }),
    );
    for (const reply of [
      "",
      "<think>hm",
      "I can't help with that.",
      "[1, 2, 3]",
      '{"problems": []}',
      "<html></html>",
    ]) {
      expect(parseProblems(reply).fault, reply).not.toBeNull();
    }
  });

  test("takes no more than a moment however it is made up", () => {
    for (const part of ["[", "{", '{"a":', "1. ", "\\", '"', "<think>", "**Problem 1"]) {
      expect(parseProblems(part.repeat(60_000))).toBeDefined();
    }
  });
});
