import { expect, test } from "vitest";
import { rewardValue } from "./reward-value.ts";

const one = { values: [{ label: "LABEL_0", value: -2.5 }] };
const two = {
  values: [
    { label: "bad", value: 0.25 },
    { label: "good", value: 0.75 },
  ],
};
const unnamed = { values: two.values.map(({ value }) => ({ label: null, value })) };

test("one value is the reward", () => {
  expect(rewardValue(one, null)).toEqual({ kind: "value", value: -2.5 });
});

test("of several classes the one counts that is named, or that stands at this place", () => {
  expect(rewardValue(two, "good")).toEqual({ kind: "value", value: 0.75 });
  expect(rewardValue(unnamed, "1")).toEqual({ kind: "value", value: 0.75 });
});

test("a class whose name is a number is found by its name first", () => {
  const stars = {
    values: [
      { label: "1", value: 5 },
      { label: "0", value: 6 },
    ],
  };
  expect(rewardValue(stars, "1")).toEqual({ kind: "value", value: 5 });
});

test("where it isn't said which one counts, the classes are told", () => {
  expect(rewardValue(two, null)).toEqual({ kind: "choose", classes: ["bad", "good"] });
  expect(rewardValue(two, "best")).toEqual({ kind: "choose", classes: ["bad", "good"] });
  expect(rewardValue(unnamed, "2")).toEqual({ kind: "choose", classes: ["0", "1"] });
});
