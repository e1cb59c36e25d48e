const MAX_DEPTH = 32;

/**
 * Reads JSON as models write it: LaTeX commands in strings without their backslash doubled (`"\frac{1}{2}"`, which
 * strict JSON reads as a form feed), line breaks within strings, commas before a closing bracket. Where the text
 * breaks off, arrays and objects keep what was whole. Reads from `start`; undefined where no value begins there.
 */
export function looseJson(text: string, start = 0): unknown {
  const reader = { text, at: start };
  const read = readValue(reader, 0);
  return read.found ? read.value : undefined;
}

interface Reader {
  readonly text: string;
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

function skipSpace(reader: Reader): string {
  while (/\s/.test(reader.text[reader.at] ?? "")) reader.at += 1;
  return reader.text[reader.at] ?? "";
}

function readValue(reader: Reader, depth: number): Read {
  const first = skipSpace(reader);
  if (depth > MAX_DEPTH) return NOTHING;
  if (first === '"') return readString(reader);
  if (first === "[") return readArray(reader, depth);
  if (first === "{") return readObject(reader, depth);
  for (const [word, value] of WORDS) {
    if (!reader.text.startsWith(word, reader.at)) continue;
    reader.at += word.length;
    return { found: true, value, whole: true };
  }
  const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  number.lastIndex = reader.at;
  const [digits] = number.exec(reader.text) ?? [];
  if (digits === undefined) return NOTHING;
  reader.at += digits.length;
  return { found: true, value: Number(digits), whole: true };
}

const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function readString(reader: Reader): Read {
  let value = "";
  reader.at += 1;
  while (reader.at < reader.text.length) {
    const letter = reader.text[reader.at] ?? "";
    reader.at += 1;
    if (letter === '"') return { found: true, value, whole: true };
    value += letter === "\\" ? readEscape(reader) : letter;
  }
  return { found: true, value, whole: false };
}

/** What a backslash and what follows it stand for. With two and more letters after it, it begins a LaTeX command. */
function readEscape(reader: Reader): string {
  const rest = reader.text.slice(reader.at, reader.at + 5);
  const [letter = ""] = rest;
  if (/^u[0-9a-fA-F]{4}/.test(rest)) {
    reader.at += 5;
    return String.fromCharCode(Number.parseInt(rest.slice(1), 16));
  }
  if (letter === '"' || letter === "\\" || letter === "/") {
    reader.at += 1;
    return letter;
  }
  const escaped = ESCAPES[letter];
  const isCommand = /^[A-Za-z]{2}/.test(rest) && !(letter === "n" && isLineBreak(rest));
  if (escaped === undefined || isCommand) return "\\";
  reader.at += 1;
  return escaped;
}

/** `\n` before a capital or a word that no LaTeX command begins with is a line break: "…\nFind the sum." */
function isLineBreak(rest: string): boolean {
  return !/^n(?:e|u|a|o|i|l|mi|s|c|g|parallel|R|L|V|v|warrow|Delta|subset|supset)/.test(rest);
}

function readArray(reader: Reader, depth: number): Read {
  const value: unknown[] = [];
  reader.at += 1;
  for (;;) {
    const next = skipSpace(reader);
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
    const next = skipSpace(reader);
    if (next === "") return { found: true, value, whole: false };
    if (next === ",") reader.at += 1;
    else if (next === "}") {
      reader.at += 1;
      return { found: true, value, whole: true };
    } else {
      const name = next === '"' ? readString(reader) : NOTHING;
      if (!name.found || !name.whole || skipSpace(reader) !== ":")
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
