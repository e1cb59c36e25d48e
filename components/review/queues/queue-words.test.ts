import { describe, expect, test } from "vitest";
import { queueSource } from "#lib/review/contract/queues.ts";
import { overlapText, progressOf, sourceSentence, unitsText } from "./queue-words.ts";

describe("a source as a sentence", () => {
  const said = (source: unknown) => sourceSentence(queueSource.parse(source));

  test("of pairs says how they were mined and which they are", () => {
    expect(said({ kind: "pair" })).toBe("All pairs.");
    expect(
      said({
        kind: "pair",
        filter: { state: "open", q: "eggs" },
        policy: "orders-disagree",
        hardOnly: true,
      }),
    ).toBe("Open pairs, mined as “Reward and critique disagree”, of hard samples, with “eggs”.");
  });

  test("of paths says how many of each problem, and people's are named as such", () => {
    expect(said({ kind: "ranking", paths: 3, filter: { model: "" } })).toBe(
      "Up to 3 paths of each problem, by people.",
    );
    expect(
      said({ kind: "score", perProblem: 2, filter: { verdict: "incorrect", kind: "cot", model: "big" } }),
    ).toBe("Up to 2 paths of each problem, incorrect, CoT, by big.");
  });

  test("of problems says whence and of which split", () => {
    expect(said({ kind: "seed", problems: { origin: "seed", split: "train", tag: "new" } })).toBe(
      "Seed problems, of the train split, tagged “new”.",
    );
    expect(said({ kind: "seed" })).toBe("All problems.");
  });
});

test("progress counts answers, and an empty queue isn't divided by zero", () => {
  expect(progressOf({ answers: 1500, wanted: 500 })).toEqual({
    value: 1500,
    max: 2000,
    text: "1,500 of 2,000 answers",
  });
  expect(progressOf({ answers: 0, wanted: 0 }).max).toBe(1);
});

test("overlap is said with what comes on top where answers disagree", () => {
  expect(overlapText({ overlap: 1, extra: 0 })).toBe("1 answer each");
  expect(overlapText({ overlap: 2, extra: 3 })).toBe("2 answers each, up to 3 more where they disagree");
});

test("units are called by what they are", () => {
  expect(unitsText("seed", 1)).toBe("1 problem");
  expect(unitsText("pair", 1200)).toBe("1,200 pairs");
});
