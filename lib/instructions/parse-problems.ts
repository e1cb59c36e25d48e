import { looseJson } from "./loose-json.ts";

export type ParsedProblems =
  | { problems: readonly string[]; fault: null }
  | { problems: readonly []; fault: string };

/** More than this many candidates of one reply are not looked at. */
const MOST = 50;
const LONGEST_REPLY = 200_000;
/** Names under which models put a statement. */
const NAMES = ["problem", "question", "instruction", "statement", "text", "input", "query"];
const LISTS = ["problems", "questions", "instructions", "items", "data", "tasks"];

const HEADING =
  /^[ \t]*(?:[*_#>\s]*)(?:(?:problem|question|task|题目|问题)\s*#?\s*\d+|\d{1,2})\s*[*_]*\s*[.:：)、]\s*[*_]*[ \t]*/gimu;

/**
 * The new problems of a reply: strictly by the shape that was asked for where it is JSON of it, otherwise as models
 * deviate from it: in a code fence, behind a chain of thought, as a bare list, with other names, with backslashes
 * that aren't doubled, broken off at the most tokens, or as a numbered list in plain text. Never throws.
 */
export function parseProblems(reply: string): ParsedProblems {
  const text = withoutThoughts(reply.slice(0, LONGEST_REPLY)).trim();
  if (text === "") return { problems: [], fault: "The reply is empty." };
  const found = fromJson(text) ?? fromList(text);
  const problems = [...new Set(found.map((one) => one.trim()).filter((one) => one !== ""))].slice(0, MOST);
  if (problems.length > 0) return { problems, fault: null };
  return {
    problems: [],
    fault: "Neither JSON with problems nor a numbered list of them was found in the reply.",
  };
}

/** A reasoning model's thoughts aren't its reply; thoughts that never end leave none. */
function withoutThoughts(text: string): string {
  return text.replace(/<(think|thinking|reasoning)>[\s\S]*?(?:<\/\1>|$)/gi, "");
}

function fromJson(text: string): string[] | null {
  // At most a few brackets are tried, so that a reply of brackets alone takes no longer than another.
  const starts = [...text.matchAll(/[[{]/g)].slice(0, 8);
  for (const { index } of starts) {
    const found = statementsOf(looseJson(text, index));
    if (found.length > 0) return found;
  }
  return null;
}

function statementsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => statementOf(item) ?? []);
  if (typeof value !== "object" || value === null) return [];
  const entries = new Map<string, unknown>(
    Object.entries(value).map(([name, item]) => [name.toLowerCase(), item]),
  );
  const list = LISTS.map((name) => entries.get(name)).find(Array.isArray);
  if (list) return statementsOf(list);
  const one = statementOf(value);
  return one === null ? [] : [one];
}

function statementOf(item: unknown): string | null {
  if (typeof item === "string") return isProse(item) ? item : null;
  if (typeof item !== "object" || item === null) return null;
  const entries = new Map<string, unknown>(
    Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const found = NAMES.map((name) => entries.get(name)).find((value) => typeof value === "string");
  return typeof found === "string" ? found : null;
}

/** Lists of points or numbers stand in brackets too, in replies that aren't JSON. */
function isProse(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function fromList(text: string): string[] {
  const headings = [...text.matchAll(HEADING)];
  return headings.map((heading, at) => {
    const from = heading.index + heading[0].length;
    return text.slice(from, headings[at + 1]?.index ?? text.length).replace(/\n\s*(?:---+|\*\*\*+)\s*$/, "");
  });
}
