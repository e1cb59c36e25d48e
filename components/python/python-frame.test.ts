import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BrowserAnswer, Execution } from "#lib/python/contract.ts";
import { readMessage } from "./python-frame.ts";

const execution: Execution = {
  stdout: "18\n",
  value: "None",
  error: { kind: "exception", message: "ValueError", line: 2 },
  milliseconds: 3.5,
  truncated: 0,
  blocks: [],
};

describe("a message from the frame", () => {
  test.each<BrowserAnswer>([
    { type: "ready" },
    { type: "started", id: 3 },
    { type: "done", id: 3, execution, worn: true },
    { type: "broken", message: "gone" },
  ])("is read as it was said: $type", (answer) => {
    expect(readMessage({ epoch: 2, text: JSON.stringify(answer) })).toEqual({ epoch: 2, answer });
  });

  test("that isn't one of ours is nothing", () => {
    for (const data of [null, 1, "ready", {}, { epoch: "1", text: "{}" }, { epoch: 1, text: 5 }])
      expect(readMessage(data)).toBeNull();
  });

  test("that is longer than any honest program's is nothing", () => {
    expect(readMessage({ epoch: 1, text: " ".repeat(4_000_001) })).toBeNull();
  });

  test("whose text no interpreter says means that it is broken", () => {
    const made = { type: "done", id: 1, worn: false, execution: { ...execution, stdout: 7 } };
    for (const text of ["", "null", "{", '{"type":"ready!"}', JSON.stringify(made)])
      expect(readMessage({ epoch: 1, text })).toMatchObject({ epoch: 1, answer: { type: "broken" } });
  });

  test("of any kind never throws, and carries nothing beside what was asked for", () => {
    fc.assert(
      fc.property(fc.json(), fc.integer(), (text, epoch) => {
        expect(readMessage({ epoch, text })?.answer.type).toBe("broken");
      }),
    );
    const more = { type: "ready", html: "<script>", __proto__: null };
    expect(readMessage({ epoch: 1, text: JSON.stringify(more) })?.answer).toEqual({ type: "ready" });
  });
});
