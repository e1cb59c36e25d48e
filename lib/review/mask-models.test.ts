import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MASK, maskModels } from "./mask-models.ts";

const known = {
  names: ["WizardMath-70B", "6b_finetuning", "org/small-7b", "m"],
  problem: "How many apples?",
};

function masked(content: string, more: Partial<typeof known> = {}): string {
  return maskModels([{ type: "text", content }], { ...known, ...more })[0]?.content ?? "";
}

describe("words that give a model away", () => {
  test.each([
    "I am WizardMath-70B.",
    "as wizardmath 70b says",
    "WIZARDMATH_70B",
    "ChatGPT here",
    "As GPT-4 would",
    "gpt-4o-mini",
    "Llama-2-70b-chat",
    "Qwen2.5-Math says",
    "DeepSeek-R1",
    "phi-3",
    "small-7b",
    "6b finetuning",
    "I was trained by OpenAI to help",
    "developed by Google DeepMind",
  ])("%s", (text) => {
    const hidden = masked(text);
    expect(hidden).toContain(MASK);
    expect(hidden).not.toMatch(/wizard|gpt|llama|qwen|deepseek|openai|deepmind|small|finetuning|phi-/i);
  });
});

describe("words that give nothing away", () => {
  test.each([
    "\\phi + \\varphi = 2",
    "phi is the golden ratio",
    "Let m = 3 and Yi be a sum",
    "The small box and the 7b label",
    "An open math question",
    "Google has 3 offices",
    "llamas eat grass",
    "geminis",
  ])("%s", (text) => {
    expect(masked(text)).toBe(text);
  });

  test("and names that the problem itself names", () => {
    const problem = "Claude has 3 apples, Gemma has 4.";
    expect(masked("Claude gives Gemma one.", { problem })).toBe("Claude gives Gemma one.");
  });
});

test("segments keep their types and number", () => {
  const segments = [
    { type: "text" as const, content: "GPT-4:" },
    { type: "code" as const, content: "print(1)" },
    { type: "output" as const, content: "1" },
  ];
  expect(maskModels(segments, known)).toEqual([{ type: "text", content: `${MASK}:` }, ...segments.slice(1)]);
});

test("masking twice is masking once, and what is masked says nothing that would be masked", () => {
  const word = fc.constantFrom(
    "GPT-4",
    "claude 2",
    "WizardMath-70B",
    "x = 3",
    "the",
    "small-7b",
    "apples",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const once = masked(words.join(" "));
      expect(masked(once)).toBe(once);
    }),
  );
});

test("texts of plain maths stay as they are", () => {
  const safe = fc.stringMatching(/^[ 0-9+\-*/=().,a-f\\$]*$/);
  fc.assert(
    fc.property(safe, (text) => {
      expect(masked(text)).toBe(text);
    }),
  );
});

test("a text of 200,000 characters that nearly matches everywhere is masked in time that grows with its length", () => {
  const text = "gpt- ".repeat(40_000);
  expect(masked(text)).toBe(text);
  expect(masked("WizardMath-".repeat(20_000))).toBe(
    "WizardMath-".repeat(20_000).replaceAll("WizardMath", MASK),
  );
});
