import type { RowDrafts } from "#lib/formats/drafts.ts";
import type { PathRecord } from "#lib/formats/records.ts";
import type { RanSegment, Trace, Verification } from "#lib/python/verify.ts";
import { newReferences, type References } from "./references.ts";

/** A line of the output of `lemma verify`. Its keys stand in this order. */
export interface VerifyLine {
  line: number;
  model: string | null;
  kind: string | null;
  verdict: string | null;
  method: string | null;
  reason: string;
  answer: string | null;
  /** What its programs printed and gave, as a notebook shows it; null where there is none, or none ran. */
  output: string | null;
  /** That its programs ran; null where there is none, or none ran. */
  milliseconds: number | null;
}

/** One path of a file, on its way to be verified. */
export interface PathTask {
  line: number;
  model: string | null;
  kind: string;
  trace: Trace;
}

const LONGEST = 300;

/** The paths of a row. What the row says of their problems counts before what is known from elsewhere. */
export function pathTasks(line: number, { problems, paths }: RowDrafts, known: References): PathTask[] {
  const own = newReferences();
  for (const problem of problems) own.add(problem);
  return paths.map((path) => ({
    line,
    model: path.model ?? null,
    kind: path.kind,
    trace: {
      reference: own.of(path) ?? known.of(path),
      segments: path.segments,
      statedAnswer: path.answer ?? null,
      truncated: wasCutOff(path),
    },
  }));
}

/** Under this name APIs of models say why a text ends. */
function wasCutOff({ meta }: PathRecord): boolean {
  return meta?.["finish_reason"] === "length";
}

export function verifyLine({ line, model, kind }: PathTask, found: Verification): VerifyLine {
  const { verdict, method, answer, execution } = found;
  return {
    line,
    model,
    kind,
    verdict,
    method,
    reason: [found.reason, ...remarks(found).filter((remark) => !found.reason.includes(remark))].join("; "),
    answer,
    output: execution === null ? null : execution.segments.map(shown).join(""),
    milliseconds: execution === null ? null : Math.round(execution.milliseconds * 10) / 10,
  };
}

/** What else a reviewer should know, beside why the verdict is what it is. */
function remarks({ execution, executionOutcome, firstWrongStep, unavailable }: Verification): string[] {
  return [
    ...(execution === null && unavailable !== null
      ? [`its program wasn't run: ${inOneLine(unavailable)}`]
      : []),
    ...(executionOutcome === "failed" ? [`its program failed: ${inOneLine(lastError(execution))}`] : []),
    ...(executionOutcome === "different" ? ["its program gives another output than the path records"] : []),
    ...(firstWrongStep === null ? [] : [`wrong step: ${firstWrongStep}`]),
  ];
}

function lastError(execution: Verification["execution"]): string {
  return execution?.segments.at(-1)?.error?.message ?? "it gave nothing";
}

/** What a broken interpreter says of itself may have any length. */
export function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

function shown({ stdout, value }: RanSegment): string {
  if (value === null) return stdout;
  return stdout === "" || stdout.endsWith("\n") ? `${stdout}${value}\n` : `${stdout}\n${value}\n`;
}

export function unreadableLine(line: number, fault: string): VerifyLine {
  const nothing = { model: null, kind: null, verdict: null, method: null };
  return { line, ...nothing, reason: fault, answer: null, output: null, milliseconds: null };
}
