import type { Program } from "./contract.ts";

const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*([^\s`{]*)/;
const PYTHON = new Set(["", "python", "py", "python3", "ipython", "ipython3", "pycon", "sage"]);
const PROMPT = /^(?:>>> ?|\.\.\. ?)/;

/** A transcript of the interactive shell becomes its input: the lines after the prompts. */
function withoutPrompts(code: string): string {
  const lines = code.split("\n");
  if (!lines.some((line) => line.startsWith(">>>"))) return code;
  return lines
    .filter((line) => PROMPT.test(line))
    .map((line) => line.replace(PROMPT, ""))
    .join("\n");
}

/**
 * The program in a text as a model writes it: the fenced blocks of Python (CommonMark 0.31, section 4.5; a fence
 * without a language counts, one that is never closed runs to the end) share one state; a text without a fence is
 * one block. Blocks of other languages, such as `output`, are left out. Null where no code is left.
 */
export function programOf(text: string): Program | null {
  const blocks: string[] = [];
  let fence: string | null = null;
  let isPython = false;
  let fenced = false;
  let lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, mark = "", language = ""] = FENCE.exec(line) ?? [];
    if (fence === null && mark !== "") {
      fence = mark;
      fenced = true;
      isPython = PYTHON.has(language.toLowerCase());
      lines = [];
    } else if (fence !== null && mark.startsWith(fence) && line.trim() === mark) {
      if (isPython) blocks.push(lines.join("\n"));
      fence = null;
    } else if (fence !== null) lines.push(line);
  }
  if (fence !== null && isPython) blocks.push(lines.join("\n"));
  const found = (fenced ? blocks : [text]).map(withoutPrompts).filter((block) => block.trim() !== "");
  return found.length === 0 ? null : { blocks: found };
}
