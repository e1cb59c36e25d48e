import { AppError } from "#lib/errors.ts";
import type { Shape } from "#lib/formats/drafts.ts";
import type { FieldError } from "#lib/formats/parsed.ts";
import { closeSandbox, sandbox } from "#lib/python/process-sandbox.ts";
import { verifyTraces } from "#lib/python/verify.ts";
import { batches } from "./batches.ts";
import { Faults } from "./faults.ts";
import { fileRows } from "./file-rows.ts";
import { fileShape } from "./file-shape.ts";
import { fileSize } from "./file-size.ts";
import { inOrder } from "./in-order.ts";
import { percent, progressLine } from "./progress-line.ts";
import { newReferences, type References } from "./references.ts";
import { type PathTask, pathTasks, unreadableLine, type VerifyLine, verifyLine } from "./verify-line.ts";
import { Tally } from "./verify-tally.ts";
import { isReaderGone, writeChunk } from "./write-chunk.ts";

interface Options {
  problems?: string;
  model?: string;
  timeout: string;
}

/** A path to verify, or a line that holds none and why. */
type Task = PathTask | { line: number; fault: string };
type Verified = { text: string; lines: VerifyLine[]; faults: string[]; unavailable: string | null };
type Settings = { limits: { milliseconds: number }; signal: AbortSignal };

/** So many batches at a time keep every interpreter busy while the programs of one batch take long. */
const BATCH = { items: 32, weight: 1024 * 1024, milliseconds: 50 };
const AT_A_TIME = 6;
const MAX_SECONDS = 600;

/**
 * Verifies each path of a file in any shape that import recognises, onto standard output, a line each in the order
 * of the file. Gives the exit code: 1 where a line couldn't be read, or where what it takes to verify wasn't there.
 */
export async function verifyFile(path: string, options: Options): Promise<number> {
  const start = performance.now();
  const milliseconds = limitOf(options.timeout);
  const bytes = await fileSize(path);
  const shape = await fileShape(path);
  const faults = new Faults();
  const references = newReferences();
  // Lemma's own records may stand in any order: a path's problem may come after it.
  if (shape.name === "lemma") await gather(path, shape, references, () => {});
  if (options.problems !== undefined) {
    const named = options.problems;
    await gather(named, await fileShape(named), references, (fault) => faults.tell(`${named}: ${fault}`));
  }

  let read = 0;
  const tasks = batches(
    tasksOf(path, shape, references, options.model, (sofar) => {
      read = sofar;
    }),
    weightOf,
    BATCH,
  );
  const stop = new AbortController();
  const settings = { limits: { milliseconds }, signal: stop.signal };
  const tally = new Tally();
  // Where the verdicts themselves run over the terminal, a line that is written over would be lost among them.
  const line = progressLine(process.stdout.isTTY ? { write: () => {} } : process.stderr);
  try {
    for await (const verified of inOrder(tasks, AT_A_TIME, (batch) => verifyBatch(batch, settings))) {
      await writeChunk(process.stdout, verified.text);
      if (verified.faults.length > 0) line.clear();
      for (const fault of verified.faults) faults.tell(fault);
      tally.add(verified.lines, verified.unavailable);
      line.show(`${tally.count.toLocaleString("en")} paths, ${percent(read, bytes)} of the file read`);
    }
  } catch (error) {
    if (isReaderGone(error)) return 0;
    throw error;
  } finally {
    line.clear();
    stop.abort();
    await closeSandbox();
  }
  faults.sum();
  if (tally.unavailable !== null) console.error(tally.unavailable);
  if (process.stderr.isTTY) console.error(tally.summary(performance.now() - start));
  return faults.count > 0 || tally.unavailable !== null ? 1 : 0;
}

function limitOf(timeout: string): number {
  const seconds = Number(timeout);
  if (seconds > 0 && seconds <= MAX_SECONDS) return Math.max(1, Math.round(seconds * 1000));
  throw new AppError("invalid_input", `--timeout must be seconds, at most ${MAX_SECONDS}.`);
}

function wordsOf({ field, message }: FieldError): string {
  return field === null ? message : `${field}: ${message}`;
}

/** Takes the reference answers of a file's problems. */
async function gather(
  path: string,
  shape: Shape,
  into: References,
  tell: (fault: string) => void,
): Promise<void> {
  for await (const found of await fileRows(path)) {
    const drafts =
      "error" in found ? { ok: false as const, error: found.error } : shape.drafts(found.row, {});
    if (drafts.ok) for (const problem of drafts.value.problems) into.add(problem);
    else tell(`line ${found.line}: ${wordsOf(drafts.error)}`);
  }
}

async function* tasksOf(
  path: string,
  shape: Shape,
  references: References,
  model: string | undefined,
  onRead: (bytes: number) => void,
): AsyncGenerator<Task, void, undefined> {
  const fill = model === undefined ? {} : { model };
  for await (const found of await fileRows(path, onRead)) {
    const { line } = found;
    const drafts =
      "error" in found ? { ok: false as const, error: found.error } : shape.drafts(found.row, fill);
    if (drafts.ok) yield* pathTasks(line, drafts.value, references);
    else yield { line, fault: `line ${line}: ${wordsOf(drafts.error)}` };
  }
}

function weightOf(task: Task): number {
  return "fault" in task ? 0 : task.trace.segments.reduce((sum, { content }) => sum + content.length, 0);
}

async function verifyBatch(batch: readonly Task[], settings: Settings): Promise<Verified> {
  const traces = batch.flatMap((task) => ("fault" in task ? [] : [task.trace]));
  const verifications = await verifyTraces(sandbox, traces, settings);
  const found = verifications.values();
  const lines = batch.map((task) => {
    if ("fault" in task) return unreadableLine(task.line, task.fault);
    const next = found.next();
    if (next.done) throw new Error("Fewer verifications came back than paths were given.");
    return verifyLine(task, next.value);
  });
  return {
    text: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    lines,
    faults: batch.flatMap((task) => ("fault" in task ? [task.fault] : [])),
    unavailable: verifications.find(({ unavailable }) => unavailable !== null)?.unavailable ?? null,
  };
}
