import { createORPCClient, ORPCError } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { contract } from "./contract.ts";

export type ApiClient = JsonifiedClient<ContractRouterClient<typeof contract>>;

interface ClientOptions {
  /** Origin of the studio, without a path. */
  url: string;
  /** API key; a browser leaves it out and is known by its cookie. */
  key?: string;
  headers?: () => Record<string, string>;
}

/** A typed client of the HTTP API: for the browser, the command line, and the pages' prefetch. */
export function createClient(options: ClientOptions): ApiClient {
  return createORPCClient(
    new OpenAPILink(contract, {
      url: `${options.url}/api/v1`,
      headers: () => ({
        ...options.headers?.(),
        ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
      }),
    }),
  );
}

/** What a caller of the API needs to know of a failure. */
export interface ApiFailure {
  code: string;
  message: string;
  field: string | undefined;
}

/** Turns anything thrown by a call into words for people. A broken connection has code `offline`. */
export function apiFailure(error: unknown): ApiFailure {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    const field =
      typeof data === "object" && data !== null && "field" in data ? String(data.field) : undefined;
    return { code: error.code, message: error.message, field };
  }
  return {
    code: "offline",
    message: "The studio can't be reached. Check the connection; nothing is lost.",
    field: undefined,
  };
}
