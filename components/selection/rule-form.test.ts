import fc from "fast-check";
import { expect, test } from "vitest";
import { verdict } from "#lib/paths/contract.ts";
import { distanceMeasure, duplicateRule, selectionRule } from "#lib/selection/contract.ts";
import { formOf, loadRuleForm, type RuleForm, readRule, SPLITS, withRuleForm } from "./rule-form.ts";

const at = (search: string): RuleForm => loadRuleForm(new URLSearchParams(search));
const UNTOUCHED = at("");

const scorer = fc
  .string({ minLength: 1, maxLength: 20 })
  .filter((name) => name.trim() !== "" && name.isWellFormed());
const words = fc.integer({ min: 0, max: 500 });
const rules = fc
  .record({
    split: fc.constantFrom(...SPLITS),
    duplicates: fc.constantFrom(...duplicateRule.options),
    distance: fc.constantFrom(...distanceMeasure.options),
    k: fc.integer({ min: 1, max: 64 }),
    least: fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100),
    exactUpTo: fc.integer({ min: 0, max: 16 }),
    gates: fc.record({
      verdicts: fc.subarray([...verdict.options]),
      whole: fc.boolean(),
      executes: fc.boolean(),
      rightSteps: fc.boolean(),
      minWords: words,
      maxWords: fc.option(words.map((more) => 500 + more)),
      critique: fc.option(fc.record({ scorer, atLeast: fc.integer({ min: 1, max: 10 }) })),
      reward: fc.option(fc.record({ scorer, rankAtMost: fc.integer({ min: 1, max: 1000 }) })),
    }),
  })
  .map((rule) => selectionRule.parse({ ...rule, embedding: rule.distance === "embedding" ? "e5" : null }));

test("a rule that goes into an address comes out of it", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const search = withRuleForm("/selection", formOf(rule)).replace("/selection", "");
      expect(readRule(at(search)).rule).toEqual(rule);
    }),
  );
});

test("a distance by embeddings is no rule before a model is chosen", () => {
  const form: RuleForm = { ...UNTOUCHED, distance: "embedding" };
  expect(readRule(form).rule).toBeNull();
  expect(readRule({ ...form, embedding: "e5" }).rule).toMatchObject({
    distance: "embedding",
    embedding: "e5",
  });
  expect(readRule({ ...form, distance: "lcs", embedding: "e5" }).rule?.embedding).toBeNull();
});

test("untouched, the form means the usual rule, and leaves the address as it is", () => {
  expect(readRule(UNTOUCHED).rule).toEqual(selectionRule.parse({}));
  expect(withRuleForm("/selection", UNTOUCHED)).toBe("/selection");
});

test("any verdict is a choice of its own, and not the usual one", () => {
  expect(readRule({ ...UNTOUCHED, verdicts: [] }).rule?.gates.verdicts).toEqual([]);
  expect(withRuleForm("/selection", { ...UNTOUCHED, verdicts: [] })).toBe("/selection?verdicts=");
});

test("what the API wouldn't take counts as absent", () => {
  expect(at("distance=miles&split=dev&duplicates=some")).toMatchObject({
    distance: "lcs",
    split: "train",
    duplicates: "reasoning",
  });
});

test("what is wrong is said at its field, and only where it counts", () => {
  expect(readRule({ ...UNTOUCHED, atLeast: "eleven" }).errors.atLeast).toBeNull();
  const { rule, errors } = readRule({ ...UNTOUCHED, critique: "judge v1", atLeast: "eleven", k: "0" });
  expect(rule).toBeNull();
  expect(errors).toMatchObject({
    atLeast: "Type a number from 1 to 10.",
    k: "Type a whole number from 1 to 64.",
    least: null,
  });
});

test("no path has at least 300 and at most 200 words", () => {
  const { rule, errors } = readRule({ ...UNTOUCHED, minWords: "300", maxWords: "200" });
  expect(rule).toBeNull();
  expect(errors.maxWords).toBe("Type a whole number from 300 to 1,000,000.");
});
