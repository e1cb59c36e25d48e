import { vi } from "vitest";

/** A call of the API as it left the browser. */
export interface Call {
  method: string;
  /** Below `/api/v1`, with its query. */
  path: string;
  body: unknown;
}

type Reply = (call: Call) => unknown;

/** What the API says of a call that it refuses. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly data: { field?: string };

  constructor(status: number, code: string, message: string, data: { field?: string } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.data = data;
  }
}

const broken = () => {
  throw new TypeError("fetch failed");
};

const stage: { calls: Call[]; reply: Reply } = { calls: [], reply: broken };

/**
 * For tests of screens that call the API: from now on `reply` answers every call, and the calls are noted. It gives
 * the answer's JSON, throws a `Refusal`, or anything else for a connection that broke.
 * The API's client takes hold of `fetch` when it is imported: import this file first, with an import of its own.
 */
export function fakeStudio(reply: Reply = broken): Call[] {
  stage.calls = [];
  stage.reply = reply;
  return stage.calls;
}

vi.stubGlobal("fetch", async (input: Request | string, init?: RequestInit) => {
  const request = input instanceof Request ? input : new Request(new URL(input, "http://studio.test"), init);
  const { pathname, search } = new URL(request.url);
  const text = await request.text();
  const call = {
    method: request.method,
    path: `${pathname.replace("/api/v1", "")}${search}`,
    body: text === "" ? null : JSON.parse(text),
  };
  stage.calls.push(call);
  try {
    return Response.json(await stage.reply(call));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, status, message, data } = error;
    return Response.json({ defined: false, code, status, message, data }, { status });
  }
});
