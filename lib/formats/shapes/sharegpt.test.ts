import { expect, test } from "vitest";
import { sharegpt } from "./sharegpt.ts";

const expected = {
  ok: true,
  value: {
    problems: [{ problem: "1 + 1?" }],
    paths: [
      {
        problem: "1 + 1?",
        kind: "cot",
        segments: [{ type: "text", content: "It is 2." }],
        meta: { id: "c1", system: "Be brief." },
      },
    ],
    scores: [],
    pairs: [],
  },
};

test("human and gpt turns, and user and assistant messages, give the same drafts", () => {
  const conversations = [
    { from: "system", value: "Be brief." },
    { from: "human", value: "1 + 1?" },
    { from: "gpt", value: "It is 2." },
  ];
  const messages = [
    { role: "system", content: "Be brief." },
    { role: "user", content: [{ type: "text", text: "1 + 1?" }] },
    { role: "assistant", content: "It is 2." },
  ];
  for (const row of [
    { id: "c1", conversations },
    { id: "c1", messages },
  ]) {
    expect(sharegpt.recognises(row)).toBe(true);
    expect(sharegpt.drafts(row, {})).toEqual(expected);
  }
});

test("a conversation of several turns, or of an unknown role, is a fault that says where", () => {
  const turn = [
    { from: "human", value: "a" },
    { from: "gpt", value: "b" },
  ];
  expect(sharegpt.drafts({ conversations: [...turn, ...turn] }, {})).toMatchObject({
    error: { field: "conversations", message: expect.stringContaining("exactly one question") },
  });
  expect(sharegpt.drafts({ conversations: [{ from: "bing", value: "a" }] }, {})).toMatchObject({
    error: { field: "conversations.0" },
  });
  expect(sharegpt.recognises({ conversations: [] })).toBe(false);
});
