import { expect, test } from "vitest";
import { nextStep } from "./next-step.ts";

const empty = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };

test("an empty project asks for an import, but not from a reviewer, who can't", () => {
  expect(nextStep(empty, "lead")?.path).toBe("/import");
  expect(nextStep(empty, "curator")?.path).toBe("/import");
  expect(nextStep(empty, "reviewer")).toBeNull();
});

test("checked paths without pairs lead to mining, for the lead alone", () => {
  const checked = { ...empty, problems: 5, paths: 20, correct: 9, checked: 20 };
  expect(nextStep(checked, "lead")?.path).toBe("/pairs");
  expect(nextStep(checked, "curator")?.path).not.toBe("/pairs");
});

test("open pairs wait for reviewers, and one pair is named in the singular", () => {
  const open = { ...empty, problems: 5, paths: 20, correct: 9, checked: 20, pairs: 3, judged: 2 };
  expect(nextStep(open, "reviewer")?.body).toContain("1 pair waits");
  expect(nextStep(open, "curator")?.path).not.toBe("/review");
});

test("problems without paths lead a lead to importing paths, and a curator to growing more problems", () => {
  expect(nextStep({ ...empty, problems: 5 }, "lead")?.action).toBe("Import paths");
  expect(nextStep({ ...empty, problems: 5 }, "curator")?.path).toBe("/grow");
});

test("when everything is judged, the lead is shown the way to a dataset, and then nothing more", () => {
  const judged = { ...empty, problems: 5, paths: 20, correct: 9, checked: 20, pairs: 3, judged: 3 };
  expect(nextStep(judged, "lead")?.path).toBe("/datasets");
  expect(nextStep({ ...judged, versions: 1 }, "lead")).toBeNull();
});
