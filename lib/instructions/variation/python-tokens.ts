export interface PythonToken {
  kind: "number" | "name" | "string" | "comment" | "operator" | "newline";
  start: number;
  end: number;
  text: string;
}

const NUMBER =
  /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?)[jJ]?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const OPERATOR = /\*\*=?|\/\/=?|[<>]{2}=?|[-+*/%&|^@<>=!:]=|->|\.{3}|[^\s]/uy;
const PREFIX = /^(?:[rbuf]|[rb]{2}|[fr]{2}|[tr]{2}|t)$/i;

function matchAt(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}

/** Where a string that opens at `at` ends; at the end of the line or of the program where it never closes. */
function stringEnd(source: string, at: number): number {
  const quote = source.charAt(at);
  const long = source.startsWith(quote.repeat(3), at);
  const mark = long ? quote.repeat(3) : quote;
  for (let end = at + mark.length; end < source.length; end += 1) {
    if (source.charAt(end) === "\\") end += 1;
    else if (source.startsWith(mark, end)) return end + mark.length;
    else if (!long && source.charAt(end) === "\n") return end;
  }
  return source.length;
}

function* scan(source: string): Generator<PythonToken> {
  let at = 0;
  const token = (kind: PythonToken["kind"], text: string): PythonToken => ({
    kind,
    start: at,
    end: at + text.length,
    text,
  });
  while (at < source.length) {
    const char = source.charAt(at);
    let found: PythonToken | null = null;
    if (char === "\n") found = token("newline", char);
    else if (char === "#") found = token("comment", /[^\n]*/.exec(source.slice(at))?.[0] ?? char);
    else if (char === '"' || char === "'") found = token("string", source.slice(at, stringEnd(source, at)));
    else if (/\d/.test(char) || (char === "." && /\d/.test(source.charAt(at + 1)))) {
      found = token("number", matchAt(NUMBER, source, at) ?? char);
    } else if (!/\s|\\/.test(char)) {
      const name = matchAt(NAME, source, at);
      const opens = name !== null && PREFIX.test(name) && /["']/.test(source.charAt(at + name.length));
      if (name === null) found = token("operator", matchAt(OPERATOR, source, at) ?? char);
      else if (opens) found = token("string", source.slice(at, stringEnd(source, at + name.length)));
      else found = token("name", name);
    }
    if (found) yield found;
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
}

/**
 * The tokens of a Python program with their places, without blanks: numbers, names, strings with their prefixes,
 * comments, operators and line ends. What Python would refuse is cut somehow; never throws, linear in its length.
 */
export function pythonTokens(source: string): PythonToken[] {
  return [...scan(source)];
}
