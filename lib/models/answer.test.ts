import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswer } from "./answer.ts";

const read = (body: unknown, status = 200) =>
  readAnswer(
    { status, headers: {}, body: typeof body === "string" ? body : JSON.stringify(body) },
    "a prompt",
  );
const chat = (message: unknown, rest: object = {}) => ({
  choices: [{ index: 0, message, finish_reason: "stop", ...rest }],
});

describe("an answer", () => {
  const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
  const same = { text: "42", finishReason: "stop", inputTokens: 11, outputTokens: 7, estimated: false };
  const shapes: [string, object][] = [
    ["OpenAI", { ...chat({ role: "assistant", content: "42", refusal: null }), usage }],
    [
      "vLLM",
      {
        ...chat({ content: "42", reasoning_content: "hm", tool_calls: [] }, { stop_reason: null }),
        usage: { ...usage, prompt_tokens_details: null },
      },
    ],
    [
      "content in parts",
      {
        ...chat({
          content: [
            { type: "text", text: "4" },
            { type: "text", text: "2" },
          ],
        }),
        usage,
      },
    ],
    ["an old completion", { choices: [{ text: "42", finish_reason: "stop" }], usage }],
    ["llama.cpp", { ...chat({ content: "42" }), usage, timings: { predicted_n: 7 } }],
  ];
  test.each(shapes)("is read as %s writes it", (_name, body) => {
    expect(read(body)).toEqual({ kind: "answer", answer: same });
  });

  test("with no content is an empty text, as of a model that was cut while it was thinking", () => {
    expect(
      read({ ...chat({ content: null, reasoning_content: "…" }, { finish_reason: "length" }), usage }),
    ).toMatchObject({
      kind: "answer",
      answer: { text: "", finishReason: "length" },
    });
  });

  test.each([
    [undefined],
    [null],
    [{}],
    [{ prompt_tokens: "many" }],
    [{ prompt_tokens: -1, completion_tokens: null }],
  ])("with the usage %j has its tokens estimated, and says so", (told) => {
    expect(read({ ...chat({ content: "12345" }), usage: told })).toMatchObject({
      answer: { inputTokens: 2, outputTokens: 2, estimated: true },
    });
  });

  test("can always be kept: no NUL, no half of a symbol", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (content) => {
        const result = read(`{"choices":[{"message":{"content":${JSON.stringify(content)}}}]}`);
        if (result.kind !== "answer") throw new Error("it is an answer");
        expect(result.answer.text).toBe(content.replaceAll("\0", "").toWellFormed());
      }),
    );
  });
});

describe("what is no answer", () => {
  test.each([
    ["[]"],
    ["{}"],
    ['{"choices":[]}'],
    ['{"choices":[{}]}'],
    ['{"choices":[{"message":{"content":5}}]}'],
    ["<html>"],
    [""],
    ["null"],
  ])("is garbled: %s", (body) => {
    expect(read(body)).toMatchObject({ kind: "garbled" });
  });

  test("never makes the reader throw, whatever comes with whatever status", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.integer({ min: 100, max: 599 }), (body, status) => {
        const result = read(body, status);
        if (status < 200 || status > 299) expect(result).toMatchObject({ kind: "status", status });
      }),
    );
  });

  const errors: [string, unknown, string, string | null][] = [
    [
      "OpenAI",
      { error: { message: "Too fast", type: "requests", code: "rate_limit_exceeded" } },
      "Too fast",
      "rate_limit_exceeded",
    ],
    [
      "vLLM",
      { object: "error", message: "No such model", type: "NotFoundError", code: 404 },
      "No such model",
      null,
    ],
    ["Ollama", { error: "model 'x' not found" }, "model 'x' not found", null],
    ["FastAPI", { detail: "Not Found" }, "Not Found", null],
    ["a proxy", "<html>\n<h1>502</h1>", "<html> <h1>502</h1>", null],
  ];
  test.each(errors)("is told in the words of %s", (_name, body, said, code) => {
    expect(read(body, 429)).toEqual({ kind: "status", status: 429, headers: {}, said, code });
  });

  test("with status 200 and an error's number in it counts as that error", () => {
    expect(read({ error: { message: "Upstream is full", code: 429 } })).toMatchObject({
      kind: "status",
      status: 429,
      said: "Upstream is full",
    });
  });

  test("is told briefly", () => {
    const result = read("x".repeat(100_000), 500);
    expect(result).toMatchObject({ said: `${"x".repeat(299)}…` });
  });
});
