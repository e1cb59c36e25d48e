import { buildDrafts, type Shape } from "../drafts.ts";
import { leftover, type Row, textOf } from "../fields.ts";
import { isObject } from "../json-value.ts";
import { isMessageList, readMessages, saidBy } from "../messages.ts";
import { bad, good, type Parsed } from "../parsed.ts";
import { joinSegments, segmentText } from "../segments.ts";

const READ = ["prompt", "chosen", "rejected", "margin"];

function isSide(value: unknown): boolean {
  return textOf(value) !== undefined || isMessageList(value);
}

/** The one question of a prompt, which is a text or a list of messages; a system message is left aside. */
function question(prompt: unknown, field: string): Parsed<string> {
  if (typeof prompt === "string") return good(prompt);
  const messages = readMessages(prompt, field);
  if (!messages.ok) return messages;
  const [first, ...others] = saidBy(messages.value, "user");
  if (first === undefined || others.length > 0) {
    return bad(
      field,
      "The prompt must hold exactly one user message: a longer conversation isn't one problem.",
    );
  }
  return good(first);
}

/** The one answer of a side: the text itself, or what the assistant says in its messages. */
function reply(side: unknown, field: string): Parsed<string> {
  if (typeof side === "string") return good(side);
  const messages = readMessages(side, field);
  if (!messages.ok) return messages;
  const [first, ...others] = saidBy(messages.value, "assistant");
  if (first === undefined || others.length > 0)
    return bad(field, "Each side must hold exactly one assistant message.");
  return good(first);
}

/** What a path's text is after it was split and joined again, which is how a pair finds its paths. */
function joined(text: string): string {
  return joinSegments(segmentText(text));
}

/**
 * Preference rows: `prompt`, `chosen`, `rejected`, each a text or a list of messages (with a list, the prompt may
 * also stand in `chosen` itself). Two paths and the pair of them.
 */
export const preference: Shape = {
  name: "preference",
  title: "Preference pairs (prompt, chosen, rejected)",
  recognises: (row) =>
    isObject(row) &&
    isSide(row["chosen"]) &&
    isSide(row["rejected"]) &&
    (isSide(row["prompt"]) || (isMessageList(row["chosen"]) && isMessageList(row["rejected"]))),
  drafts(row, options) {
    if (!isObject(row))
      return bad(null, "Each row must be an object with `prompt`, `chosen` and `rejected`.");
    const promptField = (row["prompt"] ?? null) === null ? "chosen" : "prompt";
    const problem = question(row[promptField], promptField);
    if (!problem.ok) return problem;
    const chosen = reply(row["chosen"], "chosen");
    if (!chosen.ok) return chosen;
    const rejected = reply(row["rejected"], "rejected");
    if (!rejected.ok) return rejected;
    const from = { problem: promptField };
    const margin = typeof row["margin"] === "number" ? row["margin"] : undefined;
    const pair: Row = {
      problem: problem.value,
      chosen: joined(chosen.value),
      rejected: joined(rejected.value),
      origin: "imported",
      margin,
      meta: leftover(row, READ),
    };
    return buildDrafts(
      {
        problems: [{ record: { problem: problem.value }, from }],
        paths: [
          { record: { problem: problem.value, text: chosen.value }, from: { text: "chosen" } },
          { record: { problem: problem.value, text: rejected.value }, from: { text: "rejected" } },
        ],
        pairs: [{ record: pair, from }],
      },
      options,
    );
  },
};
