import { expect, test } from "vitest";
import { askedOf } from "./asked.ts";

test("a recorded request comes apart into its messages and the rest", () => {
  const messages = [
    { role: "system", content: "s" },
    { role: "user", content: "u" },
  ];
  expect(askedOf({ messages, seed: null, schema: null })).toEqual({ messages, rest: "" });
  expect(askedOf({ messages, parameters: { maxTokens: 7 }, seed: 3 })).toEqual({
    messages,
    rest: JSON.stringify({ parameters: { maxTokens: 7 }, seed: 3 }, null, 2),
  });
});

test("one of another shape is shown as far as it can be", () => {
  expect(askedOf({})).toEqual({ messages: [], rest: "" });
  expect(askedOf({ messages: "none" })).toEqual({ messages: [], rest: "" });
  expect(askedOf({ messages: [null, 5, { role: "user" }, { content: ["part"] }] }).messages).toEqual([
    { role: "message", content: '["part"]' },
  ]);
});
