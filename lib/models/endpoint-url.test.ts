import fc from "fast-check";
import { expect, test } from "vitest";
import { askUrl, tidyBaseUrl } from "./endpoint-url.ts";

test("completions are asked for below the base URL, however it was pasted", () => {
  for (const base of [
    "http://h:1/v1",
    "http://h:1/v1/",
    "http://h:1/v1//",
    "http://h:1/v1/chat/completions",
  ]) {
    expect(askUrl(tidyBaseUrl(base) ?? "", "chat").href).toBe("http://h:1/v1/chat/completions");
  }
  expect(askUrl("https://h", "chat").href).toBe("https://h/chat/completions");
});

test("operations that aren't OpenAI's are beside /v1, and a pasted one is taken off", () => {
  for (const base of ["http://h:1/v1", "http://h:1", "http://h:1/classify", "http://h:1/v1/"]) {
    expect(askUrl(tidyBaseUrl(base) ?? "", "vllm-classify").href).toBe("http://h:1/classify");
  }
  expect(askUrl("http://h:1/v1", "embeddings").href).toBe("http://h:1/v1/embeddings");
  expect(askUrl("http://h:1/gateway", "tei-predict").href).toBe("http://h:1/gateway/predict");
});

test("a tidy base URL stays as it is", () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ["http", "https"] }), (url) => {
      const tidy = tidyBaseUrl(url);
      expect(tidy).not.toBeNull();
      expect(tidyBaseUrl(tidy ?? "")).toBe(tidy);
    }),
  );
});

test("a base URL holds no password, query or fragment, and speaks HTTP", () => {
  for (const url of [
    "http://me:secret@h/v1",
    "http://me@h/v1",
    "https://h/v1?key=1",
    "https://h/v1#x",
    "ftp://h/v1",
    "h/v1",
    "",
  ]) {
    expect(tidyBaseUrl(url), url).toBeNull();
  }
});
