import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareAnswers } from "./equal.ts";
import { extractAnswer } from "./extract.ts";
import { REFORMATTINGS } from "./testing/reformattings.ts";
import { segmentsOf } from "./testing/trajectory.ts";
import { checkPath } from "./verdict.ts";

const DATA = new URL("../../../shared/data/", import.meta.url);
const missing = !existsSync(DATA);
const title = (what: string): string =>
  missing ? `${what} (SKIPPED: no real data at ${DATA.pathname})` : what;

function rows<Row>(file: string): Row[] {
  const lines = readFileSync(new URL(file, DATA), "utf8").split("\n");
  // The files are fixed and described in SOURCES.md; a row of another shape fails the tests below.
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}

const share = (part: number, whole: number): string => (part / whole).toFixed(3);

type Solutions = { ground_truth: string } & Record<Model, { solution: string; is_correct: boolean }>;
type Model = "6b_finetuning" | "6b_verification" | "175b_finetuning" | "175b_verification";

describe.skipIf(missing)(title("four models' solutions of GSM8K"), () => {
  const known: [Model, string][] = [
    ["6b_finetuning", "0.217"],
    ["6b_verification", "0.390"],
    ["175b_finetuning", "0.347"],
    ["175b_verification", "0.563"],
  ];
  const solutions = missing ? [] : rows<Solutions>("gsm8k/example_model_solutions.jsonl");

  test.each(known)(
    "%s is correct as often as its publishers say (%s), and on the same rows",
    (model, expected) => {
      const differing: unknown[] = [];
      let correct = 0;
      for (const [at, row] of solutions.entries()) {
        const reference = extractAnswer(row.ground_truth);
        expect(reference?.rule).toBe("a-line");
        const { solution, is_correct } = row[model];
        const checked = checkPath({
          reference: reference?.answer ?? null,
          segments: [{ type: "text", content: solution }],
        });
        if (checked.verdict === "correct") correct += 1;
        if ((checked.verdict === "correct") !== is_correct) differing.push({ at, is_correct, ...checked });
      }
      expect(differing).toEqual([]);
      expect(share(correct, solutions.length)).toBe(expected);
    },
  );
});

type Trajectory = { idx: number; gt: string; code: [string]; pred: [string] };

describe.skipIf(missing)(title("ToRA 70B's trajectories on GSM8K"), () => {
  test("are correct as often as known (0.843), and on the same rows as by the recorded predictions", () => {
    const trajectories = rows<Trajectory>("gsm8k/tora-70b.jsonl");
    const number = (text: string): number => Number(text.replaceAll(",", ""));
    const differing: unknown[] = [];
    let correct = 0;
    for (const { idx, gt, code, pred } of trajectories) {
      const checked = checkPath({ reference: gt, segments: segmentsOf(code[0]) });
      if (checked.verdict === "correct") correct += 1;
      const recorded = Math.abs(number(gt) - number(pred[0])) < 1e-6;
      if ((checked.verdict === "correct") !== recorded) differing.push({ idx, gt, recorded, ...checked });
    }
    expect(differing).toEqual([]);
    expect(share(correct, trajectories.length)).toBe("0.843");
  });
});

describe.skipIf(missing)(title("GSM8K's reference solutions"), () => {
  test.each(["gsm8k/test.jsonl", "gsm8k/train.jsonl"])(
    "all of %s give their answer after the hashes",
    (file) => {
      for (const { answer } of rows<{ answer: string }>(file)) {
        const found = extractAnswer(answer);
        expect(found?.rule).toBe("hashes");
        expect(found?.answer).toBe(answer.slice(answer.indexOf("####") + 4).trim());
      }
    },
  );
});

describe.skipIf(missing)(title("the 5000 reference answers of MATH"), () => {
  const answers = missing
    ? []
    : rows<{ solution: string }>("math/test.jsonl").map(({ solution }) => extractAnswer(solution));
  const texts = answers.map((found) => found?.answer ?? "");

  test("are found in their boxes", () => {
    expect(answers).toHaveLength(5000);
    expect(answers.every((found) => found?.rule === "boxed" && found.answer !== "")).toBe(true);
  });

  test("are equal to themselves, read anew", () => {
    const unequal = texts.filter(
      (text) => compareAnswers(text, ` ${text.replaceAll(" ", "  ")} `).outcome !== "equal",
    );
    expect(unequal).toEqual([]);
  });

  test.each(REFORMATTINGS)("are equal to their copies with %s", (_, least, format) => {
    const changed = texts.filter((text) => format(text) !== text);
    expect(changed.length).toBeGreaterThanOrEqual(least);
    const outcomes = { equal: 0, different: 0, undecided: 0 };
    const unequal: unknown[] = [];
    for (const text of texts) {
      const there = compareAnswers(text, format(text));
      const back = compareAnswers(format(text), text);
      outcomes[there.outcome] += 1;
      if (there.outcome !== "equal" || back.outcome !== "equal")
        unequal.push([text, format(text), there.reason]);
    }
    expect(unequal).toEqual([]);
    expect(outcomes).toEqual({ equal: 5000, different: 0, undecided: 0 });
  });

  test("are hardly ever taken for each other, and the same way round from both sides", () => {
    const taken: string[] = [];
    for (const [at, text] of texts.entries()) {
      const other = texts[(at * 7 + 13) % texts.length] ?? "";
      const { outcome } = compareAnswers(text, other);
      expect(compareAnswers(other, text).outcome).toBe(outcome);
      if (outcome === "equal" && text !== other) taken.push(`${text} is ${other}`);
    }
    expect(taken).toEqual(["20 is \\$20", "36 is 36^\\circ"]);
  });
});
