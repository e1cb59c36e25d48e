import { isObject } from "./json-value.ts";
import { bad, good, type Parsed } from "./parsed.ts";

export interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}

const ROLES: Readonly<Record<string, Message["role"]>> = {
  system: "system",
  user: "user",
  human: "user",
  assistant: "assistant",
  gpt: "assistant",
};

/** True for a list whose members look like messages: `{role, content}` or `{from, value}`. */
export function isMessageList(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (item) => isObject(item) && ("role" in item ? "content" in item : "from" in item && "value" in item),
    )
  );
}

/**
 * Reads a list of messages in either way of writing them. Content is a text, or a list of `{type: "text", text}`
 * parts. `field` names the list in errors.
 */
export function readMessages(value: unknown, field: string): Parsed<Message[]> {
  if (!isMessageList(value)) return bad(field, "Give a list of messages: {role, content} or {from, value}.");
  const messages: Message[] = [];
  for (const [i, item] of value.entries()) {
    if (!isObject(item)) return bad(`${field}.${i}`, "Each message must be an object.");
    const name = item["role"] ?? item["from"];
    const role = typeof name === "string" && Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
    if (role === undefined) {
      return bad(`${field}.${i}`, "This message's role must be system, user (human) or assistant (gpt).");
    }
    const content = contentOf(item["content"] ?? item["value"]);
    if (content === undefined) return bad(`${field}.${i}`, "This message's content must be text.");
    messages.push({ role, content });
  }
  return good(messages);
}

function contentOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part: unknown) => (isObject(part) ? part["text"] : undefined));
  return parts.every((part) => typeof part === "string") ? parts.join("") : undefined;
}

/** The texts of one role's messages. */
export function saidBy(messages: readonly Message[], role: Message["role"]): string[] {
  return messages.filter((message) => message.role === role).map((message) => message.content);
}
