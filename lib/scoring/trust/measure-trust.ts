import type { Trust } from "../contract/trust.ts";
import type { ScoreKind } from "../contract.ts";
import { againstGrades, againstJudgements, type JudgedScores } from "./against-people.ts";
import { againstVerdicts } from "./against-verdicts.ts";
import { confusionOf } from "./confusion.ts";
import { lengthBias, type MeasuredPath } from "./length-bias.ts";
import { type ComparedProblem, positionBias } from "./position-bias.ts";
import type { ScoredPath } from "./problem-groups.ts";

/** What is known of a scorer. Lists may be samples of whole problems. */
export interface Evidence {
  scorer: string;
  kind: ScoreKind;
  /** Its scores of whole paths in all. */
  scored: number;
  paths: readonly ScoredPath[];
  judged: readonly JudgedScores[];
  measured: readonly MeasuredPath[];
  /** Null where it doesn't compare. */
  compared: readonly ComparedProblem[] | null;
  /** Its scores were fitted to the judgements. */
  isFittedToJudgements: boolean;
  /** Problems that it didn't learn from; null where it learnt from none. */
  isHeldOut: ((problemId: number) => boolean) | null;
}

const FITTED = "Its scores were fitted to these very judgements, so they agree too well.";
const HELD_OUT = "Measured on problems that its training held out.";

/** How far a scorer can be trusted, against verdicts, people, and its own biases. */
export function measureTrust(evidence: Evidence): Trust {
  const { scorer, kind, scored, measured, compared, isHeldOut, isFittedToJudgements } = evidence;
  const unseen = <Row extends { problemId: number }>(rows: readonly Row[]) =>
    isHeldOut ? rows.filter(({ problemId }) => isHeldOut(problemId)) : rows;
  const paths = unseen(evidence.paths);
  const heldOut = isHeldOut ? HELD_OUT : null;
  const note = noteOf(heldOut, partOf(evidence.paths.length, scored));
  const judgements = noteOf(isFittedToJudgements ? FITTED : heldOut);
  return {
    scorer,
    kind,
    scored,
    verdicts: againstVerdicts(kind, paths, note),
    people: {
      ...againstJudgements(unseen(evidence.judged), judgements),
      grades: againstGrades(kind, paths, note),
    },
    confusion: confusionOf(kind, paths),
    length: lengthBias(measured, partOf(measured.length, scored)),
    position: compared && positionBias(compared),
  };
}

function partOf(looked: number, all: number): string | null {
  if (looked >= all) return null;
  return `Measured on ${looked.toLocaleString("en")} of ${all.toLocaleString("en")} scores: all paths of a fixed choice of problems.`;
}

function noteOf(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join(" ") || null;
}
