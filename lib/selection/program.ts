import type { Segment } from "#lib/paths/contract.ts";
import { type PythonToken, pythonTokens } from "./python-tokens.ts";

/**
 * The normalised program of a path: its code segments one after the other, as tokens without comments, docstrings,
 * blank lines and the width of spaces; names that the program itself gives are numbered in the order in which they
 * come, so that two programs are equal that differ in such names alone. Null where there is no code.
 */
export function programOf(segments: readonly Segment[]): string[] | null {
  const code = segments.flatMap(({ type, content }) => (type === "code" ? [content] : []));
  if (code.length === 0) return null;
  const tokens = pythonTokens(code.join("\n"));
  const given = namesGiven(tokens);
  const numbers = new Map<string, number>();
  return tokens.map(({ kind, text }, at) => {
    if (kind === "line") return `\n${indentOf(text)}`;
    if (kind !== "name" || !given.has(text) || tokens[at - 1]?.text === ".") return text;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return `_${number}`;
  });
}

function indentOf(line: string): number {
  return line.length - 1;
}

/** Names that the program binds: by assignment, as a loop's variable, as a function and as its parameters. */
function namesGiven(tokens: readonly PythonToken[]): ReadonlySet<string> {
  const given = new Set<string>();
  let depth = 0;
  for (const [at, { kind, text }] of tokens.entries()) {
    if ("([{".includes(text) && kind === "sign") depth += 1;
    if (")]}".includes(text) && kind === "sign") depth -= 1;
    if (kind === "name" && (text === "def" || text === "for" || text === "as")) {
      addNames(given, tokens, at + 1, text);
    }
    if (text === "=" && kind === "sign" && depth === 0) addTargets(given, tokens, at - 1);
  }
  return given;
}

/** What follows `def`, `for` and `as`, up to where the names end. */
function addNames(given: Set<string>, tokens: readonly PythonToken[], from: number, word: string): void {
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "line" || token.text === ":" || token.text === "in") return;
    if (token.kind === "name" && tokens[at - 1]?.text !== "=") given.add(token.text);
    if (word === "as") return;
  }
}

/** What stands left of `=` in its statement, where it is names alone. */
function addTargets(given: Set<string>, tokens: readonly PythonToken[], from: number): void {
  const targets: string[] = [];
  for (let at = from; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token || token.kind === "line" || token.text === ";" || token.text === "=") break;
    if (token.kind === "name") targets.push(token.text);
    else if (token.text !== ",") return;
  }
  for (const target of targets) given.add(target);
}
