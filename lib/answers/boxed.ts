import { isPlaceholder } from "./plausible.ts";
import { lineEnd, type Span } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

const COMMANDS = ["\\boxed", "\\fbox"];
const SENTENCE_END = /[.!?。！？]["'”’)*$\s]*(?:\s|$)|\n\s*\n/;
const CONSEQUENCE =
  /\b(?:so|thus|therefore|hence|then|which|giv(?:es|ing)|means?|final|answer|total|sum|product|because|since|but|not)\b|[=→⇒]|\\(?:implies|Rightarrow|to)\b/i;
const BLANK_LINE = /\n[ \t]*\n/;
const MAX_GAP = 200;

/** The braced content of a command, and where the whole command starts. */
type Box = Span & { readonly from: number };

/** Where a box without a closing brace ends: with its formula, its paragraph or its line. */
function openEnd(text: string, start: number): number {
  const line = lineEnd(text, start);
  const rest = text.slice(start, line);
  const stop = rest.search(/\$|\\\]|\\\)/);
  return stop < 0 ? line : start + stop;
}

function unbraced(text: string, at: number): Span | null {
  const token = /^\s?(\\?[A-Za-z]+|[-+]?[\d.,]*\d)/.exec(text.slice(at, at + 60));
  const found = token?.[1];
  if (!token || !found) return null;
  const start = at + token[0].length - found.length;
  return { start, end: start + found.length };
}

/** All boxes, in one pass over the text: a box in a box is reported for itself only if it is all that is in it. */
function allBoxes(text: string, steps: Steps): Box[] {
  const boxes: Box[] = [];
  const open: { from: number; start: number; isBox: boolean }[] = [];
  const close = (end: number) => {
    const group = open.pop();
    if (!group?.isBox) return;
    const { from, start } = group;
    const inner = boxes.at(-1);
    if (inner && inner.from >= start && text.slice(start, inner.from).trim() === "") {
      if (text.slice(inner.end + 1, end).trim() === "") return;
    }
    if (BLANK_LINE.test(text.slice(start, Math.min(end, start + 2000)))) {
      boxes.push({ from, start, end: openEnd(text, start) });
      return;
    }
    while ((boxes.at(-1)?.from ?? -1) >= start) boxes.pop();
    boxes.push({ from, start, end });
  };
  for (let at = 0; at < text.length && spend(steps, 1); at += 1) {
    const char = text.charAt(at);
    if (char === "\\") {
      const command = COMMANDS.find((name) => text.startsWith(name, at));
      if (!command) {
        const doubled =
          text.charAt(at + 1) === "\\" && COMMANDS.some((name) => text.startsWith(name, at + 1));
        if (!doubled) at += 1;
        continue;
      }
      const after = at + command.length;
      const gap = /^\s{0,3}\{/.exec(text.slice(after, after + 4))?.[0].length;
      if (gap !== undefined) {
        open.push({ from: at, start: after + gap, isBox: true });
        at = after + gap - 1;
      } else {
        const span = unbraced(text, after);
        if (span) boxes.push({ ...span, from: at });
        at = after - 1;
      }
    } else if (char === "{") {
      open.push({ from: at, start: at + 1, isBox: false });
    } else if (char === "}") close(at);
  }
  const unclosed = open.findLast((group) => group.isBox);
  if (unclosed)
    boxes.push({ from: unclosed.from, start: unclosed.start, end: openEnd(text, unclosed.start) });
  return boxes.sort((a, b) => a.from - b.from);
}

function belongTogether(text: string, first: Box, second: Box): boolean {
  if (second.from - first.end > MAX_GAP || second.from < first.end) return false;
  const gap = text.slice(first.end, second.from);
  return !SENTENCE_END.test(gap) && !CONSEQUENCE.test(gap.replace(/\b\w{1,12}\s*=\s*\$?$/, ""));
}

function trimmed(text: string, box: Box): Span {
  const content = text.slice(box.start, box.end);
  const start = box.start + content.length - content.trimStart().length;
  return { start, end: Math.max(start, box.start + content.trimEnd().length) };
}

/**
 * The contents of the last box (`\boxed{…}`, `\fbox{…}`), and of those before it in the same sentence that it only
 * adds to ("are \boxed{-2} and \boxed{1}"), in order. Braces nest; a brace that is never closed ends with its
 * formula or line; empty boxes and placeholders don't count. Linear in the length of the text.
 */
export function findBoxed(text: string, steps: Steps = newSteps()): Span[] {
  if (!COMMANDS.some((name) => text.includes(name))) return [];
  const boxes = allBoxes(text, steps).filter((box) => !isPlaceholder(text.slice(box.start, box.end).trim()));
  const last = boxes.at(-1);
  if (!last) return [];
  const group = [last];
  for (let at = boxes.length - 2; at >= 0; at -= 1) {
    const [box, next] = [boxes[at], group[0]];
    if (!box || !next || !belongTogether(text, box, next)) break;
    group.unshift(box);
  }
  return group.map((box) => trimmed(text, box));
}
