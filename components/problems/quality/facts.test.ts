import { expect, test } from "vitest";
import { describeAnswer } from "#lib/answers/describe.ts";
import type { Quality } from "#lib/problems/contract.ts";
import { qualityFacts } from "./facts.ts";

const quality: Quality = {
  solution: "agrees",
  correctPaths: 0,
  reproducedPaths: 0,
  nearest: [],
  compared: 10,
  exact: true,
  contamination: null,
  threshold: 0.6,
};

const facts = (part: Partial<Quality>, paths = 0, answer: string | null = "18") =>
  qualityFacts({ ...quality, ...part }, paths, answer === null ? null : describeAnswer(answer));

test("each outcome of the solution has its tone and its words", () => {
  const tones = (["agrees", "disagrees", "undecided", "none"] as const).map(
    (solution) => facts({ solution })[0]?.tone,
  );
  expect(tones).toEqual(["good", "bad", "warn", "neutral"]);
});

test("the answer is said as it is read, and a missing one is a warning", () => {
  expect(facts({})[1]).toMatchObject({ tone: "good", words: expect.stringContaining("18") });
  expect(facts({}, 0, null)[1]?.tone).toBe("warn");
});

test("correct paths are counted out of all, with those that ran", () => {
  expect(facts({ correctPaths: 3, reproducedPaths: 2 }, 1200)[2]).toEqual({
    tone: "good",
    words: "3 of 1,200 paths found correct; 2 ran and gave what they record.",
  });
  expect(facts({}, 1)[2]).toEqual({ tone: "warn", words: "0 of 1 path found correct." });
  expect(facts({})[2]?.tone).toBe("neutral");
});
