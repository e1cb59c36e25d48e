import type { PathVerdict } from "#lib/answers/verdict.ts";
import type { LogMessage } from "#lib/jobs/job.ts";
import type { ExecutionOutcome, PathExecution, PathFlaw, Verdict } from "./contract.ts";
import { storable } from "./storable.ts";

/** A verdict as the table path keeps it. */
export interface VerdictColumns {
  answer: string | null;
  answerRule: string | null;
  verdict: Verdict;
  verdictMethod: string | null;
  verdictReason: string | null;
}

/** Longest texts, in UTF-16 code units. */
const ANSWER_LIMIT = 2000;
const REASON_LIMIT = 1000;
const OUTPUT_LIMIT = 70_000;

export function verdictColumns(found: Omit<PathVerdict, "questions">): VerdictColumns {
  return {
    answer: found.answer === null ? null : storable(found.answer, ANSWER_LIMIT),
    answerRule: found.rule,
    verdict: found.verdict,
    verdictMethod: found.method,
    verdictReason: storable(found.reason, REASON_LIMIT),
  };
}

/** A path that isn't a whole answer is neither right nor wrong, whatever stands in it. */
export function withFlaw(columns: VerdictColumns, flaw: PathFlaw | null): VerdictColumns {
  if (flaw === null) return columns;
  return { ...columns, verdict: "unverifiable", verdictMethod: null, verdictReason: FLAW_REASON[flaw] };
}

const FLAW_REASON: Record<PathFlaw, string> = {
  truncated: "it was cut off before its end, so it isn't judged",
  refused: "the model refused to answer, so there is nothing to judge",
};

/** Where `doing` broke on a path in a way that nobody expected: its verdict, and a line for the run's log. */
export function verdictFault(
  key: string,
  doing: "Checking" | "Verifying",
  error: unknown,
): { columns: VerdictColumns; message: LogMessage } {
  const reason = `${doing} this path failed in a way that nobody expected.`;
  const detail = error instanceof Error ? error.message : String(error);
  return {
    columns: { answer: null, answerRule: null, verdict: "error", verdictMethod: null, verdictReason: reason },
    message: { level: "error", message: storable(`Path ${key}: ${reason} (${detail})`, REASON_LIMIT) },
  };
}

/** What verifying found beside the verdict, as the table path keeps it. */
export interface VerificationColumns {
  execution: PathExecution | null;
  executionOutcome: ExecutionOutcome | null;
  wrongSteps: number;
  firstWrongStep: string | null;
}

export function verificationColumns(found: VerificationColumns): VerificationColumns {
  const { execution, executionOutcome, wrongSteps, firstWrongStep } = found;
  const kept = (text: string | null) => (text === null ? null : storable(text, OUTPUT_LIMIT));
  const segments = execution?.segments.map((segment) => ({
    ...segment,
    stdout: storable(segment.stdout, OUTPUT_LIMIT),
    value: kept(segment.value),
    recorded: kept(segment.recorded),
    error: segment.error && { ...segment.error, message: storable(segment.error.message, REASON_LIMIT) },
  }));
  return {
    execution: execution && { ...execution, segments: segments ?? [] },
    executionOutcome,
    wrongSteps,
    firstWrongStep: firstWrongStep === null ? null : storable(firstWrongStep, REASON_LIMIT),
  };
}
