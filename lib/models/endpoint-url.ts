import { OPERATIONS } from "./contract/protocols.ts";
import type { Protocol } from "./contract.ts";

const AT_END = new RegExp(`(${Object.values(OPERATIONS).join("|")})$`);

/**
 * Where an endpoint is asked, below a base URL with or without a slash at its end. Operations that aren't OpenAI's
 * stand beside /v1, not below it.
 */
export function askUrl(baseUrl: string, protocol: Protocol): URL {
  const base = baseUrl.replace(/\/+$/, "");
  const isOpenAi = protocol === "chat" || protocol === "embeddings";
  return new URL(`${isOpenAi ? base : base.replace(/\/v1$/, "")}${OPERATIONS[protocol]}`);
}

/**
 * The base URL as it is kept: without an operation such as `/chat/completions`, or a slash, at its end. Null where it holds what doesn't
 * belong there: a user name or password (they would stand in the open), a query, a fragment.
 */
export function tidyBaseUrl(given: string): string | null {
  const url = URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return null;
  return url.href.replace(/\/+$/, "").replace(AT_END, "");
}
