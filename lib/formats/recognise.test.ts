import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RowDrafts, ShapeName } from "./drafts.ts";
import { parseRecord } from "./parse-record.ts";
import { recogniseShape, SHAPES, shapeByName } from "./recognise.ts";
import { anyRow } from "./testing/arbitraries.ts";

const EXAMPLES: Record<
  ShapeName,
  { row: unknown; problem: string; answer?: string; paths: number; pairs?: number }
> = {
  gsm8k: {
    row: { question: "2+2?", answer: "2+2 = <<2+2=4>>4\n#### 4" },
    problem: "2+2?",
    answer: "4",
    paths: 1,
  },
  math: {
    row: { problem: "1/2?", solution: "It is $\\boxed{\\frac{1}{2}}$.", level: "Level 1", type: "Algebra" },
    problem: "1/2?",
    answer: "\\frac{1}{2}",
    paths: 1,
  },
  "openai-model-solutions": {
    row: {
      question: "2+2?",
      ground_truth: "2+2 = 4\nA: 4",
      "6b": { is_correct: false, solution: "A: 5" },
      "175b": { is_correct: true, solution: "A: 4" },
    },
    problem: "2+2?",
    answer: "4",
    paths: 2,
  },
  tora: {
    row: {
      idx: 0,
      question: "2+2?",
      gt_cot: "2+2 = 4",
      gt: "4",
      code: ["```python\nprint(2+2)\n```\n```output\n4\n```\nIt is $\\boxed{4}$."],
      pred: ["4"],
      report: [null],
    },
    problem: "2+2?",
    answer: "4",
    paths: 1,
  },
  metamath: {
    row: {
      query: "2+2?",
      response: "2+2 = 4. The answer is: 4",
      type: "GSM_Rephrased",
      original_question: "2+2?",
    },
    problem: "2+2?",
    answer: "4",
    paths: 1,
  },
  instruct: {
    row: { instruction: "Add.", input: "2 and 2", output: "The answer is 4.", source: "data/CoT/gsm.json" },
    problem: "Add.\n\n2 and 2",
    paths: 1,
  },
  openmathinstruct: {
    row: { problem: "2+2?", generated_solution: "It is \\boxed{4}.", expected_answer: "4" },
    problem: "2+2?",
    answer: "4",
    paths: 1,
  },
  prm800k: {
    row: {
      question: { problem: "2+2?", ground_truth_answer: "4" },
      label: { steps: [{ completions: [{ text: "2+2 is 4.", rating: 1 }], chosen_completion: 0 }] },
    },
    problem: "2+2?",
    answer: "4",
    paths: 1,
  },
  preference: {
    row: { prompt: "2+2?", chosen: "It is 4.", rejected: "It is 5." },
    problem: "2+2?",
    paths: 2,
    pairs: 1,
  },
  sharegpt: {
    row: {
      conversations: [
        { from: "human", value: "2+2?" },
        { from: "gpt", value: "It is 4." },
      ],
    },
    problem: "2+2?",
    paths: 1,
  },
  lemma: { row: { id: "p1", problem: "2+2?", answer: "4" }, problem: "2+2?", answer: "4", paths: 0 },
};

function draftsOf(name: ShapeName, row: unknown): RowDrafts {
  const result = shapeByName(name).drafts(row, {});
  if (!result.ok) throw new Error(`${name}: ${result.error.field} ${result.error.message}`);
  return result.value;
}

describe.each(SHAPES.map(({ name }) => name))("the shape %s", (name) => {
  const { row, problem, answer, paths, pairs = 0 } = EXAMPLES[name];

  test("is told from the other shapes by its content", () => {
    expect(recogniseShape([row, row])).toEqual({ shape: name, matched: 2 });
  });

  test("gives its problem, its reference answer, its paths and pairs", () => {
    const drafts = draftsOf(name, row);
    expect(drafts.problems.map((each) => each.problem)).toEqual([problem]);
    expect(drafts.problems[0]?.answer).toBe(answer);
    expect(drafts.paths).toHaveLength(paths);
    expect(drafts.pairs).toHaveLength(pairs);
  });

  test("never throws, whatever the row", () => {
    fc.assert(
      fc.property(anyRow, (any) => {
        const shape = shapeByName(name);
        const result = shape.drafts(any, { model: "m", split: "test" });
        expect(typeof shape.recognises(any)).toBe("boolean");
        expect(result.ok || result.error.message.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("never throws on a row of its own that was changed anywhere, nor drafts without a record", () => {
    const entries = Object.entries(row ?? {});
    fc.assert(
      fc.property(fc.nat(entries.length - 1), anyRow, (at, value) => {
        const changed = Object.fromEntries(entries.map(([key, own], i) => [key, i === at ? value : own]));
        const result = shapeByName(name).drafts(changed, {});
        if (result.ok) expect(Object.values(result.value).flat().length).toBeGreaterThan(0);
        else expect(result.error.message).not.toBe("");
      }),
    );
  });
});

test("what a shape drafts from any row are records that parse to themselves", () => {
  fc.assert(
    fc.property(anyRow, (any) => {
      const drafts = SHAPES.map((shape) => shape.drafts(any, {})).flatMap((each) =>
        each.ok ? [each.value] : [],
      );
      for (const { problems, paths, pairs } of drafts) {
        for (const record of problems)
          expect(parseRecord(record, "problem")).toEqual({ ok: true, value: record });
        for (const record of paths) expect(parseRecord(record, "path")).toEqual({ ok: true, value: record });
        for (const record of pairs) expect(parseRecord(record, "pair")).toEqual({ ok: true, value: record });
      }
    }),
    { numRuns: 2000 },
  );
});

test("Lemma's four records are told apart within one file", () => {
  const rows = [
    { problem: "2+2?" },
    { problem: "2+2?", text: "It is 4." },
    { path_id: "t1", scorer: "rm", kind: "reward", value: 0.5 },
    { problem: "2+2?", chosen: "It is 4.", rejected: "It is 5." },
  ];
  expect(recogniseShape(rows)).toEqual({ shape: "lemma", matched: 4 });
  const drafts = rows.map((row) => draftsOf("lemma", row));
  expect(drafts.map((each) => each.problems.length)).toEqual([1, 0, 0, 0]);
  expect(drafts.map((each) => each.paths.length)).toEqual([0, 1, 0, 0]);
  expect(drafts.map((each) => each.scores.length)).toEqual([0, 0, 1, 0]);
  expect(drafts.map((each) => each.pairs.length)).toEqual([0, 0, 0, 1]);
});

test("rows of no known shape are not guessed at", () => {
  expect(recogniseShape([{ a: 1 }, { b: 2 }])).toBeNull();
});

test("a few broken rows don't hide a shape, a majority of strange ones does", () => {
  const { row } = EXAMPLES.gsm8k;
  expect(recogniseShape([row, row, { question: "2+2?" }])).toEqual({ shape: "gsm8k", matched: 2 });
  expect(recogniseShape([row, {}, {}])).toBeNull();
  expect(recogniseShape([])).toBeNull();
});

test("options fill what a row leaves open and override nothing", () => {
  const shape = shapeByName("openai-model-solutions");
  const result = shape.drafts(EXAMPLES["openai-model-solutions"].row, {
    model: "other",
    split: "test",
    solutionAsPath: false,
  });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.paths.map(({ model }) => model)).toEqual(["6b", "175b"]);
  expect(result.value.problems[0]?.split).toBe("test");
});
