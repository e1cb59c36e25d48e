import { createReadStream } from "node:fs";
import { stdin } from "node:process";
import type { Comparison } from "#lib/answers/equal.ts";
import { type AnswerGrade, gradeOf } from "#lib/answers/grade.ts";
import { AppError } from "#lib/errors.ts";
import { readLines, type TextLine } from "#lib/formats/readers/lines.ts";
import type { LineFault } from "#lib/formats/readers/read-row.ts";
import type { OpenSandbox } from "#lib/python/ask.ts";
import { type AnswerPair, decideSolutions } from "#lib/python/decide.ts";
import { closeSandbox, sandbox } from "#lib/python/process-sandbox.ts";
import { batches } from "./batches.ts";
import { Faults } from "./faults.ts";
import { ensureReadable } from "./file-size.ts";
import { readPair } from "./grade-line.ts";
import { inOrder } from "./in-order.ts";
import { isReaderGone, writeChunk } from "./write-chunk.ts";

interface Options {
  sympy: boolean;
}

/** A batch goes on its way after so long, so that a program that asks line by line isn't kept waiting. */
const BATCH = { items: 500, weight: 1024 * 1024, milliseconds: 15 };
/** While SymPy has the doubts of one batch, the rules work on the next ones. */
const AT_A_TIME = 4;

type Found = TextLine | LineFault;
type Graded = { text: string; faults: string[]; counts: Counts };
type Counts = Record<"equal" | "different" | "open" | "unreadable", number>;

/**
 * Grades the pairs of a file, or of standard input, onto standard output, a line each in the order of the lines.
 * Holds a few batches in memory, however long the file is. Gives the exit code: 1 where a line couldn't be read.
 */
export async function gradeFile(path: string | undefined, { sympy }: Options): Promise<number> {
  const start = performance.now();
  const open: OpenSandbox = sympy ? sandbox : unasked;
  const stop = new AbortController();
  const faults = new Faults();
  const total: Counts = { equal: 0, different: 0, open: 0, unreadable: 0 };
  const lines = batches(readLines(await bytesOf(path)), weightOf, BATCH);
  try {
    const graded = inOrder(lines, AT_A_TIME, (batch) => gradeBatch(batch, open, stop.signal));
    for await (const { text, faults: found, counts } of graded) {
      for (const fault of found) faults.tell(fault);
      for (const key of countKeys) total[key] += counts[key];
      await writeChunk(process.stdout, text);
    }
  } catch (error) {
    if (isReaderGone(error)) return 0;
    throw error;
  } finally {
    stop.abort();
    await closeSandbox();
  }
  faults.sum();
  if (process.stderr.isTTY) console.error(summary(total, performance.now() - start));
  return faults.count > 0 ? 1 : 0;
}

const countKeys = ["equal", "different", "open", "unreadable"] as const;

function unasked(): never {
  throw new AppError("unavailable", "SymPy wasn't asked");
}

async function bytesOf(path: string | undefined): Promise<AsyncIterable<Uint8Array>> {
  if (path !== undefined && path !== "-") {
    await ensureReadable(path);
    return createReadStream(path, { highWaterMark: 256 * 1024 });
  }
  if (stdin.isTTY) console.error('Type lines such as {"gold": "1/2", "pred": "0.5"}; Ctrl-D ends.');
  return stdin;
}

function weightOf(found: Found): number {
  return "text" in found ? found.text.length : 0;
}

async function gradeBatch(batch: readonly Found[], open: OpenSandbox, signal: AbortSignal): Promise<Graded> {
  const pairs: AnswerPair[] = [];
  const lines = batch.map((found): string | null => {
    if ("error" in found) return `line ${found.line}: ${found.error.message}`;
    const read = readPair(found.text, found.ended);
    if (read.ok) pairs.push(read.pair);
    return read.ok ? null : `line ${found.line}: ${read.fault}`;
  });
  const decided = (await decideSolutions(open, pairs, signal)).values();
  const graded = lines.map((fault) => (fault === null ? gradeOf(nextOf(decided)) : unreadable(fault)));
  return {
    text: graded.map((line) => `${JSON.stringify(line)}\n`).join(""),
    faults: lines.filter((fault) => fault !== null),
    counts: countsOf(lines, graded),
  };
}

function nextOf(decided: IterableIterator<Comparison>): Comparison {
  const next = decided.next();
  if (next.done) throw new Error("Fewer comparisons came back than pairs were given.");
  return next.value;
}

function unreadable(reason: string): AnswerGrade {
  return { equal: null, method: null, reason };
}

function countsOf(faults: readonly (string | null)[], graded: readonly AnswerGrade[]): Counts {
  const unreadable = faults.filter((fault) => fault !== null).length;
  const equal = graded.filter((line) => line.equal === true).length;
  const different = graded.filter((line) => line.equal === false).length;
  return { equal, different, unreadable, open: graded.length - equal - different - unreadable };
}

function summary({ equal, different, open, unreadable }: Counts, milliseconds: number): string {
  const count = (number: number) => number.toLocaleString("en");
  const all = equal + different + open + unreadable;
  return [
    `${count(all)} lines: ${count(equal)} equal, ${count(different)} different, ${count(open)} open`,
    ...(unreadable > 0 ? [`${count(unreadable)} unreadable`] : []),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ].join(", ");
}
