import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkArithmetic, firstWrong } from "./arithmetic.ts";

const DATA = new URL("../../../shared/data/", import.meta.url);
const missing = !existsSync(DATA);
const title = (what: string): string =>
  missing ? `${what} (SKIPPED: no real data at ${DATA.pathname})` : what;

function rows<Row>(file: string): Row[] {
  const lines = readFileSync(new URL(file, DATA), "utf8").split("\n");
  // The files are fixed and described in SOURCES.md; a row of another shape fails the tests below.
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}

type Count = { right: number; wrong: number; unclear: number };

function check(texts: readonly string[]): { count: Count; wrong: string[] } {
  const count: Count = { right: 0, wrong: 0, unclear: 0 };
  const wrong: string[] = [];
  const misplaced: string[] = [];
  for (const [at, text] of texts.entries()) {
    for (const { outcome, start, end, statement } of checkArithmetic(text)) {
      if (text.slice(start, end) !== statement) misplaced.push(statement);
      count[outcome] += 1;
      if (outcome === "wrong") wrong.push(`${at}: ${statement}`);
    }
  }
  expect(misplaced).toEqual([]);
  return { count, wrong };
}

describe.skipIf(missing)(title("the 8792 reference solutions of GSM8K"), () => {
  const answers = (file: string): string[] => rows<{ answer: string }>(file).map(({ answer }) => answer);

  // Every one of these was read: each is a slip of the reference itself.
  test("the training set states 24 calculations wrongly, and no other is taken for wrong", () => {
    const { count, wrong } = check(answers("gsm8k/train.jsonl"));
    expect(count).toEqual({ right: 24793, wrong: 24, unclear: 21 });
    expect(wrong).toEqual([
      "167: 192*100=$1920",
      "168: 6*2.5 = $<<6*3=18.00>>18.00",
      "224: 4080 + 4080 / 2 = 4000 + 2040",
      "224: 4000 + 2040 = <<4080+4080/2=6120>>6120",
      "502: 3/1=1",
      "716: 100 * 0.75 = $0.75",
      "1817: 1550 cubic inches / 50 cubic inches/pump = 29",
      "3002: 8*3 = <<80*3=240>>240",
      "3334: $4200+$3000 = $8600",
      "3409: 10 x .5 = 10",
      "4691: 2*8 = 24",
      "4973: 200*.55=100",
      "5152: 2 = $12.00",
      "5350: 13 marbles + 4 marbles + 16 marbles = 45",
      "5781: 7+9+1+2 = $19.50",
      "6001: 99.1 plus 98.2 plus 98.7 plus 99.3 plus 99.8 plus 99 plus 98.9 equals 692",
      "6157: 70 + 40 = 100",
      "6256: 10 x 1,248 = 11,480",
      "6700: 2 / 12 = .125",
      "6713: 3 x (8/16) = 6",
      "6760: 4+4+6 = 18",
      "6812: 50-8 = <<52-8=44>>44",
      "7178: 1152/ 1,536 = .5",
      "7444: 14*20=140",
    ]);
  });

  test("the test set states 3 wrongly", () => {
    const { count, wrong } = check(answers("gsm8k/test.jsonl"));
    expect(count).toEqual({ right: 4480, wrong: 3, unclear: 1 });
    expect(wrong).toEqual([
      "501: 364 / 4 = <<3/4*364=273>>273",
      "598: 3.65 divided by .05 equals 69",
      "1024: $32 - $20 = $300",
    ]);
  });
});

type Model = "6b_finetuning" | "6b_verification" | "175b_finetuning" | "175b_verification";
type Solutions = Record<Model, { solution: string; is_correct: boolean }>;

describe.skipIf(missing)(title("four models' solutions of GSM8K"), () => {
  const solutions = missing ? [] : rows<Solutions>("gsm8k/example_model_solutions.jsonl");

  // Paths with a wrong step among the incorrect ones, and among the correct ones; each mark was read.
  test.each([
    ["6b_finetuning", 57, 3],
    ["6b_verification", 33, 4],
    ["175b_finetuning", 46, 3],
    ["175b_verification", 31, 4],
  ] as const)("%s", (model, incorrect, correct) => {
    const found = { incorrect: 0, correct: 0 };
    for (const row of solutions) {
      const { solution, is_correct } = row[model];
      if (firstWrong(checkArithmetic(solution))) found[is_correct ? "correct" : "incorrect"] += 1;
    }
    expect(found).toEqual({ incorrect, correct });
  });
});

describe.skipIf(missing)(title("the 5000 reference solutions of MATH"), () => {
  // Each of these is a misprint of the reference: a sign, a digit, a fraction.
  test("state 7 calculations wrongly, and no other is taken for wrong", () => {
    const { count, wrong } = check(
      rows<{ solution: string }>("math/test.jsonl").map(({ solution }) => solution),
    );
    expect(count).toEqual({ right: 6464, wrong: 7, unclear: 36 });
    expect(wrong).toEqual([
      "909: (-4)^2 + 4 \\cdot 1 \\cdot (-1) = 20",
      "1861: \\frac{2^5\\cdot3}{2^3\\cdot13}=2^3\\left(\\frac{2^2\\cdot3}{13}\\right)",
      "2203: \\frac{4}{2} = \\frac{1}{2}",
      "2317: 25 \\cdot 4 + 5 \\cdot 4 + 4 = 125",
      "2462: 1 - 2 + 5 = \\boxed{-6}",
      "2686: 9! = 326880",
      "3001: 1-3-10+24 = -12",
    ]);
  });
});
