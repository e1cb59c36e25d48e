import { makeTextSeeker, type TextSeeker } from "./text-seeker.ts";

/**
 * Where the maths is in a text that mixes Markdown, LaTeX and money.
 *
 * Maths is `\(…\)`, `\[…\]`, `$$…$$`, a bare environment such as `\begin{pmatrix}…\end{pmatrix}`, a bare
 * `\boxed{…}`, and `$…$` under the rule of pandoc's `tex_math_dollars` (pandoc manual, "Math"): a non-space right
 * after the opening dollar, a non-space right before the closing one, and no digit right after that.
 * Beyond pandoc, a dollar is money where what lies between two of them reads as an amount and prose.
 * Code (fenced, or between backticks) holds no maths.
 */
export type Piece =
  | { kind: "text" | "code"; source: string }
  | { kind: "inline" | "display"; source: string; tex: string };

/** The pieces of the text in order; their sources joined are the text. Takes time about linear in its length. */
export function splitMath(text: string): Piece[] {
  const pieces: Piece[] = [];
  const seek = makeTextSeeker(text);
  let plainFrom = 0;
  let at = 0;

  const push = (piece: Piece) => {
    if (plainFrom < at) pieces.push({ kind: "text", source: text.slice(plainFrom, at) });
    pieces.push(piece);
    at += piece.source.length;
    plainFrom = at;
  };

  while (at < text.length) {
    const char = text.charAt(at);
    const piece =
      char === "`" || char === "~"
        ? codeAt(text, at, seek)
        : char === "$"
          ? dollarsAt(text, at, seek)
          : char === "\\"
            ? commandAt(text, at, seek)
            : null;
    if (piece !== null) push(piece);
    else at += skipAt(text, at);
  }
  if (plainFrom < at) pieces.push({ kind: "text", source: text.slice(plainFrom, at) });
  return pieces;
}

/** Runs of the same mark and escaped characters are stepped over whole. */
function skipAt(text: string, at: number): number {
  const char = text.charAt(at);
  if (char === "\\") return Math.min(2, text.length - at);
  if (char !== "`" && char !== "$") return 1;
  return runLength(text, at);
}

function runLength(text: string, at: number): number {
  const char = text.charAt(at);
  let end = at + 1;
  while (text.charAt(end) === char) end += 1;
  return end - at;
}

/** The next paragraph break, which no inline construct crosses. */
function paragraphEnd(text: string, from: number, seek: TextSeeker): number {
  const at = seek.next("\n\n", from);
  return at === -1 ? text.length : at;
}

function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charAt(before) === " " || text.charAt(before) === "\t") before -= 1;
  return before < 0 || text.charAt(before) === "\n";
}

function codeAt(text: string, at: number, seek: TextSeeker): Piece | null {
  const mark = text.charAt(at);
  const length = runLength(text, at);
  const fence = mark.repeat(length);
  if (length >= 3 && startsLine(text, at)) {
    let close = seek.next(`\n${fence}`, at);
    while (close !== -1 && !/^[`~]*[ \t]*(?:\r?\n|$)/.test(text.slice(close + 1, close + 200))) {
      close = seek.next(`\n${fence}`, close + 1);
    }
    // An unclosed fence runs to the end, as in CommonMark.
    const end = close === -1 ? text.length : close + 1 + runLength(text, close + 1);
    return { kind: "code", source: text.slice(at, end) };
  }
  if (mark === "~") return null;
  const close = seek.nextBackticks(length, at + length);
  if (close === -1 || close > paragraphEnd(text, at, seek)) return null;
  return { kind: "code", source: text.slice(at, close + length) };
}

function commandAt(text: string, at: number, seek: TextSeeker): Piece | null {
  switch (text.charAt(at + 1)) {
    case "(":
      return bracketedAt(text, at, "\\)", "inline", seek);
    case "[":
      return bracketedAt(text, at, "\\]", "display", seek);
    case "b":
      return environmentAt(text, at, seek) ?? boxedAt(text, at);
    default:
      return null;
  }
}

function bracketedAt(
  text: string,
  at: number,
  close: string,
  kind: "inline" | "display",
  seek: TextSeeker,
): Piece | null {
  const end = seek.nextUnescaped(close, at + 2);
  if (end === -1 || (kind === "inline" && end > paragraphEnd(text, at, seek))) return null;
  const tex = text.slice(at + 2, end);
  if (tex.trim() === "") return null;
  return { kind, tex, source: text.slice(at, end + 2) };
}

// Those that KaTeX draws.
const environments = new Set(
  "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases rcases dcases drcases aligned alignedat gathered align align* alignat alignat* gather gather* equation equation* split CD".split(
    " ",
  ),
);

const deepestNesting = 20;

function environmentAt(text: string, at: number, seek: TextSeeker): Piece | null {
  const name = /^\\begin\{([A-Za-z]+\*?)\}/.exec(text.slice(at, at + 30))?.[1];
  if (name === undefined || !environments.has(name)) return null;
  const begin = `\\begin{${name}}`;
  const end = `\\end{${name}}`;
  let depth = 1;
  let from = at + begin.length;
  while (depth > 0) {
    const close = seek.next(end, from);
    if (close === -1 || depth > deepestNesting) return null;
    const open = seek.next(begin, from);
    const nested = open !== -1 && open < close;
    depth += nested ? 1 : -1;
    from = nested ? open + begin.length : close + end.length;
  }
  const source = text.slice(at, from);
  return { kind: "display", tex: source, source };
}

const longestBox = 2000;

function boxedAt(text: string, at: number): Piece | null {
  const command = /^\\boxed\s?\{/.exec(text.slice(at, at + 9))?.[0];
  if (command === undefined) return null;
  let depth = 1;
  for (let end = at + command.length; end < Math.min(text.length, at + longestBox); end += 1) {
    const char = text.charAt(end);
    if (char === "\\") end += 1;
    else if (char === "{") depth += 1;
    else if (char === "}") depth -= 1;
    if (depth === 0) {
      const source = text.slice(at, end + 1);
      return { kind: "inline", tex: source, source };
    }
  }
  return null;
}

function dollarsAt(text: string, at: number, seek: TextSeeker): Piece | null {
  const run = runLength(text, at);
  if (run > 2) return null;
  const mark = "$".repeat(run);
  const end = seek.nextUnescaped(mark, at + run);
  if (end === -1 || end > paragraphEnd(text, at, seek)) return null;
  const tex = text.slice(at + run, end);
  const source = text.slice(at, end + run);
  const isMaths =
    run === 2
      ? tex.trim() !== "" && !/(?<!\\)\$/.test(tex) && (hasTexMarks(tex) || !readsAsProse(tex))
      : areDollarsOfMaths(text, at, end, tex);
  return isMaths ? { kind: run === 2 ? "display" : "inline", tex, source } : null;
}

/** Whether two single dollars, at `at` and `end` and with `tex` between, enclose a formula. */
function areDollarsOfMaths(text: string, at: number, end: number, tex: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(end + 1);
  // "5$ a day" is money, "5$\\pi$" and "20$^\\circ$" aren't.
  if (/\d/.test(before) && !/^[\\^_]/.test(tex)) return false;
  // Digits after the second dollar make it a price; "<<" after either is GSM8K's "$<<3*4=12>>12".
  if ((/[\d$<]/.test(after) && !tex.startsWith("\\")) || tex.startsWith("<<")) return false;
  if (!/^(?:[^.,;:!?)]|\.[\d\\])/.test(tex) || readsAsProse(tex)) return false;
  // Beyond pandoc: authors do write "$ x = 1 $", which money never looks like.
  const tight = /^\S/.test(tex) && /\S$/.test(tex);
  const oneName = /^\s*-?[A-Za-z]\s*$/.test(tex);
  const relation = /(?<![A-Za-z])[A-Za-z](?![A-Za-z])/.test(tex) && /[=<>]/.test(tex);
  return tight || hasTexMarks(tex) || oneName || relation;
}

function hasTexMarks(content: string): boolean {
  return /\\[A-Za-z#&%]|[\^_]/.test(content);
}

const functionNames = new Set(
  "sin cos tan cot sec csc log lim mod gcd lcm min max exp det arg deg dim sup inf".split(" "),
);
const shortWords = new Set(
  "am an as at be by do he if in is it me my no of on or so to up us vs we".split(" "),
);

/** Whether the content between two dollars is a sentence that happens to lie between two prices. */
function readsAsProse(content: string): boolean {
  const bare = content
    .replace(
      /\\(?:text|textbf|textit|mathrm|mathbf|operatorname|textnormal|mbox|emph|bf|rm)\s*\{[^{}]*\}/g,
      " ",
    )
    .replace(/(?:\\(?:begin|end)|[_^])\s*\{[^{}]*\}/g, " ")
    .replace(/\\[A-Za-z]+/g, " ");
  const words = (bare.match(/(?<![A-Za-z\d])[A-Za-z]{2,}(?![A-Za-z\d])/g) ?? [])
    .filter((word) => word !== word.toUpperCase()) // ABC is a triangle
    .map((word) => word.toLowerCase());
  const prose = words.filter((word) => (word.length > 2 ? !functionNames.has(word) : shortWords.has(word)));
  const amount = /^\s*\d[\d,]*(?:\.\d+)?(?![\d{^_\\])/.test(content);
  if (!amount) return prose.length > 2;
  return prose.length > 0 || (content.includes("\n") && !hasTexMarks(content));
}
