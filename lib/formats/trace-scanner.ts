/** A stretch of a trace as it was found; text may be blank. */
export interface TraceBlock {
  type: "text" | "code" | "output";
  content: string;
}

/** A line that opens or closes a fence: its indentation, its backticks, and the word behind them. */
interface Fence {
  indent: number;
  ticks: number;
  word: string;
}

type State =
  | { kind: "text" }
  /** A fenced block of some other language, which stays part of the text around it. */
  | { kind: "foreign"; ticks: number }
  | { kind: "fence"; type: "code" | "output"; ticks: number; indent: number }
  | { kind: "tag"; type: "code" | "output" };

const CODE_WORDS: ReadonlySet<string> = new Set(["", "python", "py", "python3", "py3"]);
const OUTPUT_WORD = "output";
const OPENING_TAG = /<llm-code(-output)?>/;
const CODE_TAG_END = /<\/llm-code>|(?=<llm-code-output>)/;
const OUTPUT_TAG_END = /<\/llm-code-output>/;

/**
 * Reads a fence line as CommonMark does (three or more backticks, no backtick in the words behind), except
 * that any indentation is allowed, since models fence inside lists. Null for any other line.
 */
export function readFence(line: string): Fence | null {
  const match = /^([ \t]*)(`{3,})([^`]*)$/.exec(line);
  if (match === null) return null;
  const [, indent = "", ticks = "", info = ""] = match;
  const word = info.trim().split(/\s/, 1)[0] ?? "";
  return { indent: indent.length, ticks: ticks.length, word: word.toLowerCase() };
}

/** The kind of block that a fence's word opens; null where it is neither Python nor output. */
function blockOf(word: string): "code" | "output" | null {
  if (CODE_WORDS.has(word)) return "code";
  return word === OUTPUT_WORD ? "output" : null;
}

/**
 * Splits a trace into its blocks, line by line, without judging them: text between blocks may be blank.
 * A block ends at its closing fence (at least as many backticks), at the opening fence of another block, or
 * with the text.
 */
export function scanTrace(text: string): TraceBlock[] {
  const blocks: TraceBlock[] = [];
  let state: State = { kind: "text" };
  let lines: string[] = [];

  function moveTo(next: State): void {
    const type = state.kind === "fence" || state.kind === "tag" ? state.type : "text";
    if (type !== "text" || lines.length > 0) blocks.push({ type, content: lines.join("\n") });
    lines = [];
    state = next;
  }

  /** Takes one line, or its first part; returns what is still to be read of it. */
  function take(line: string): string[] {
    const fence = readFence(line);
    if (state.kind === "tag") {
      const end = (state.type === "code" ? CODE_TAG_END : OUTPUT_TAG_END).exec(line);
      if (end === null) {
        lines.push(line);
        return [];
      }
      if (end.index > 0) lines.push(line.slice(0, end.index));
      moveTo({ kind: "text" });
      return present(line.slice(end.index + end[0].length));
    }
    if (state.kind === "foreign") {
      if (fence !== null && fence.word === "" && fence.ticks >= state.ticks) state = { kind: "text" };
      lines.push(line);
      return [];
    }
    if (state.kind === "fence") {
      if (fence === null || fence.ticks < state.ticks || blockOf(fence.word) === null) {
        lines.push(withoutIndent(line, state.indent));
      } else if (fence.word === "") {
        moveTo({ kind: "text" });
      } else {
        open(fence);
      }
      return [];
    }
    if (fence !== null) {
      if (blockOf(fence.word) === null) {
        lines.push(line);
        state = { kind: "foreign", ticks: fence.ticks };
      } else {
        open(fence);
      }
      return [];
    }
    const tag = OPENING_TAG.exec(line);
    if (tag === null) {
      lines.push(line);
      return [];
    }
    if (tag.index > 0) return [line.slice(0, tag.index), line.slice(tag.index)];
    moveTo({ kind: "tag", type: tag[1] === undefined ? "code" : "output" });
    return present(line.slice(tag[0].length));
  }

  function open(fence: Fence): void {
    const type = blockOf(fence.word);
    if (type !== null) moveTo({ kind: "fence", type, ticks: fence.ticks, indent: fence.indent });
  }

  for (const line of text.split("\n")) {
    const waiting = [line];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop())
      waiting.push(...take(part).reverse());
  }
  moveTo({ kind: "text" });
  return blocks;
}

function present(rest: string): string[] {
  return rest === "" ? [] : [rest];
}

function withoutIndent(line: string, indent: number): string {
  let cut = 0;
  while (cut < indent && (line[cut] === " " || line[cut] === "\t")) cut += 1;
  return line.slice(cut);
}
