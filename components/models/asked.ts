interface Asked {
  messages: { role: string; content: string }[];
  /** What else was asked, as JSON text; empty where nothing was. */
  rest: string;
}

/** A recorded request, apart: its messages, and everything else. It may be of an older version of the studio. */
export function askedOf(request: Readonly<Record<string, unknown>>): Asked {
  const { messages, ...others } = request;
  const told = Object.entries(others).filter(([, value]) => value !== null && value !== undefined);
  return {
    messages: Array.isArray(messages) ? messages.flatMap(messageFrom) : [],
    rest: told.length === 0 ? "" : JSON.stringify(Object.fromEntries(told), null, 2),
  };
}

function messageFrom(value: unknown): { role: string; content: string }[] {
  if (typeof value !== "object" || value === null || !("content" in value)) return [];
  const role = "role" in value && typeof value.role === "string" ? value.role : "message";
  const { content } = value;
  return [{ role, content: typeof content === "string" ? content : JSON.stringify(content) }];
}
