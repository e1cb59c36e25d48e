import { TEXT_END, TEXT_START } from "./marks.ts";
import { type Steps, spend } from "./steps.ts";

/** How many braced arguments a command takes. Braces of other groups are only grouping and are dropped. */
const ARGUMENTS = new Map<string, number>([
  ["frac", 2],
  ["binom", 2],
  ["sqrt", 1],
  ["begin", 1],
  ["end", 1],
  ["overline", 1],
  ["bar", 1],
  ["vec", 1],
  ["hat", 1],
  ["mathbb", 1],
  ["mathcal", 1],
  ["overrightarrow", 1],
  ["pmod", 1],
]);

const LETTERS = /[A-Za-z]+/y;
const DIGITS = /\d+/y;

function runAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

type Frame = { readonly close: string; readonly resume: number };

/**
 * Gives every argument of `\frac`, `\sqrt` and the like its braces (`\frac12` is `\frac{1}{2}`), drops braces that
 * group nothing, marks what stood in `\text{}`, closes what was left open and drops closing braces too many.
 * One pass; `\sqrt12` is read as people mean it, with the whole run of digits under the root.
 */
export function tidyGroups(text: string, steps: Steps): string {
  const frames: Frame[] = [];
  let out = "";
  let wanted = 0;
  let owner = "";
  let textNext = false;
  let at = 0;

  const open = (start: string, close: string, resume: number) => {
    frames.push({ close, resume });
    out += start;
    wanted = 0;
    textNext = false;
  };

  while (at < text.length && spend(steps, 1)) {
    const char = text.charAt(at);
    if (char === "\\") {
      const name = runAt(LETTERS, text, at + 1);
      at += Math.max(2, name.length + 1);
      if (name === "") {
        out += text.slice(at - 2, at);
        continue;
      }
      if (name === "text") {
        textNext = true;
        continue;
      }
      const arity = ARGUMENTS.get(name) ?? 0;
      const braced = wanted > 0 && arity === 0;
      out += braced ? `{\\${name}}` : `\\${name}`;
      wanted = arity > 0 ? arity : Math.max(0, wanted - 1);
      if (arity > 0) owner = name;
      if (owner === "sqrt" && arity > 0 && text.charAt(at) === "[") {
        const end = text.indexOf("]", at);
        if (end > 0 && end - at < 8) {
          out += text.slice(at, end + 1);
          at = end + 1;
        }
      }
      if (!braced && arity === 0 && /^ *[A-Za-z]/.test(text.slice(at, at + 40))) out += " ";
    } else if (char === "{") {
      if (textNext) open(TEXT_START, TEXT_END, wanted);
      else if (wanted > 0) open("{", "}", wanted - 1);
      else if (/[\^_] ?$/.test(out.slice(-2))) open("{", "}", 0);
      else open("", "", 0);
      at += 1;
    } else if (char === "}") {
      const frame = frames.pop();
      if (frame) {
        out += frame.close;
        wanted = frame.resume;
      }
      at += 1;
    } else if (char === " ") {
      if (wanted === 0 && !textNext && !out.endsWith(" ")) out += " ";
      at += 1;
    } else {
      textNext = false;
      const digits = wanted > 0 && owner === "sqrt" ? runAt(DIGITS, text, at) : "";
      const argument = digits || char;
      const takes = wanted > 0 && /[\w.]/.test(char) && owner !== "begin" && owner !== "end";
      out += takes ? `{${argument}}` : argument;
      wanted = takes ? wanted - 1 : 0;
      at += argument.length;
    }
  }
  for (const frame of frames.reverse()) out += frame.close;
  return out.replace(/([\^_]) ?\{ ?(-?\d+|[A-Za-z]) ?\}(?!\d)/g, "$1$2");
}
