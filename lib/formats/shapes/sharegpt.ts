import { buildDrafts, type Shape } from "../drafts.ts";
import { leftover, type Row } from "../fields.ts";
import { isObject } from "../json-value.ts";
import { isMessageList, readMessages, saidBy } from "../messages.ts";
import { bad } from "../parsed.ts";

const KEYS = ["conversations", "messages"];

function conversationKey(row: Row): string | undefined {
  return KEYS.find((key) => isMessageList(row[key]));
}

/**
 * ShareGPT's `conversations` of `{from: human/gpt, value}`, and the chat form `messages` of `{role, content}`.
 * A conversation is a problem where it holds exactly one question and one answer; a system message is kept in
 * the path's `meta`.
 */
export const sharegpt: Shape = {
  name: "sharegpt",
  title: "Conversations (ShareGPT, chat messages)",
  recognises: (row) => isObject(row) && conversationKey(row) !== undefined,
  drafts(row, options) {
    const key = isObject(row) ? conversationKey(row) : undefined;
    if (!isObject(row) || key === undefined)
      return bad("conversations", "This row needs a list `conversations`.");
    const messages = readMessages(row[key], key);
    if (!messages.ok) return messages;
    const [problem, ...otherQuestions] = saidBy(messages.value, "user");
    const [text, ...otherAnswers] = saidBy(messages.value, "assistant");
    if (problem === undefined || text === undefined || otherQuestions.length + otherAnswers.length > 0) {
      return bad(
        key,
        "The conversation must hold exactly one question and one answer to be a problem and a path.",
      );
    }
    const system = saidBy(messages.value, "system").join("\n");
    const meta = { ...leftover(row, [key]), ...(system === "" ? {} : { system }) };
    return buildDrafts(
      {
        problems: [{ record: { problem }, from: { problem: key } }],
        paths: [{ record: { problem, text, meta }, from: { text: key } }],
      },
      options,
    );
  },
};
