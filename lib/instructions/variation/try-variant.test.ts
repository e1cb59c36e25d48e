import { afterAll, describe, expect, test, vi } from "vitest";
import { compareAnswers } from "#lib/answers/equal.ts";
import { segmentText } from "#lib/formats/segments.ts";
import { openSandbox } from "#lib/python/pool.ts";
import { type OpenTemplate, openTemplate, solutionOf, type Tools, tryVariant } from "./try-variant.ts";

vi.setConfig({ testTimeout: 60_000 });
const sandbox = openSandbox({ size: 1 });
afterAll(() => sandbox.close());

const tools: Tools = {
  run: (program) => sandbox.run(program),
  compare: async (reference, answer) => compareAnswers(reference, answer),
};
const seed = {
  text: "Ada has 17 apples and gives away 5. How many are left?",
  answer: "12",
  program: "apples = 17\ngiven = 5\nprint(apples - given)",
};

async function opened(): Promise<OpenTemplate> {
  const found = await openTemplate(tools, seed, null);
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

describe("a seed", () => {
  test("is opened where its program gives its reference answer", async () => {
    expect((await opened()).own).toMatchObject({ answer: "12", error: null });
  });

  test.each([
    [{ program: null }, /no Python solution/, null],
    [{ answer: "13" }, /doesn't give its reference answer: expected 13, found 12/, "12"],
    [{ answer: null }, /no reference answer/, "12"],
    [{ program: "apples = 17\nprint(apples / 0)" }, /ZeroDivisionError/, null],
    [{ program: "print(12)" }, /17 − 5, worked out by hand/, null],
  ])("isn't with %j, and says why", async (part, reason, answer) => {
    expect(await openTemplate(tools, { ...seed, ...part }, null)).toMatchObject({
      reason: expect.stringMatching(reason),
      answer,
    });
  });

  test("keeps the ranges that a person saved, until its statement or program is another", async () => {
    const { template } = await opened();
    const saved = { ...template, constraints: ["given < apples"] };
    expect(await openTemplate(tools, seed, saved)).toMatchObject({ template: saved });
    const changed = { ...seed, text: `${seed.text} Say it.` };
    expect(await openTemplate(tools, changed, saved)).toMatchObject({ template: { constraints: [] } });
  });
});

describe("other values", () => {
  test("give another statement, with its answer and the program that gives it", async () => {
    const variant = await tryVariant(tools.run, await opened(), { apples: 20, given: 4 });
    expect(variant).toMatchObject({
      text: "Ada has 20 apples and gives away 4. How many are left?",
      answer: "16",
      refused: null,
    });
    expect(segmentText(solutionOf(variant))).toEqual([
      { type: "code", content: "apples = 20\ngiven = 4\nprint(apples - given)" },
      { type: "output", content: "16" },
    ]);
  });

  test("are refused where they make no sense", async () => {
    const variant = await tryVariant(tools.run, await opened(), { apples: 4, given: 10 });
    expect(variant).toMatchObject({ answer: "-6", refused: { reason: "negative" } });
  });
});
