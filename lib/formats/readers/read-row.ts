import { isObject } from "../json-value.ts";
import { bad, type FieldError } from "../parsed.ts";

/** Where something is wrong in a file. Lines count from 1; in Parquet, which has none, rows do. */
export interface LineFault {
  line: number;
  error: FieldError;
}

/** One row with the line where it begins, or what is wrong there. Every reader gives these. */
export type ReadRow = { line: number; row: Record<string, unknown> } | LineFault;

/** Longest line, record or item that is read, in bytes: 16 MiB. */
export const ROW_LIMIT = 16 * 1024 * 1024;

export function fault(line: number, message: string): LineFault {
  return { line, error: bad(null, message).error };
}

export function tooLong(line: number, limit: number): LineFault {
  const size = limit < 1024 ? `${limit} bytes` : `${Math.floor(limit / 1024).toLocaleString("en-GB")} KiB`;
  return fault(line, `This row is longer than ${size}: split it, or shorten its texts.`);
}

export function notUtf8(line: number): LineFault {
  return fault(line, "This row isn't valid UTF-8: save the file as UTF-8.");
}

/** A row from the JSON text that begins at `line`; `cut` where the file ended before the text did. */
export function rowFromJson(line: number, text: string, cut: boolean): ReadRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (cut && text.trimStart().startsWith("{")) {
      return fault(
        line,
        "The file ends in the middle of this row: it was cut off, so send the whole file again.",
      );
    }
    const reason = error instanceof SyntaxError ? error.message : "it can't be read";
    return fault(line, `This isn't JSON (${reason}): each row must be one JSON object.`);
  }
  return isObject(value)
    ? { line, row: value }
    : fault(line, 'Each row must be one JSON object: {"problem": …}.');
}
