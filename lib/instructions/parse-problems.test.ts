import { existsSync, readFileSync } from "node:fs";
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
      (list) => list.map((problem) => JSON.stringify({ problem })).join("\n"),
      (list) => list.map((problem) => `\`\`\`json\n${JSON.stringify({ problem })}\n\`\`\``).join("\nAnd:\n"),
      (list) =>
        JSON.stringify({ problems: Object.fromEntries(list.map((one, at) => [String(at + 1), one])) }),
      (list) => JSON.stringify(Object.fromEntries(list.map((one, at) => [`problem${at + 1}`, one]))),
      (list) => `Maybe {"problems": ["Not this one"]}?</think>\n${JSON.stringify({ problems: list })}`,
      (list) =>
        `With \\frac{a}{b}, [0, 1], {x}, \\{1, 2\\} as in {"problems": [{"problem": "…"}, …]}:\n${JSON.stringify({ problems: list })}`,
      (list) => list.map((one, at) => `Problem ${at + 1} (Algebra):\n${one}`).join("\n\n"),
      (list) => list.map((one, at) => `### Problem ${at + 1}\n${one}\nAnswer: 5`).join("\n\n"),
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
    const brackets = ["[", "{", '{"a":', '{"', '["', '[{"', '{"a" ', "[{"];
    const others = [
      "1. ",
      "\\",
      '"',
      "<think>",
      "</think>",
      "**Problem 1",
      "\n",
      "*\n",
      "\n1. a",
      " ",
      "/*",
      "//",
    ];
    for (const part of [...brackets, ...others]) {
      const begun = performance.now();
      parseProblems(`a${part.repeat(200_000 / part.length)}b`);
      expect(performance.now() - begun, JSON.stringify(part)).toBeLessThan(1500);
    }
  });

  test("keeps the whole items of a list that was cut off at the most tokens", () => {
    const text = "1. What is 1 + 1?\n2. What is 2 + 2?\n3. A train leaves at 3. How";
    expect(parseProblems(text, { cut: true }).problems).toEqual(["What is 1 + 1?", "What is 2 + 2?"]);
    expect(parseProblems(text).problems).toHaveLength(3);
    expect(parseProblems("<think>Let me", { cut: true }).fault).toContain("still thinking");
  });

  test("holds nothing that a database can't", () => {
    const text = String.raw`{"problems": ["What is \u0000 2 + 2?", "Half \ud83d of one?", "Whole \ud83d\ude00?"]}`;
    expect(found(text)).toEqual(["What is  2 + 2?", "Half \ufffd of one?", "Whole 😀?"]);
  });
});

const FILES = [
  ["gsm8k/train.jsonl", "question"],
  ["math/test.jsonl", "problem"],
] as const;
const here = existsSync("../shared/data/math/test.jsonl");

describe.skipIf(!here)("real problems (../shared/data), four to a reply", () => {
  const dresses: [string, number, (list: string[]) => string][] = [
    ["JSON", 1, (list) => JSON.stringify({ problems: list.map((problem) => ({ problem })) })],
    ["JSON lines", 1, (list) => list.map((problem) => JSON.stringify({ problem })).join("\n")],
    [
      "JSON with the backslashes of LaTeX as they are",
      0.995,
      (list) =>
        `{"problems": [${list.map((one) => `"${one.replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`).join(", ")}]}`,
    ],
    ["a list of names", 0.995, (list) => list.map((one, at) => `Problem ${at + 1}:\n${one}`).join("\n\n")],
    ["a list of numbers", 0.995, (list) => list.map((one, at) => `${at + 1}. ${one}`).join("\n\n")],
  ];
  test.each(FILES.flatMap((file) => dresses.map((dress) => [...file, ...dress] as const)))(
    "in %s (%s) come out of %s as they went in, in at least %d of 1",
    (file, field, _name, share, dress) => {
      const lines = readFileSync(`../shared/data/${file}`, "utf8").split("\n").filter(Boolean);
      const texts = lines.map((line) => String(JSON.parse(line)[field]).replaceAll("\r", "").trim());
      const replies = Array.from({ length: Math.floor(texts.length / 4) }, (_, at) =>
        texts.slice(at * 4, at * 4 + 4),
      );
      const whole = replies.filter((list) => JSON.stringify(found(dress(list))) === JSON.stringify(list));
      expect(whole.length / replies.length).toBeGreaterThanOrEqual(share);
    },
  );
});
