import { expect, test } from "vitest";
import { type QueueVote, weigh } from "./weighting.ts";

/** Two careful reviewers agree; a third one says the opposite half of the time. */
const votes: QueueVote[] = Array.from({ length: 60 }, (_, unit) => {
  const right = unit % 2 === 0 ? "first" : "second";
  const wrong = unit % 2 === 0 ? "second" : "first";
  return [
    { unit, reviewer: "ann", category: right },
    { unit, reviewer: "bob", category: right },
    { unit, reviewer: "eve", category: unit % 4 < 2 ? right : wrong },
  ];
}).flat();

test("whoever contradicts those who agree is trusted less", () => {
  const { reliability } = weigh(votes);
  expect(reliability("ann")).toBeGreaterThan(0.95);
  expect(reliability("eve")).toBeLessThan(0.65);
  expect(reliability("nobody")).toBeNull();
});

test("against a tie the more reliable one counts", () => {
  const { ofUnit } = weigh([
    ...votes,
    { unit: 1000, reviewer: "ann", category: "first" },
    { unit: 1000, reviewer: "eve", category: "second" },
  ]);
  const [most, ...others] = ofUnit(1000);
  expect(most).toMatchObject({ category: "first" });
  expect(most?.probability).toBeGreaterThan(0.9);
  const sum = others.reduce((total, { probability }) => total + probability, most?.probability ?? 0);
  expect(sum).toBeCloseTo(1, 2);
});

test("of a unit or a queue without answers nothing is known", () => {
  expect(weigh([]).ofUnit(1)).toEqual([]);
  expect(weigh(votes).ofUnit(9999)).toEqual([]);
});
