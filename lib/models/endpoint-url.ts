/** Where chat completions are asked for, below a base URL with or without a slash at its end. */
export function completionsUrl(baseUrl: string): URL {
  return new URL(`${baseUrl.replace(/\/+$/, "")}/chat/completions`);
}

/**
 * The base URL as it is kept: without `/chat/completions` or a slash at its end. Null where it holds what doesn't
 * belong there: a user name or password (they would stand in the open), a query, a fragment.
 */
export function tidyBaseUrl(given: string): string | null {
  const url = URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return null;
  return url.href.replace(/\/+$/, "").replace(/\/chat\/completions$/, "");
}
