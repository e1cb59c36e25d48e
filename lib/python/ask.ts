import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Question, questionKey, type Rulings } from "#lib/answers/questions.ts";
import { AppError } from "#lib/errors.ts";
import type { Execution, Limits } from "./contract.ts";
import { pythonFolder } from "./place.ts";
import type { Sandbox } from "./sandbox.ts";

/** Opens the sandbox when it is first needed. */
export type OpenSandbox = () => Promise<Sandbox>;

/** `doubts` says of the questions without a ruling why, by `questionKey`; `unavailable`: why SymPy isn't there. */
export interface SympyAnswers {
  rulings: Rulings;
  doubts: ReadonlyMap<string, string>;
  unavailable: string | null;
}

const BATCH = 20;
const BATCH_LIMITS: Partial<Limits> = { milliseconds: 20_000 };
const SINGLE_LIMITS: Partial<Limits> = { milliseconds: 10_000 };
/** As much of an unknown failure as fits into a reason. */
const SAID = 200;

const NO_SYMPY = /^ModuleNotFoundError: No module named '(?:sympy|mpmath)\b/;
export const MISSING_SYMPY = "SymPy isn't installed here; `npx lemma python` installs it";

/** This process is about to end and has closed its sandbox: nothing that would need it can be told any more. */
export class SandboxClosed extends Error {}

/**
 * Why the sandbox itself, and not the program, is to blame for how the program ended; null where it isn't. Throws
 * `SandboxClosed` for a program that was cancelled, but not by its caller, whose `signal` it is.
 */
export function whyUnavailable({ blocks, error }: Execution, signal: AbortSignal | undefined): string | null {
  if (error?.kind === "cancelled" && !signal?.aborted) throw new SandboxClosed(error.message);
  if (error?.kind === "unavailable" || error?.kind === "cancelled")
    return error.message.split("\n", 1).join().slice(0, SAID);
  const errors = [error, ...blocks.map((block) => block.error)];
  return errors.some((each) => each?.kind === "exception" && NO_SYMPY.test(each.message))
    ? MISSING_SYMPY
    : null;
}

const answers = z.array(z.enum(["equal", "different", "unknown"]));
type Answer = z.infer<typeof answers>[number];
type Outcome = { answers: readonly Answer[] } | { failure: string } | { unavailable: string };

const FILES = ["tree", "numbers", "build", "judge"];
const holder: { sources?: string[] } = {};

/** Our own program around the questions: they are data in it, a text that nothing but JSON reads. */
function programOf(questions: readonly Question[]) {
  holder.sources ??= FILES.map((name) => readFileSync(join(pythonFolder, "symbolic", `${name}.py`), "utf8"));
  return { blocks: [...holder.sources, `print(answer_json(${JSON.stringify(JSON.stringify(questions))}))`] };
}

function outcomeOf(execution: Execution, questions: number, signal: AbortSignal | undefined): Outcome {
  const unavailable = whyUnavailable(execution, signal);
  if (unavailable !== null) return { unavailable };
  if (execution.error) return { failure: execution.error.message };
  try {
    const given = answers.length(questions).parse(JSON.parse(execution.blocks.at(-1)?.stdout ?? ""));
    return { answers: given };
  } catch {
    return { failure: "its answer can't be read" };
  }
}

/** The sandbox, or why it can't be had. */
export async function openOrSay(open: OpenSandbox): Promise<Sandbox | string> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/**
 * Asks SymPy in the sandbox: many questions a program, and where a program of many fails or takes too long, each of
 * them alone, so that a hard one doesn't spoil the others. Never rejects for what SymPy or the sandbox can't do; when
 * `signal` aborts, what isn't answered yet stays in doubt.
 */
export async function askSympy(
  open: OpenSandbox,
  questions: readonly Question[],
  signal?: AbortSignal,
): Promise<SympyAnswers> {
  const rulings = new Map<string, "equal" | "different">();
  const doubts = new Map<string, string>();
  const asked = [...new Map(questions.map((question) => [questionKey(question), question])).values()];
  const doubt = (batch: readonly Question[], why: string): void => {
    for (const question of batch) doubts.set(questionKey(question), why);
  };
  const opened = asked.length === 0 ? "" : await openOrSay(open);
  if (typeof opened === "string") {
    doubt(asked, opened);
    return { rulings, doubts, unavailable: asked.length === 0 ? null : opened };
  }
  let unavailable: string | null = null;

  const ask = async (batch: readonly Question[], limits: Partial<Limits>): Promise<void> => {
    if (unavailable !== null) return doubt(batch, unavailable);
    const execution = await opened.run(programOf(batch), { limits, ...(signal ? { signal } : {}) });
    const outcome = outcomeOf(execution, batch.length, signal);
    if ("unavailable" in outcome) {
      if (!signal?.aborted) unavailable = outcome.unavailable;
      doubt(batch, signal?.aborted ? "no time was left to ask SymPy" : outcome.unavailable);
    } else if ("failure" in outcome) {
      if (batch.length === 1) doubt(batch, `SymPy gave it up: ${outcome.failure}`);
      else await Promise.all(batch.map((question) => ask([question], SINGLE_LIMITS)));
    } else {
      for (const [at, question] of batch.entries()) {
        const answer = outcome.answers[at] ?? "unknown";
        if (answer === "unknown") doubt([question], "SymPy can't tell either");
        else rulings.set(questionKey(question), answer);
      }
    }
  };

  const batches = Array.from({ length: Math.ceil(asked.length / BATCH) }, (_, at) =>
    asked.slice(at * BATCH, (at + 1) * BATCH),
  );
  await Promise.all(batches.map((batch) => ask(batch, BATCH_LIMITS)));
  return { rulings, doubts, unavailable };
}
