import fc from "fast-check";
import { expect, test } from "vitest";
import { type Measured, readMeasure, vectorText } from "./measured.ts";
import type { MeasuringProtocol } from "./measuring.ts";

const read = (protocol: MeasuringProtocol, body: unknown, status = 200) =>
  readMeasure({ status, headers: {}, body: JSON.stringify(body) }, protocol, "a prompt of words");

function valuesOf(protocol: MeasuringProtocol, body: unknown): Measured["values"] {
  const result = read(protocol, body);
  if (result.kind !== "answer") throw new Error(JSON.stringify(result));
  return JSON.parse(result.answer.text).values;
}

const usage = { prompt_tokens: 12, total_tokens: 12 };

test("one value of vLLM's score, classify and pooling", () => {
  expect(valuesOf("vllm-score", { data: [{ index: 0, object: "score", score: 0.25 }], usage })).toEqual([
    { label: null, value: 0.25 },
  ]);
  expect(
    valuesOf("vllm-classify", { data: [{ index: 0, label: "LABEL_0", probs: [-3.5], num_classes: 1 }] }),
  ).toEqual([{ label: null, value: -3.5 }]);
  expect(valuesOf("vllm-pooling", { data: [{ index: 0, object: "pooling", data: [1.5] }] })).toEqual([
    { label: null, value: 1.5 },
  ]);
});

test("of values for each token the last token's count", () => {
  expect(valuesOf("vllm-pooling", { data: [{ data: [[0.1], [0.2], [-4]] }] })).toEqual([
    { label: null, value: -4 },
  ]);
});

test("classes keep their places, and their names where the endpoint says them", () => {
  expect(valuesOf("vllm-classify", { data: [{ probs: [0.1, 2] }] })).toEqual([
    { label: null, value: 0.1 },
    { label: null, value: 2 },
  ]);
  const classes = [
    { label: "good", score: 2.5 },
    { label: "bad", score: -1 },
  ];
  const expected = [
    { label: "good", value: 2.5 },
    { label: "bad", value: -1 },
  ];
  expect(valuesOf("tei-predict", classes)).toEqual(expected);
  expect(valuesOf("tei-predict", [classes])).toEqual(expected);
});

test("a vector is kept as 32-bit floats", () => {
  const result = read("embeddings", { data: [{ index: 0, embedding: [0.5, -1, 2] }], usage });
  const text = result.kind === "answer" ? result.answer.text : "";
  const bytes = Buffer.from(text, "base64");
  expect([0, 1, 2].map((at) => bytes.readFloatLE(4 * at))).toEqual([0.5, -1, 2]);
});

test("tokens are as the endpoint counts them, else estimated and said so", () => {
  expect(read("vllm-score", { data: [{ score: 1 }], usage })).toMatchObject({
    answer: { inputTokens: 12, outputTokens: 0, estimated: false },
  });
  expect(read("tei-predict", [{ label: "x", score: 1 }])).toMatchObject({
    answer: { inputTokens: 5, estimated: true },
  });
});

test("what isn't an answer says why", () => {
  expect(read("vllm-classify", { error: { message: "too long" } }, 400)).toMatchObject({
    kind: "status",
    status: 400,
    said: "too long",
  });
  expect(
    read("vllm-pooling", { object: "error", error: { code: 404, message: "no such model" } }),
  ).toMatchObject({
    kind: "status",
    status: 404,
  });
  for (const protocol of [
    "vllm-pooling",
    "vllm-classify",
    "vllm-score",
    "tei-predict",
    "embeddings",
  ] as const) {
    expect(read(protocol, { data: [] })).toMatchObject({ kind: "garbled" });
    expect(
      read(protocol, { data: [{ score: "high", probs: [null], data: [], embedding: [] }] }),
    ).toMatchObject({
      kind: "garbled",
    });
    expect(readMeasure({ status: 200, headers: {}, body: "<html>" }, protocol, "")).toMatchObject({
      kind: "garbled",
    });
  }
});

test("any vector comes back as its nearest 32-bit floats", () => {
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (vector) => {
      const bytes = Buffer.from(vectorText(vector), "base64");
      expect(vector.map((_, at) => bytes.readFloatLE(4 * at))).toEqual(vector);
    }),
  );
});
