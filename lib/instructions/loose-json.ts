import { type BackslashHabit, backslashHabit, beginsCommand } from "./json-habit.ts";

const MAX_DEPTH = 32;

/** What was read, and where in the text it ended. */
export interface LooseValue {
  value: unknown;
  end: number;
}

/**
 * Reads JSON as models write it: LaTeX commands in strings without their backslash doubled (`"\frac{1}{2}"`, which
 * strict JSON reads as a form feed), line breaks and quotes within strings, comments, commas before a closing bracket
 * and none between members. Where the text breaks off, arrays and objects keep what was whole. Reads from `start`;
 * null where no value begins there. How backslashes are meant is seen from the whole text. Linear in the text, never throws.
 */
export function looseJson(text: string, start = 0, habit = backslashHabit(text)): LooseValue | null {
  const reader = { text, habit, at: start };
  const read = readValue(reader, 0);
  return read.found ? { value: read.value, end: reader.at } : null;
}

interface Reader {
  readonly text: string;
  readonly habit: BackslashHabit;
  at: number;
}

/** `whole` is false where the text broke off within the value. */
type Read = { found: true; value: unknown; whole: boolean } | { found: false };

const NOTHING: Read = { found: false };
const WORDS: readonly [string, unknown][] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^*]*\*\/)*/y;

function matchAt(pattern: RegExp, reader: Reader): string | null {
  pattern.lastIndex = reader.at;
  return pattern.exec(reader.text)?.[0] ?? null;
}

function skipBlank(reader: Reader): string {
  reader.at += matchAt(BLANK, reader)?.length ?? 0;
  return reader.text[reader.at] ?? "";
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readValue(reader: Reader, depth: number): Read {
  const first = skipBlank(reader);
  if (depth > MAX_DEPTH) return NOTHING;
  if (first === '"') return readString(reader, VALUE_ENDS);
  if (first === "[") return readArray(reader, depth);
  if (first === "{") return readObject(reader, depth);
  for (const [word, value] of WORDS) {
    if (!reader.text.startsWith(word, reader.at)) continue;
    reader.at += word.length;
    return { found: true, value, whole: true };
  }
  const digits = matchAt(NUMBER, reader);
  if (digits === null) return NOTHING;
  reader.at += digits.length;
  return { found: true, value: Number(digits), whole: true };
}

/** What stands behind the quote that ends a string; behind one that belongs to the string, other things do. */
const VALUE_ENDS = /\s*(?:$|[}\]]|\/[/*]|,\s*(?:$|["{}[\]/\d-]|true|false|null))|\s+"/y;
const NAME_ENDS = /\s*(?:$|:)/y;

function readString(reader: Reader, ends: RegExp): Read {
  let value = "";
  reader.at += 1;
  while (reader.at < reader.text.length) {
    const letter = reader.text[reader.at] ?? "";
    reader.at += 1;
    if (letter === '"' && matchAt(ends, reader) !== null) return { found: true, value, whole: true };
    value += letter === "\\" ? readEscape(reader) : letter;
  }
  return { found: true, value, whole: false };
}

const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
const LONGEST_COMMAND = 24;

/** What a backslash and what follows it stand for. */
function readEscape(reader: Reader): string {
  const rest = reader.text.slice(reader.at, reader.at + LONGEST_COMMAND);
  const [letter = ""] = rest;
  if (/^u[0-9a-fA-F]{4}/.test(rest)) {
    reader.at += 5;
    return String.fromCharCode(Number.parseInt(rest.slice(1, 5), 16));
  }
  if (letter === '"' || letter === "\\" || letter === "/") {
    reader.at += 1;
    // Between bare commands two backslashes are a line break of LaTeX, unless they are a command's, doubled.
    return letter === "\\" && reader.habit === "bare" && !/[A-Za-z]/.test(rest[1] ?? "") ? "\\\\" : letter;
  }
  const escaped = ESCAPES[letter];
  if (escaped === undefined || beginsCommand(rest, reader.habit)) return "\\";
  reader.at += 1;
  return escaped;
}

function readArray(reader: Reader, depth: number): Read {
  const value: unknown[] = [];
  reader.at += 1;
  for (;;) {
    const next = skipBlank(reader);
    if (next === "") return { found: true, value, whole: false };
    if (next === ",") reader.at += 1;
    else if (next === "]") {
      reader.at += 1;
      return { found: true, value, whole: true };
    } else {
      const item = readValue(reader, depth + 1);
      if (!item.found) return { found: true, value, whole: false };
      // What broke off isn't kept, unless it is a container that holds something whole.
      if (item.whole || holds(item.value)) value.push(item.value);
      if (!item.whole) return { found: true, value, whole: false };
    }
  }
}

function holds(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function readObject(reader: Reader, depth: number): Read {
  const value: Record<string, unknown> = {};
  reader.at += 1;
  for (;;) {
    const next = skipBlank(reader);
    if (next === "") return { found: true, value, whole: false };
    if (next === ",") reader.at += 1;
    else if (next === "}") {
      reader.at += 1;
      return { found: true, value, whole: true };
    } else {
      const name = next === '"' ? readString(reader, NAME_ENDS) : NOTHING;
      if (!name.found || !name.whole || skipBlank(reader) !== ":")
        return { found: true, value, whole: false };
      reader.at += 1;
      const item = readValue(reader, depth + 1);
      if (!item.found) return { found: true, value, whole: false };
      if (item.whole || holds(item.value)) {
        Object.defineProperty(value, String(name.value), {
          value: item.value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      if (!item.whole) return { found: true, value, whole: false };
    }
  }
}
