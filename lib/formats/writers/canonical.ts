import { isObject } from "../json-value.ts";
import { RECORD_KEYS, type RecordKind, type RecordOf } from "../parse-record.ts";
import { judgementSchema } from "../records.ts";
import { segmentSchema } from "../segments.ts";

const SEGMENT_KEYS = Object.keys(segmentSchema.shape);
const JUDGEMENT_KEYS = Object.keys(judgementSchema.shape);

/**
 * Writes a record as one line of canonical JSON, without a line end: keys in the order of `RECORD_KEYS`, nothing
 * where a value is absent, the keys of `meta` sorted by code unit at every level, no spaces. Equal records give
 * equal bytes, and `parseRecord` gives the record back.
 */
export function writeRecord<K extends RecordKind>(kind: K, record: RecordOf[K]): string {
  const values = new Map(Object.entries(record));
  const parts: string[] = [];
  for (const key of RECORD_KEYS[kind]) {
    const value: unknown = values.get(key);
    if (value === undefined || isEmptyMeta(key, value)) continue;
    parts.push(`${JSON.stringify(key)}:${writeField(key, value)}`);
  }
  return `{${parts.join(",")}}`;
}

function isEmptyMeta(key: string, value: unknown): boolean {
  return key === "meta" && isObject(value) && Object.keys(value).length === 0;
}

function writeField(key: string, value: unknown): string {
  const order = { segments: SEGMENT_KEYS, judgements: JUDGEMENT_KEYS }[key];
  if (order === undefined || !Array.isArray(value)) return sortedJson(value);
  const items = value.map((item) => (isObject(item) ? inOrder(item, order) : sortedJson(item)));
  return `[${items.join(",")}]`;
}

function inOrder(item: Record<string, unknown>, order: readonly string[]): string {
  const parts = order
    .filter((key) => item[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${sortedJson(item[key])}`);
  return `{${parts.join(",")}}`;
}

/** JSON with sorted keys. Records hold at most `JSON_DEPTH` levels, so the recursion is bounded. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item)).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`);
  return `{${parts.join(",")}}`;
}
