import { ORPCError } from "@orpc/client";
import { type ApiClient, createClient } from "#lib/api/client.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

/** A studio that this command talks to, over the API that the browser uses too. */
export interface Studio {
  readonly url: string;
  readonly client: ApiClient;
  /** A stream of the API. An answer that is no success is thrown as an AppError with the studio's own words. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

interface Address {
  server?: string | undefined;
  key?: string | undefined;
}

/** The studio at `server`, else at LEMMA_URL, else on this machine; as whom the key says. */
export function studioAt({ server, key = process.env["LEMMA_KEY"] }: Address): Studio {
  if (!key) {
    throw new AppError(
      "unauthorised",
      "Give an API key with --key or LEMMA_KEY: your account page in the studio makes one.",
    );
  }
  const url = server === undefined ? env().url : originOf(server);
  return {
    url,
    client: createClient({ url, key }),
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${key}`);
      const answer = await fetch(`${url}/api/v1${path}`, { ...init, headers }).catch((error: unknown) => {
        throw unreachable(url, error);
      });
      if (answer.ok) return answer;
      throw new AppError("invalid_input", await messageOf(answer));
    },
  };
}

function originOf(server: string): string {
  if (URL.canParse(server) && /^https?:$/.test(new URL(server).protocol)) return new URL(server).origin;
  throw new AppError("invalid_input", "--server must be an address such as https://lemma.example.org.");
}

function unreachable(url: string, cause: unknown): AppError {
  return new AppError("unavailable", `No studio answers at ${url}, or the connection broke.`, {}, { cause });
}

async function messageOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null);
  const isError = typeof body === "object" && body !== null && "message" in body;
  return isError ? String(body.message) : `The studio answered with ${answer.status}.`;
}

/** Runs calls of the client; what the studio refuses is thrown as an AppError in its own words. */
export async function asking<T>(studio: Studio, calls: (client: ApiClient) => Promise<T>): Promise<T> {
  try {
    return await calls(studio.client);
  } catch (error) {
    if (error instanceof ORPCError) throw new AppError("invalid_input", error.message, {}, { cause: error });
    throw error instanceof AppError ? error : unreachable(studio.url, error);
  }
}
