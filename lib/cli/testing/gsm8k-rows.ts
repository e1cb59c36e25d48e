import { existsSync, readFileSync } from "node:fs";
import { extractAnswer, extractFromSegments } from "#lib/answers/extract.ts";
import { checkPath } from "#lib/answers/verdict.ts";
import { segmentText } from "#lib/formats/segments.ts";
import type { ExecutionOutcome, Segment } from "#lib/paths/contract.ts";
import { type RawRow, rawRows } from "#lib/scoring/trained/feature-rows.ts";
import type { SeenPath } from "#lib/scoring/trained/path-features.ts";
import type { LabelledRow } from "#lib/scoring/trained/train.ts";

export const DATA = new URL("../../../../shared/data/gsm8k/", import.meta.url);
export const HAS_DATA = existsSync(DATA);

const MODELS = ["6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification"] as const;
type Solutions = { question: string; ground_truth: string } & Record<
  (typeof MODELS)[number],
  { solution: string }
>;
interface Trajectory {
  code: [string];
}

function lines<Row>(file: string): Row[] {
  // The files are fixed and described in SOURCES.md.
  const text = readFileSync(new URL(file, DATA), "utf8").split("\n");
  return text.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}

/**
 * The five models' real paths of each of the 1319 questions, with their features and whether they are right. The sixth
 * path of a question is the reference solution: no model wrote it, it is always right, and it would give the reference
 * away, so it is neither a label nor anybody's peer.
 */
export function gsm8kRows(): LabelledRow[] {
  const solutions = lines<Solutions>("example_model_solutions.jsonl");
  const trajectories = lines<Trajectory>("tora-70b.jsonl");
  return solutions.flatMap((row, group): LabelledRow[] => {
    const reference = extractAnswer(row.ground_truth)?.answer ?? null;
    const texts = [...MODELS.map((model) => row[model].solution), trajectories[group]?.code[0] ?? ""];
    const paths = texts.map((text, at): SeenPath & { right: boolean } => {
      const segments: Segment[] = segmentText(text);
      const found = extractFromSegments(segments);
      return {
        id: group * 5 + at,
        segments,
        answer: found?.answer ?? null,
        answerRule: found?.rule ?? null,
        execution: recordedOutcome(segments),
        isModels: true,
        right: checkPath({ reference, segments }).verdict === "correct",
      };
    });
    return rawRows(row.question, paths).map((found: RawRow, at) => ({
      row: found,
      label: paths[at]?.right ? 1 : 0,
      weight: 1,
      group,
    }));
  });
}

/** As the trace itself records it: verifying ran all 1319 programs, and but for two they print what is recorded. */
function recordedOutcome(segments: readonly Segment[]): ExecutionOutcome | null {
  const last = segments.findLast(({ type }) => type === "output");
  if (!segments.some(({ type }) => type === "code")) return null;
  return last === undefined || /Error\b/.test(last.content) ? "failed" : "reproduced";
}
