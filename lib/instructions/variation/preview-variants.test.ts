import { afterAll, expect, test, vi } from "vitest";
import { compareAnswers } from "#lib/answers/equal.ts";
import { openSandbox } from "#lib/python/pool.ts";
import { previewVariants, valuesToTry } from "./preview-variants.ts";
import { openTemplate, type Tools } from "./try-variant.ts";

vi.setConfig({ testTimeout: 60_000 });
const sandbox = openSandbox({ size: 1 });
afterAll(() => sandbox.close());

const tools: Tools = {
  run: (program) => sandbox.run(program),
  compare: async (reference, answer) => compareAnswers(reference, answer),
};

test("a preview is what a run with the same seed of chance tries first, refused or not", async () => {
  const seed = {
    text: "Ada has 17 apples and gives away 15.",
    answer: "2",
    program: "a = 17\nb = 15\nprint(a - b)",
  };
  const opened = await openTemplate(tools, seed, null);
  if ("reason" in opened) throw new Error(opened.reason);
  const tries = valuesToTry(opened.template, { problem: 7, seed: 3, tries: 100 });
  const variants = await previewVariants(tools.run, opened, { problem: 7, seed: 3, count: 12 });
  expect(variants.map(({ values }) => values)).toEqual(tries.slice(0, 12));
  expect(new Set(variants.map(({ refused }) => refused?.reason ?? null))).toEqual(
    new Set([null, "negative"]),
  );
  expect(valuesToTry(opened.template, { problem: 8, seed: 3, tries: 12 })).not.toEqual(tries.slice(0, 12));
  expect(valuesToTry(opened.template, { problem: 7, seed: 4, tries: 12 })).not.toEqual(tries.slice(0, 12));
});
