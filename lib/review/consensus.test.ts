import fc from "fast-check";
import { expect, test } from "vitest";
import { decide } from "./consensus.ts";

const rule = { kind: "pair", overlap: 2, extra: 1 } as const;
const said = fc.array(fc.constantFrom("first", "second", "tie"), { maxLength: 8 });

test("with too few answers a unit stays open", () => {
  expect(decide([], rule)).toEqual({ state: "open", wanted: 2, consensus: null, share: null });
  expect(decide(["first"], rule)).toMatchObject({ state: "open", wanted: 2, share: 1 });
});

test("more than half decide", () => {
  expect(decide(["first", "first"], rule)).toEqual({
    state: "done",
    wanted: 2,
    consensus: "first",
    share: 1,
  });
  expect(decide(["first", "second", "second"], rule)).toMatchObject({ state: "done", consensus: "second" });
});

test("where they disagree one more is asked, and then a lead", () => {
  expect(decide(["first", "second"], rule)).toEqual({
    state: "open",
    wanted: 3,
    consensus: null,
    share: 0.5,
  });
  expect(decide(["first", "second", "tie"], rule)).toMatchObject({ state: "disputed", wanted: 3 });
  expect(decide(["first", "second"], { ...rule, extra: 0 })).toMatchObject({ state: "disputed", wanted: 2 });
});

test("grades agree within two points, and their median counts", () => {
  const grades = { ...rule, kind: "score" } as const;
  expect(decide(["7", "9"], grades)).toMatchObject({ state: "done", consensus: "7" });
  expect(decide(["9", "10", "8"], grades)).toMatchObject({ state: "done", consensus: "9" });
  expect(decide(["3", "9"], grades)).toMatchObject({ state: "open", wanted: 3 });
  expect(decide(["3", "9", "9"], grades)).toMatchObject({ state: "disputed" });
});

test("the order of answers doesn't matter, and never more are wanted than may be", () => {
  fc.assert(
    fc.property(
      said,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
      (answers, overlap, extra) => {
        const settings = { kind: "pair", overlap, extra } as const;
        const one = decide(answers, settings);
        expect(decide(answers.toReversed(), settings)).toEqual(one);
        expect(one.wanted).toBeLessThanOrEqual(Math.max(overlap + extra, answers.length));
        if (one.state === "open") expect(one.wanted).toBeGreaterThan(answers.length);
        else expect(answers.length).toBeGreaterThanOrEqual(overlap);
        expect(one.consensus === null).toBe(one.state !== "done");
      },
    ),
  );
});
