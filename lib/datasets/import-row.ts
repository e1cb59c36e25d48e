import type { RecordKind, RecordOf } from "#lib/formats/parse-record.ts";
import { contentHash } from "#lib/paths/content-hash.ts";
import { textHash } from "#lib/problems/text-hash.ts";
import { type CopyValue, copyRow } from "./copy-text.ts";

/** A record of any kind, as read from a file. */
export type AnyRecord = { [K in RecordKind]: { kind: K; record: RecordOf[K] } }[RecordKind];

/** What the table import_row keeps beside the record itself, so that merging is joins on short columns. */
export interface RowKeys {
  /** Of a problem or path its own id; of a score the id of its path. */
  key: string | null;
  problemKey: string | null;
  problemHash: string | null;
  contentHash: string | null;
}

export function rowKeys(given: AnyRecord): RowKeys {
  switch (given.kind) {
    case "problem": {
      const { id, problem } = given.record;
      return { key: id ?? null, problemKey: null, problemHash: textHash(problem), contentHash: null };
    }
    case "path":
      return {
        key: given.record.id ?? null,
        ...problemOf(given.record),
        contentHash: contentHash(given.record),
      };
    case "score": {
      const { path_id, problem_id } = given.record;
      return { key: path_id ?? null, problemKey: problem_id ?? null, problemHash: null, contentHash: null };
    }
    case "pair":
      return { key: null, ...problemOf(given.record), contentHash: null };
  }
}

function problemOf(record: { problem_id?: string | undefined; problem?: string | undefined }) {
  const { problem_id, problem } = record;
  return { problemKey: problem_id ?? null, problemHash: problem === undefined ? null : textHash(problem) };
}

/** Columns of import_row in the order of `importCopyRow`. */
export const IMPORT_COLUMNS =
  "run_id, position, line, record, key, problem_key, problem_hash, content_hash, data";

/** One record as a line of COPY for import_row. `position` is its order in the file, `line` where it stands. */
export function importCopyRow(runId: number, position: number, line: number, given: AnyRecord): string {
  const { key, problemKey, problemHash, contentHash: hash } = rowKeys(given);
  const values: CopyValue[] = [runId, position, line, given.kind, key, problemKey, problemHash, hash];
  return copyRow([...values, JSON.stringify(given.record)]);
}
