import fc from "fast-check";
import { expect, test } from "vitest";
import { isMessageList, readMessages, saidBy } from "./messages.ts";
import { anyRow } from "./testing/arbitraries.ts";

test("any value is read or refused with a message, and what is read was a message list", () => {
  fc.assert(
    fc.property(anyRow, (value) => {
      const read = readMessages(value, "chat");
      if (read.ok) expect(isMessageList(value)).toBe(true);
      else expect(read.error.field).toMatch(/^chat/);
    }),
  );
});

test("both ways of writing messages give the same, and each role's texts can be had", () => {
  const expected = [
    { role: "user", content: "a" },
    { role: "assistant", content: "b" },
  ];
  const chat = readMessages(expected, "chat");
  const share = readMessages(
    [
      { from: "human", value: "a" },
      { from: "gpt", value: "b" },
    ],
    "chat",
  );
  expect(chat).toEqual({ ok: true, value: expected });
  expect(share).toEqual(chat);
  expect(chat.ok && saidBy(chat.value, "assistant")).toEqual(["b"]);
});

test("a role or content that isn't known is a fault of that message", () => {
  expect(readMessages([{ role: "constructor", content: "a" }], "chat")).toMatchObject({
    error: { field: "chat.0" },
  });
  expect(
    readMessages(
      [
        { role: "user", content: "a" },
        { role: "user", content: 5 },
      ],
      "chat",
    ),
  ).toMatchObject({ error: { field: "chat.1" } });
});
