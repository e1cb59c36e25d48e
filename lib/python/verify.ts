import { checkSegments, firstWrong } from "#lib/answers/arithmetic.ts";
import { checkExecuted, isProgram } from "#lib/answers/executed.ts";
import type { AnswerSegment } from "#lib/answers/extract.ts";
import type { Rulings } from "#lib/answers/questions.ts";
import { agreesWithRecorded } from "#lib/answers/recorded-output.ts";
import { type CheckedPath, checkPath, type PathVerdict } from "#lib/answers/verdict.ts";
import { type OpenSandbox, openOrSay, whyUnavailable } from "./ask.ts";
import { type BlockResult, type Execution, type Limits, program } from "./contract.ts";
import { eachInSlices, settle, withDoubt } from "./decide.ts";
import { failedExecution } from "./failed-execution.ts";
import type { Sandbox } from "./sandbox.ts";

/** A path to verify: its segments, its record's stated answer, and the reference, where there is one. */
export type Trace = CheckedPath;

/** One code segment as it ran. `recorded`: the output that the path has after it; null where it has none. */
export interface RanSegment extends BlockResult {
  segment: number;
  recorded: string | null;
  agrees: boolean | null;
}

export interface TraceExecution {
  milliseconds: number;
  truncated: number;
  segments: RanSegment[];
}

/**
 * What verifying a path came to. `execution` and its outcome are null without code. `unavailable`: why the sandbox or
 * SymPy was needed and wasn't there; what needed it then says nothing of the path, so the path isn't verified.
 */
export interface Verification extends Omit<PathVerdict, "questions"> {
  execution: TraceExecution | null;
  executionOutcome: "reproduced" | "different" | "unrecorded" | "failed" | null;
  wrongSteps: number;
  firstWrongStep: string | null;
  unavailable: string | null;
}

export interface VerifyOptions {
  limits?: Partial<Limits>;
  signal?: AbortSignal;
}

/** The output that the path records for its code segment number `at`: the next segment but for blank text. */
function recordedFor(segments: readonly AnswerSegment[], at: number): string | null {
  const next = segments.slice(at + 1).find(({ type, content }) => type !== "text" || content.trim() !== "");
  return next?.type === "output" ? next.content : null;
}

function ranSegments(segments: readonly AnswerSegment[], execution: Execution): RanSegment[] {
  const places = [...segments.keys()].filter((at) =>
    isProgram(segments[at] ?? { type: "text", content: "" }),
  );
  return places.map((segment, at) => {
    const { stdout, value, error } = execution.blocks[at] ?? {
      stdout: "",
      value: null,
      error: execution.error,
    };
    const recorded = recordedFor(segments, segment);
    const agrees = recorded === null ? null : agreesWithRecorded(recorded, { stdout, value, error });
    return { segment, stdout, value, error, recorded, agrees };
  });
}

function outcomeOf(ran: readonly RanSegment[]): Verification["executionOutcome"] {
  const last = ran.at(-1);
  if (last?.error && last.agrees !== true) return "failed";
  if (ran.some(({ agrees }) => agrees === false)) return "different";
  return ran.some(({ agrees }) => agrees === true) ? "reproduced" : "unrecorded";
}

type Ran = Pick<Verification, "execution" | "executionOutcome" | "unavailable">;
const NOTHING_RAN: Ran = { execution: null, executionOutcome: null, unavailable: null };

async function execute(sandbox: Sandbox, trace: Trace, options: VerifyOptions): Promise<Ran> {
  const parsed = program.safeParse({
    blocks: trace.segments.filter(isProgram).map(({ content }) => content),
  });
  const execution = parsed.success
    ? await sandbox.run(parsed.data, options)
    : failedExecution("memory", "its code is too long to be run");
  const unavailable = whyUnavailable(execution, options.signal);
  if (unavailable !== null) return { ...NOTHING_RAN, unavailable };
  const segments = ranSegments(trace.segments, execution);
  const { milliseconds, truncated } = execution;
  return {
    execution: { milliseconds, truncated, segments },
    executionOutcome: outcomeOf(segments),
    unavailable,
  };
}

async function executeAll(
  open: OpenSandbox,
  traces: readonly Trace[],
  options: VerifyOptions,
): Promise<Ran[]> {
  const needed = traces.some(({ segments }) => segments.some(isProgram));
  const sandbox = needed ? await openOrSay(open) : null;
  return Promise.all(
    traces.map(async (trace) => {
      if (sandbox === null || !trace.segments.some(isProgram)) return NOTHING_RAN;
      if (typeof sandbox === "string") return { ...NOTHING_RAN, unavailable: sandbox };
      return execute(sandbox, trace, options);
    }),
  );
}

/**
 * Verifies paths, in order: runs the code segments of each as one program and compares what they print with what the
 * path records, checks the arithmetic statements of its text, and gives the verdict (see `checkExecuted`), with SymPy's
 * help where the rules leave a doubt. The sandbox runs as many programs at once as it can, and is opened only where
 * there is code or a doubt. Rejects with the signal's reason when it aborts, and stops what runs; with `SandboxClosed` where the process
 * closes its sandbox.
 */
export async function verifyTraces(
  open: OpenSandbox,
  traces: readonly Trace[],
  options: VerifyOptions = {},
): Promise<Verification[]> {
  const ran = await executeAll(open, traces, options);
  options.signal?.throwIfAborted();
  const judge = ({ trace, blocks }: { trace: Trace; blocks: RanSegment[] | undefined }, rulings: Rulings) =>
    blocks ? checkExecuted(trace, blocks, rulings) : checkPath(trace, rulings);
  const judged = traces.map((trace, at) => ({ trace, blocks: ran[at]?.execution?.segments }));
  const verdicts = await settle(open, judged, judge, { signal: options.signal });

  const verified: Verification[] = [];
  await eachInSlices(traces, ({ segments }, at) => {
    options.signal?.throwIfAborted();
    const settled = verdicts[at];
    if (!settled) return;
    const { questions, ...verdict } = settled.found;
    const steps = checkSegments(segments);
    const run = ran[at] ?? NOTHING_RAN;
    verified.push({
      ...verdict,
      reason: questions.length > 0 ? withDoubt(verdict.reason, settled.doubt) : verdict.reason,
      ...run,
      unavailable: run.unavailable ?? settled.unavailable,
      wrongSteps: steps.filter(({ outcome }) => outcome === "wrong").length,
      firstWrongStep: firstWrong(steps)?.reason ?? null,
    });
  });
  return verified;
}
