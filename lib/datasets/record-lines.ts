import type { RowDrafts, ShapeResult } from "#lib/formats/drafts.ts";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { type AnyRecord, importCopyRow } from "./import-row.ts";
import type { LineTally } from "./line-tally.ts";

export interface RecordCount {
  rows: number;
  problems: number;
  paths: number;
  scores: number;
  pairs: number;
  rejected: number;
}

interface Lines {
  runId: number;
  draft(row: unknown): ShapeResult;
  /** Once a row is rejected, nothing more is written; the rest is still read and counted. */
  allOrNothing: boolean;
  counts: RecordCount;
  rejected: LineTally;
}

/** Batches of COPY text have about this many characters. */
const BATCH_LENGTH = 256 * 1024;

/** Turns rows into lines of COPY for import_row, in batches, and counts what goes by in `counts` and `rejected`. */
export async function* recordLines(
  rows: AsyncIterable<ReadRow>,
  { runId, draft, allOrNothing, counts, rejected }: Lines,
): AsyncGenerator<string, void, undefined> {
  let batch = "";
  let position = 0;
  for await (const found of rows) {
    counts.rows += 1;
    const drafts = "error" in found ? { ok: false as const, error: found.error } : draft(found.row);
    if (!drafts.ok) {
      counts.rejected += 1;
      rejected.add([{ line: found.line, ...drafts.error }]);
      continue;
    }
    if (allOrNothing && counts.rejected > 0) continue;
    for (const record of recordsOf(drafts.value, counts)) {
      batch += importCopyRow(runId, position, found.line, record);
      position += 1;
    }
    if (batch.length < BATCH_LENGTH) continue;
    yield batch;
    batch = "";
  }
  if (batch !== "") yield batch;
}

function* recordsOf(drafts: RowDrafts, counts: RecordCount): Generator<AnyRecord> {
  for (const record of drafts.problems) yield { kind: "problem", record };
  for (const record of drafts.paths) yield { kind: "path", record };
  for (const record of drafts.scores) yield { kind: "score", record };
  for (const record of drafts.pairs) yield { kind: "pair", record };
  counts.problems += drafts.problems.length;
  counts.paths += drafts.paths.length;
  counts.scores += drafts.scores.length;
  counts.pairs += drafts.pairs.length;
}
