import fc from "fast-check";
import { expect, test } from "vitest";
import { billionsFromName } from "./model-name.ts";

test.each([
  ["Llama-3-8B-Instruct", 8],
  ["6b_finetuning", 6],
  ["175b_verification", 175],
  ["tora-70b", 70],
  ["Qwen/Qwen2.5-1.5B", 1.5],
  ["gpt2-350m", 0.35],
  ["mathlet-7b-cot", 7],
  ["deepseek-math 7B", 7],
  ["Mixtral-8x7B", null],
  ["gpt-4o", null],
  ["phi-3-mini-4k", null],
  ["distilled 70b to 8b", null],
  ["rev3bis", null],
  ["0b", null],
])("%s has %s billion parameters", (name, billions) => {
  expect(billionsFromName(name)).toBe(billions);
});

test("a size is found between any separators, however it is written", () => {
  const separator = fc.constantFrom("-", "_", "/", " ", ":");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      separator,
      separator,
      fc.constantFrom("b", "B"),
      (n, a, z, unit) => {
        expect(billionsFromName(`model${a}${n}${unit}${z}chat`)).toBe(n);
      },
    ),
  );
});
