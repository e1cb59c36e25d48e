import { expect, test } from "vitest";
import { selectionRule } from "#lib/selection/contract.ts";
import { FIRST_RULE, readRule } from "./rule-form.ts";

test("untouched, the form means the usual rule", () => {
  expect(readRule(FIRST_RULE).rule).toEqual(selectionRule.parse({}));
});

test("scorers that are chosen become gates", () => {
  const { rule } = readRule({
    ...FIRST_RULE,
    critique: "judge v1",
    atLeast: "8",
    reward: "rm v1",
    rankAtMost: "2",
  });
  expect(rule?.gates).toMatchObject({
    critique: { scorer: "judge v1", atLeast: 8 },
    reward: { scorer: "rm v1", rankAtMost: 2 },
  });
});

test("what is wrong is said at its field, and only where it counts", () => {
  expect(readRule({ ...FIRST_RULE, atLeast: "eleven" }).errors.atLeast).toBeNull();
  const { rule, errors } = readRule({ ...FIRST_RULE, critique: "judge v1", atLeast: "eleven", k: "0" });
  expect(rule).toBeNull();
  expect(errors).toMatchObject({
    atLeast: "Type a number from 1 to 10.",
    k: "Type a whole number from 1 to 64.",
    least: null,
  });
});
