import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** What became of a request: an answer, or that the signal came first, or what broke it in a few words. */
export type Posted =
  | { kind: "answered"; status: number; body: string }
  | { kind: "aborted" }
  | { kind: "broken"; reason: string };

/**
 * Posts JSON on a connection of its own and reads the answer, of at most `limit` bytes. Unlike `fetch` it waits as
 * long as the signal lets it: a program may run for minutes before the answer's first byte.
 */
export async function postJson(
  url: URL,
  value: unknown,
  headers: Readonly<Record<string, string>>,
  limit: number,
  signal: AbortSignal,
): Promise<Posted> {
  try {
    return await post(url, Buffer.from(JSON.stringify(value)), headers, limit, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "aborted" };
    return { kind: "broken", reason: reasonOf(error) };
  }
}

function post(
  url: URL,
  body: Buffer,
  extra: Readonly<Record<string, string>>,
  limit: number,
  signal: AbortSignal,
): Promise<Posted> {
  return new Promise((settle, reject) => {
    const headers = { ...extra, "content-type": "application/json", "content-length": body.length };
    const ask = url.protocol === "https:" ? requestHttps : requestHttp;
    const sent = ask(url, { method: "POST", agent: false, headers, signal }, (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on("data", (part: Buffer) => {
        length += part.length;
        if (length <= limit) parts.push(part);
        else answer.destroy(new Error(`its answer is longer than ${limit} bytes`));
      });
      answer.on("error", reject);
      answer.on("end", () =>
        settle({
          kind: "answered",
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return error.message || code || error.name;
}
