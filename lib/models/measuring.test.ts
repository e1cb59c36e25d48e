import fc from "fast-check";
import { expect, test } from "vitest";
import { protocol } from "./contract.ts";
import { type MeasuringProtocol, measuredTexts, measureRecord } from "./measuring.ts";

const own = { maxTokens: 100, extra: {} };
const exchange = { question: "What is 1 + 1?", answer: "2" };
const measuring = protocol.options.filter((one): one is MeasuringProtocol => one !== "chat");

test("each protocol's body holds the question and the answer, and both are reckoned with", () => {
  for (const one of measuring) {
    const record = measureRecord(one, exchange, own);
    expect(JSON.stringify(record.body)).toContain(exchange.question);
    expect(measuredTexts(record).join("\n\n")).toContain("2");
    expect(measuredTexts(record).join("\n\n")).toContain(exchange.question);
  }
});

test("reward models get the exchange as their own chat template wants it, and give raw values", () => {
  const messages = [
    { role: "user", content: exchange.question },
    { role: "assistant", content: exchange.answer },
  ];
  expect(measureRecord("vllm-classify", exchange, own).body).toEqual({ messages, use_activation: false });
  expect(measureRecord("vllm-pooling", exchange, own).body).toEqual({ messages, encoding_format: "float" });
});

test("pairs of texts go to score and predict", () => {
  expect(measureRecord("vllm-score", exchange, own).body).toMatchObject({
    text_1: exchange.question,
    text_2: "2",
  });
  expect(measureRecord("tei-predict", exchange, own).body).toMatchObject({
    inputs: [exchange.question, "2"],
    raw_scores: true,
  });
});

test("an endpoint's other parameters go along, but never over what is measured", () => {
  const extra = { truncate_prompt_tokens: 512, text_2: "mine", model: "other" };
  const { body } = measureRecord("vllm-score", exchange, { ...own, extra });
  expect(body).toMatchObject({ text_2: "2", truncate_prompt_tokens: 512 });
  expect(body).not.toHaveProperty("model");
});

test("whatever is measured can be kept by the database", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...measuring),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      (one, question, answer) => {
        const text = JSON.stringify(measureRecord(one, { question, answer }, own));
        expect(text).not.toMatch(/\\u(0000|d[89a-f])/);
      },
    ),
  );
});
