import { expect, test } from "vitest";
import { prm800k } from "./prm800k.ts";

const step = (text: string, rating: number, chosen: number | null = 0) => ({
  completions: [
    { text, rating, flagged: false },
    { text: `not ${text}`, rating: -1, flagged: false },
  ],
  human_completion: null,
  chosen_completion: chosen,
});
const question = { problem: "1 + 1?", ground_truth_answer: "2" };

test("the steps that the labeller went on with are a path with their ratings", () => {
  const row = {
    labeler: "x",
    question,
    label: { steps: [step("We add.", 0), step("2.\n\n# Answer\n\n2", 1)], finish_reason: "solution" },
  };
  expect(prm800k.recognises(row)).toBe(true);
  expect(prm800k.drafts(row, { model: "gpt-4" })).toEqual({
    ok: true,
    value: {
      problems: [{ problem: "1 + 1?", answer: "2" }],
      paths: [
        {
          problem: "1 + 1?",
          kind: "cot",
          segments: [{ type: "text", content: "We add.\n2.\n\n# Answer\n\n2" }],
          model: "gpt-4",
          answer: "2",
          meta: { labeler: "x", steps: ["We add.", "2.\n\n# Answer\n\n2"], step_labels: [0, 1] },
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("the model's whole solution is the path, labelled as far as the labels follow it", () => {
  const whole = { ...question, pre_generated_steps: ["a", "b", "c"], pre_generated_answer: "5" };
  const row = { question: whole, label: { steps: [step("a", 1), step("b", -1, null)] } };
  expect(prm800k.drafts(row, {})).toMatchObject({
    value: { paths: [{ answer: "5", meta: { steps: ["a", "b", "c"], step_labels: [1, -1, null] } }] },
  });
});

test("labels that leave the whole solution are a second path", () => {
  const whole = { ...question, pre_generated_steps: ["a", "b", "c"] };
  const row = { question: whole, label: { steps: [step("a", 1), step("other", 1)] } };
  expect(prm800k.drafts(row, {})).toMatchObject({
    value: {
      paths: [
        { meta: { steps: ["a", "b", "c"], step_labels: [1, null, null] } },
        { meta: { steps: ["a", "other"], step_labels: [1, 1] } },
      ],
    },
  });
});

test("a step written by hand counts where none was chosen, and a step without text is a fault", () => {
  const human = {
    completions: [],
    human_completion: { text: "by hand", rating: null },
    chosen_completion: null,
  };
  expect(prm800k.drafts({ question, label: { steps: [human] } }, {})).toMatchObject({
    value: { paths: [{ meta: { steps: ["by hand"], step_labels: [null] } }] },
  });
  expect(prm800k.drafts({ question, label: { steps: [step("a", 1), {}] } }, {})).toMatchObject({
    error: { field: "label.steps.1" },
  });
});
