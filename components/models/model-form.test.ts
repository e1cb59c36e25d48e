import { describe, expect, test } from "vitest";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import { FIRST_MODEL_FORM, fieldOf, formOf, type ModelForm, readModel, withProtocol } from "./model-form.ts";

const model: ModelEndpoint = {
  id: 3,
  name: "Writer",
  baseUrl: "http://127.0.0.1:8000/v1",
  protocol: "chat",
  model: "m",
  uses: ["generator"],
  parameters: { temperature: 0.7, maxTokens: 512, extra: { top_k: 20 } },
  inputPrice: 0.1,
  outputPrice: 2,
  concurrency: 8,
  requestsPerMinute: 60,
  tokensPerMinute: null,
  structuredOutput: "schema",
  timeoutSeconds: 30,
  keyHint: "9abc",
  version: 2,
  calls: 0,
  cost: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
};
const filled: ModelForm = { ...FIRST_MODEL_FORM, name: "A", baseUrl: "http://h:1/v1", model: "m" };

test("a model's form says what the model is, and leaves its key alone", () => {
  const { id, keyHint, version, calls, cost, createdAt, ...settings } = model;
  expect(readModel(formOf(model))).toEqual({ value: { settings }, errors: {} });
});

describe("the key", () => {
  test("is set, kept or taken away, as was chosen", () => {
    expect(readModel(filled).value).not.toHaveProperty("key");
    expect(readModel({ ...filled, key: { kind: "set", typed: " abc " } }).value?.key).toBe("abc");
    expect(readModel({ ...filled, key: { kind: "keep" } }).value).not.toHaveProperty("key");
    expect(readModel({ ...filled, key: { kind: "remove" } }).value?.key).toBeNull();
  });
});

describe("what is wrong", () => {
  const wrong: [Partial<ModelForm>, keyof ModelForm][] = [
    [{ name: " " }, "name"],
    [{ baseUrl: "127.0.0.1:8000" }, "baseUrl"],
    [{ baseUrl: "ftp://h/v1" }, "baseUrl"],
    [{ model: "" }, "model"],
    [{ temperature: "2.1" }, "temperature"],
    [{ topP: "0" }, "topP"],
    [{ maxTokens: "" }, "maxTokens"],
    [{ inputPrice: "-1" }, "inputPrice"],
    [{ outputPrice: "x" }, "outputPrice"],
    [{ concurrency: "0" }, "concurrency"],
    [{ requestsPerMinute: "1.5" }, "requestsPerMinute"],
    [{ tokensPerMinute: "0" }, "tokensPerMinute"],
    [{ timeoutSeconds: "3601" }, "timeoutSeconds"],
    [{ extra: "[1]" }, "extra"],
    [{ extra: "top_k: 20" }, "extra"],
  ];
  test.each(wrong)("in %j is told at its field, and only there", (part, field) => {
    const { value, errors } = readModel({ ...filled, ...part });
    expect(value).toBeNull();
    expect(Object.keys(errors)).toEqual([field]);
  });
});

test("the server's word for a field finds the form's", () => {
  expect(fieldOf("settings.name")).toBe("name");
  expect(fieldOf("settings.parameters.extra.x")).toBe("extra");
  expect(fieldOf("key")).toBe("key");
  expect([fieldOf("version"), fieldOf(undefined), fieldOf("toString")]).toEqual([null, null, null]);
});

test("another way to speak drops the uses that don't fit, and takes the only one that does", () => {
  const chat = { ...filled, uses: ["generator", "judge"] as const };
  expect(withProtocol(chat, "vllm-classify")).toMatchObject({ protocol: "vllm-classify", uses: ["reward"] });
  expect(withProtocol(chat, "embeddings").uses).toEqual(["embedding"]);
  expect(withProtocol(withProtocol(chat, "tei-predict"), "vllm-score").uses).toEqual(["reward"]);
  expect(withProtocol(chat, "chat").uses).toEqual(["generator", "judge"]);
  expect(withProtocol({ ...filled, uses: ["reward"] }, "chat").uses).toEqual([]);
});

test("how an endpoint is spoken to is saved with it", () => {
  expect(readModel(withProtocol(filled, "tei-predict")).value?.settings).toMatchObject({
    protocol: "tei-predict",
    uses: ["reward"],
  });
});
