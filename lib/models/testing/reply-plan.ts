/** The body of a request, as far as replies depend on it: of /chat/completions, if no other operation is named. */
export interface ChatBody {
  model: string;
  messages: readonly { role: string; content: string }[];
  max_tokens?: number;
  seed?: number;
  response_format?: { type: string; json_schema?: { name: string; schema: Record<string, unknown> } };
}

/** What the test server does with one request. */
export type ReplyPlan =
  | {
      kind: "answer";
      text: string;
      finishReason?: string;
      /** Tokens that are billed; counted from the texts where left out, not told where null. */
      usage?: { prompt: number; completion: number } | null;
    }
  /** Takes the request and never says a word. */
  | { kind: "stall" }
  /** Sends the first half of the answer, then drops the connection. */
  | { kind: "cut"; text: string }
  /** Sends this in place of an answer, with status 200. */
  | { kind: "garble"; body: string }
  | { kind: "fail"; status: number; message?: string; headers?: Readonly<Record<string, string>> };

/**
 * Decides on a request. `attempt` counts, from 1, how often this very request has come: the same Idempotency-Key, or
 * the same body where it carries none. `path`: the operation, such as /classify; the text of an answer to any but a
 * chat is the whole body. A promise keeps the client waiting.
 */
export type Reply = (request: ChatBody, attempt: number, path: string) => ReplyPlan | Promise<ReplyPlan>;
