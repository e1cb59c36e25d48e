import fc from "fast-check";
import { expect, test } from "vitest";
import { type HardRule, hardRule } from "#lib/scoring/contract.ts";
import { formOfRule, readRule, ruleWords, sameRule } from "./rule-form.ts";

const rules: fc.Arbitrary<HardRule> = fc.record({
  share: fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000),
  least: fc.integer({ min: 1, max: 1000 }),
  scorer: fc.option(fc.constantFrom("judge v1", "Built-in critique v2")),
  critiqueAtMost: fc.integer({ min: 1, max: 10 }),
});

test("a rule that is shown in the form is read back as the same rule", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const read = readRule(formOfRule(rule)).rule;
      expect(read).not.toBeNull();
      if (read !== null) {
        expect(read.share).toBeCloseTo(rule.share, 12);
        expect(sameRule({ ...read, share: rule.share }, rule)).toBe(true);
      }
    }),
  );
});

test("what can't be a rule is said at its field, and gives none", () => {
  const { errors, rule } = readRule({ share: "0", least: "2.5", scorer: "", critiqueAtMost: "eleven" });
  expect(rule).toBeNull();
  expect(errors).toEqual({
    share: "Type a number from 0.1 to 100.",
    least: "Type a whole number from 1 to 1,000.",
    critiqueAtMost: "Type a number from 1 to 10.",
  });
});

test("a rule reads as a sentence", () => {
  expect(ruleWords(hardRule.parse({}))).toBe(
    "A problem is hard when at least 50 % of its samples are wrong. It takes at least 3 samples to say.",
  );
  expect(ruleWords(hardRule.parse({ share: 0.125, least: 1, scorer: "judge v1", critiqueAtMost: 4 }))).toBe(
    "A problem is hard when at least 12.5 % of its samples are wrong, or get at most 4 from judge v1. It takes at least one sample to say.",
  );
});
