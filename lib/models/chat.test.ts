import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyOf, recordOf, refusesFormat, weakerThan } from "./chat.ts";
import type { ModelParameters } from "./contract.ts";
import type { Failure } from "./retry.ts";

const own: ModelParameters = { temperature: 0.7, maxTokens: 100, extra: {} };
const request = { messages: [{ role: "user" as const, content: "a" }] };
const body = (
  given: Partial<Parameters<typeof recordOf>[0]> = {},
  parameters = own,
  mode: "schema" | "object" | "none" = "none",
) => JSON.parse(bodyOf(recordOf({ ...request, ...given }, parameters), "m", mode));

describe("a request's body", () => {
  test("has the endpoint's parameters, and the request's own before them", () => {
    expect(body()).toEqual({ model: "m", messages: request.messages, max_tokens: 100, temperature: 0.7 });
    expect(body({ parameters: { temperature: 0, topP: 0.5, maxTokens: 7 }, seed: 3 })).toEqual({
      model: "m",
      messages: request.messages,
      max_tokens: 7,
      temperature: 0,
      top_p: 0.5,
      seed: 3,
    });
  });

  test("carries what is extra, may leave a field out by it, and never lets it say what is asked of which model", () => {
    const extra = {
      max_tokens: null,
      max_completion_tokens: 9,
      top_k: 20,
      model: "x",
      messages: [],
      n: 8,
      stream: true,
    };
    expect(body({}, { ...own, extra })).toEqual({
      model: "m",
      messages: request.messages,
      temperature: 0.7,
      max_completion_tokens: 9,
      top_k: 20,
    });
  });

  test("asks for JSON by schema, as an object, or not at all", () => {
    const schema = { name: "s", schema: { type: "object" } };
    expect(body({ schema }, own, "schema").response_format).toEqual({
      type: "json_schema",
      json_schema: { name: "s", schema: { type: "object" }, strict: true },
    });
    expect(body({ schema }, own, "object").response_format).toEqual({ type: "json_object" });
    expect(body({ schema }, own, "none")).not.toHaveProperty("response_format");
    expect(body({}, own, "schema")).not.toHaveProperty("response_format");
  });

  test("is the same after the record has been through a database that sorts the names in JSON", () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== "object" || value === null) return value;
      const entries = Object.entries(value).sort(
        ([one], [other]) => one.length - other.length || (one < other ? -1 : 1),
      );
      return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
    };
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 6 });
    fc.assert(
      fc.property(names, fc.string(), (properties, content) => {
        const schema = {
          name: "s",
          schema: { properties: Object.fromEntries(properties.map((name) => [name, {}])) },
        };
        const record = recordOf({ messages: [{ role: "user", content }], schema }, own);
        const kept: typeof record = JSON.parse(JSON.stringify(sorted(record)));
        const sent = JSON.parse(bodyOf(kept, "m", "schema"));
        expect(Object.keys(sent.response_format.json_schema.schema.properties)).toEqual(properties);
        expect(sent).toEqual(JSON.parse(bodyOf(record, "m", "schema")));
      }),
    );
  });
});

describe("refusesFormat", () => {
  const status = (code: number, said: string): Failure => ({
    kind: "status",
    status: code,
    headers: {},
    said,
    code: null,
  });
  test("sees the words in which servers refuse a way to ask for JSON", () => {
    for (const said of [
      "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      "Failed to parse grammar",
      "guided_json is not available",
    ]) {
      expect(refusesFormat(status(400, said)), said).toBe(true);
    }
  });
  test("sees none in other trouble", () => {
    expect(refusesFormat(status(400, "temperature must be below 2"))).toBe(false);
    expect(refusesFormat(status(401, "response_format"))).toBe(false);
    expect(refusesFormat({ kind: "network", reason: "response_format" })).toBe(false);
  });
});

test("weaker ways to ask for JSON end with none", () => {
  expect(weakerThan("schema")).toBe("object");
  expect(weakerThan("object")).toBe("none");
  expect(weakerThan("none")).toBeNull();
});
