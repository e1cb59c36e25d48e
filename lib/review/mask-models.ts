import type { Segment } from "#lib/paths/contract.ts";

/** What stands in place of a word that would give a model away: the same for each, whatever its length. */
export const MASK = "▮▮▮";

/** Models that answers name, whatever the project's own are. Words that maths uses too need their number with them. */
const FAMILIES = [
  "chatgpt",
  "gpt[-\\s]?[2-9][\\w.]*(?:[-\\s](?:turbo|mini|nano|pro|preview|o))*",
  "claude(?:[-\\s](?:instant|opus|sonnet|haiku|[1-9][\\d.]*))*",
  "gemini(?:[-\\s](?:pro|ultra|flash|nano|[1-9][\\d.]*))*",
  "gemma(?:[-\\s]?[1-9][\\w.]*)?",
  "(?:code)?llama(?:[-\\s]?[1-9][\\w.]*)*",
  "qwen[\\w.]*(?:[-\\s](?:math|coder|instruct|chat|[1-9][\\w.]*))*",
  "qwq",
  "mi[sx]tral(?:[-\\s]?[\\dx]+b)?",
  "deepseek(?:[-\\s](?:math|coder|r1|v[1-9][\\w.]*))*",
  "(?:wizard|meta|mammo|open|intern)math",
  "wizardlm",
  "internlm[\\w.]*",
  "baichuan[\\w.]*",
  "chatglm[\\w.]*",
  "phi-[1-9][\\w.]*",
  "glm-[1-9][\\w.]*",
  "yi-[1-9]\\d*b",
];

/** Makers, where a text says who made the one that writes it. */
const MADE_BY =
  /\b(?:made|built|created|developed|trained|designed)\s+by\s+(?:openai|anthropic|google(?:\s+deepmind)?|deepmind|meta(?:\s+ai)?|microsoft|alibaba(?:\s+cloud)?|mistral(?:\s+ai)?|deepseek|baidu|tencent|zhipu(?:\s+ai)?)\b/gi;

interface Known {
  /** The project's models, as its paths name them. */
  names: readonly string[];
  /** The problem's own words are nobody's secret: who is named in it stays. */
  problem: string;
}

/**
 * The segments with words masked that would tell a reviewer which model wrote them: names of the project's models in
 * any spelling (case; hyphens, spaces, dots and underscores between their parts), well-known families, and who made
 * the writer. In time that grows with the texts' length.
 */
export function maskModels(segments: readonly Segment[], { names, problem }: Known): Segment[] {
  const own = patternOf(names);
  const asked = problem.toLowerCase();
  const hide = (word: string) => (asked.includes(word.trim().toLowerCase()) ? word : MASK);
  return segments.map(({ type, content }) => ({
    type,
    content: content.replace(own, hide).replace(FAMILY, hide).replace(MADE_BY, hide),
  }));
}

const FAMILY = new RegExp(`(?<![\\w\\\\])(?:${FAMILIES.join("|")})(?![\\w])`, "gi");
const NOTHING = /(?!)/g;
/** A name this short, or of letters and no digit as short as a word of maths, would hide too much. */
const LEAST_CHARACTERS = 4;

const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 50;

function patternOf(names: readonly string[]): RegExp {
  const key = names.join("\n");
  const known = patterns.get(key);
  if (known) return known;
  const parts = names.flatMap((name) => spellings(name));
  // The longest first: a name that another begins with would leave that one's end.
  const longest = [...new Set(parts)].toSorted((a, b) => b.length - a.length);
  const made =
    longest.length === 0 ? NOTHING : new RegExp(`(?<![\\w\\\\])(?:${longest.join("|")})(?![\\w])`, "gi");
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  patterns.set(key, made);
  return made;
}

/** A name, and its last part where it is an address such as `org/name`. */
function spellings(name: string): string[] {
  const last = name.split("/").at(-1) ?? name;
  return [...new Set([name, last])].flatMap((one) => {
    const words = one.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join("").length < LEAST_CHARACTERS ? [] : [words.map(escaped).join("[-_\\s./]?")];
  });
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
