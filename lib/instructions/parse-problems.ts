import { backslashHabit } from "./json-habit.ts";
import { looseJson } from "./loose-json.ts";
import { numberedItems } from "./numbered-list.ts";
import { withoutThoughts } from "./thoughts.ts";

export type ParsedProblems =
  | { problems: readonly string[]; fault: null }
  | { problems: readonly []; fault: string };

/** More than this many candidates of one reply are not looked at. */
const MOST = 50;
const LONGEST_REPLY = 200_000;
/** Brackets in a reply that begin no problems are tried so often, each in time of the reply's length. */
const FALSE_STARTS = 30;
/** Names under which models put a statement. */
const NAMES = ["problem", "question", "instruction", "statement", "text", "input", "query"];
const LISTS = ["problems", "questions", "instructions", "items", "data", "tasks"];
const NUMBERED_NAME = /^(?:problem|question|task|instruction)?[ _#-]{0,3}\d{1,3}$/;

/**
 * The new problems of a reply, in its order: by the shape that was asked for where it is JSON of it, otherwise as models
 * deviate from it: in code fences, behind thoughts, as a bare list or one after the other, with other names, with
 * backslashes that aren't doubled, or as a numbered list in plain text. Of a reply that was `cut` at the most tokens,
 * what is whole. What a database can't hold (NUL, halves of characters) is left out. Never throws.
 */
export function parseProblems(reply: string, { cut = false } = {}): ParsedProblems {
  const text = withoutThoughts(reply.slice(0, LONGEST_REPLY)).trim();
  if (text === "") return { problems: [], fault: emptiness(reply, cut) };
  const problems = (fromJson(text) ?? fromList(text, cut))
    .map((one) => storable(one).trim())
    .filter(says)
    .slice(0, MOST);
  if (problems.length > 0) return { problems, fault: null };
  const fault = "Neither JSON with problems nor a numbered list of them was found in the reply.";
  return { problems: [], fault: cut ? `${fault} It was cut off at the most tokens.` : fault };
}

function emptiness(reply: string, cut: boolean): string {
  if (reply.trim() === "") return "The reply is empty.";
  return cut
    ? "The reply was cut off at the most tokens while the model was still thinking. Allow it more of them."
    : "The reply holds nothing but the model's thoughts.";
}

/** Where JSON that holds problems may begin. */
const START = /\{\s*"|\[\s*[[{"]/g;

function fromJson(text: string): string[] | null {
  const habit = backslashHabit(text);
  const found: string[] = [];
  let falseStarts = 0;
  let at = 0;
  while (falseStarts < FALSE_STARTS && found.length < MOST) {
    START.lastIndex = at;
    const start = START.exec(text)?.index;
    if (start === undefined) break;
    const read = looseJson(text, start, habit);
    const statements = read ? statementsOf(read.value) : [];
    found.push(...statements);
    if (statements.length === 0) falseStarts += 1;
    at = read && statements.length > 0 ? read.end : start + 1;
  }
  return found.length > 0 ? found : null;
}

function statementsOf(value: unknown): string[] {
  // Lists of points or numbers stand in brackets too, in replies that aren't JSON.
  if (typeof value === "string") return /\p{L}{2}/u.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(statementsOf);
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => [name.toLowerCase(), item]);
  const named = new Map(entries);
  const list = LISTS.map((name) => named.get(name)).find((item) => typeof item === "object" && item !== null);
  if (list) return statementsOf(list);
  const one = NAMES.map((name) => named.get(name)).find((item) => typeof item === "string" && says(item));
  if (typeof one === "string") return [one];
  return entries.flatMap(([name, item]) => (NUMBERED_NAME.test(name) ? statementsOf(item) : []));
}

/** The last of a list that was cut off isn't whole. */
function fromList(text: string, cut: boolean): string[] {
  const items = numberedItems(text);
  return cut ? items.slice(0, -1) : items;
}

function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function storable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .toWellFormed();
}
