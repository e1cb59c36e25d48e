import { createReadStream } from "node:fs";
import { stdin } from "node:process";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AppError } from "#lib/errors.ts";
import type { LineFault } from "#lib/formats/readers/read-row.ts";
import type { Measure } from "#lib/similarity/measure.ts";
import { openIndex } from "#lib/similarity/similarity-index.ts";
import { batches } from "./batches.ts";
import { type WholeLine, wholeLines } from "./dedupe-lines.ts";
import { dedupeRow } from "./dedupe-row.ts";
import { Faults } from "./faults.ts";
import { ensureReadable } from "./file-size.ts";
import { openDropped } from "./open-dropped.ts";
import { isReaderGone, writeChunk } from "./write-chunk.ts";

interface Options {
  field: string;
  measure: Measure;
  threshold: string;
  stem?: boolean;
  dropped?: string;
}

/** A batch goes on its way after so long, so that a program that writes line by line isn't kept waiting. */
const BATCH = { items: 500, weight: 256 * 1024, milliseconds: 15 };

/**
 * Writes the rows of a file, or of standard input, that have no earlier kept row as like them as the threshold, to the
 * byte and in order, onto standard output. A row of which that can't be told is on neither side: its line is told on
 * standard error. Holds the index of the kept rows and, with `dropped`, their texts. Gives the exit code: 1 where
 * there was such a line.
 */
export async function dedupeFile(path: string | undefined, options: Options): Promise<number> {
  const start = performance.now();
  const { field, measure, stem = false } = options;
  const threshold = thresholdOf(options);
  const bytes = await bytesOf(path);
  const dropped = options.dropped === undefined ? null : await openDropped(options.dropped, path);
  const faults = new Faults();
  const index = openIndex({ measure, stem });
  const texts = new Map<number, string>();
  let droppedCount = 0;

  function dropOrKeep(found: WholeLine | LineFault): { kept: Uint8Array } | { dropped: string } | null {
    const row = dedupeRow(found, field);
    if (!row.ok) {
      faults.tell(row.fault);
      return null;
    }
    const nearest = index.nearest(row.text, { atLeast: threshold });
    if (nearest === null) {
      index.add(row.line, row.text);
      if (dropped !== null) texts.set(row.line, row.text);
      return { kept: row.bytes };
    }
    droppedCount += 1;
    const { key: line, score } = nearest;
    const place = JSON.stringify({ line: row.line, score, nearest: { line, text: texts.get(line) } });
    return { dropped: `${place.slice(0, -1)},"row":${row.json}}\n` };
  }

  try {
    for await (const batch of batches(wholeLines(bytes), weightOf, BATCH)) {
      const decided = batch.map(dropOrKeep).filter((row) => row !== null);
      const kept = decided.flatMap((row) => ("kept" in row ? [row.kept] : []));
      await writeChunk(process.stdout, Buffer.concat(kept));
      if (dropped === null) continue;
      await writeChunk(dropped, decided.map((row) => ("dropped" in row ? row.dropped : "")).join(""));
    }
  } catch (error) {
    if (isReaderGone(error)) return 0;
    throw error;
  } finally {
    await closed(dropped);
  }
  faults.sum();
  if (process.stderr.isTTY) {
    const count = (number: number) => number.toLocaleString("en");
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.error(`${count(index.size)} rows kept, ${count(droppedCount)} dropped, ${seconds} s`);
  }
  return faults.count > 0 ? 1 : 0;
}

function weightOf(found: WholeLine | LineFault): number {
  return "bytes" in found ? found.bytes.length : 0;
}

function thresholdOf({ threshold, measure, stem }: Options): number {
  const score = threshold.trim() === "" ? Number.NaN : Number(threshold);
  if (!(score > 0 && score <= 1))
    throw new AppError("invalid_input", "--threshold must be a score above 0 and at most 1, such as 0.7.");
  if (stem && measure === "jaccard-chars")
    throw new AppError(
      "invalid_input",
      "--stem is for measures of words: jaccard-chars compares characters.",
    );
  return score;
}

async function bytesOf(path: string | undefined): Promise<AsyncIterable<Uint8Array>> {
  if (path === undefined || path === "-") return stdin;
  await ensureReadable(path);
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}

async function closed(stream: Writable | null): Promise<void> {
  if (stream === null || stream.destroyed) return;
  stream.end();
  await finished(stream);
}
