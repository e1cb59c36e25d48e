import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BEGUN, kindAsGiven, messagesSoFar, withOutput, withReply } from "./conversation.ts";

const said = (text: string, finishReason: string | null = "stop") => ({ text, finishReason });
const program = "```python\nprint(1 + 1)\n```";

describe("a reply", () => {
  test("in words is the whole of a chain of thought", () => {
    expect(withReply(BEGUN, said("It is \\boxed{2}."), "cot")).toEqual({
      segments: [{ type: "text", content: "It is \\boxed{2}." }],
      next: "nothing",
      flaw: null,
      fault: null,
    });
  });

  test("that ends in a program waits for its output, and one that goes on in words doesn't", () => {
    expect(withReply(BEGUN, said(`Let me see.\n${program}`), "mixed").next).toBe("output");
    expect(withReply(BEGUN, said(`${program}\nSo it is \\boxed{2}.`), "mixed").next).toBe("nothing");
    expect(withReply(BEGUN, said(program), "cot").next).toBe("nothing");
  });

  test("loses what it made up of an output, and all that rests on it", () => {
    const made = withReply(BEGUN, said(`${program}\n\`\`\`output\n3\n\`\`\`\nSo it is \\boxed{3}.`), "mixed");
    expect(made.segments).toEqual([{ type: "code", content: "print(1 + 1)" }]);
    expect(made.next).toBe("output");
  });

  test("that was cut off is truncated, and its program isn't run", () => {
    const cut = withReply(BEGUN, said("```python\nprint(1 +", "length"), "mixed");
    expect(cut).toMatchObject({ next: "nothing", flaw: "truncated" });
  });

  test.each([
    ["", "stop"],
    ["I'm sorry, but I can't help with that.", "stop"],
    ["I cannot assist with this request.", "stop"],
    ["Half an ans", "content_filter"],
  ])("%j (%s) is refused", (text, reason) => {
    expect(withReply(BEGUN, said(text, reason), "cot").flaw).toBe("refused");
  });

  test.each([
    "I can't see a closed form, but the sum is \\boxed{4}.",
    "Sorry, I misread: the answer is 4.",
    "The answer can't be negative, so it is \\boxed{x}.",
  ])("%j is an answer", (text) => {
    expect(withReply(BEGUN, said(text), "cot").flaw).toBeNull();
  });
});

describe("an output", () => {
  const waiting = withReply(BEGUN, said(program), "mixed");
  const limits = { kind: "mixed" as const, programs: 1, most: 4 };

  test("lets a mixed path go on, and ends a program of thought unless it failed", () => {
    const out = { text: "2", failed: false };
    expect(withOutput(waiting, out, limits).next).toBe("reply");
    expect(withOutput(waiting, out, { ...limits, kind: "pot" }).next).toBe("nothing");
    expect(withOutput(waiting, { ...out, failed: true }, { ...limits, kind: "pot" }).next).toBe("reply");
  });

  test("of the last program that is allowed leaves the path truncated", () => {
    const end = withOutput(waiting, { text: "2", failed: false }, { ...limits, programs: 4 });
    expect(end).toMatchObject({ next: "nothing", flaw: "truncated" });
    expect(end.segments.at(-1)).toEqual({ type: "output", content: "2" });
  });

  test("is never much longer than a model can use", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (length) => {
        const { segments } = withOutput(waiting, { text: "9".repeat(length), failed: false }, limits);
        expect(segments.at(-1)?.content.length).toBeLessThanOrEqual(2100);
      }),
    );
  });
});

test("a conversation alternates: what was asked, what was said, what it printed", () => {
  const waiting = withReply(BEGUN, said(`Let me see.\n${program}`), "mixed");
  const { segments } = withOutput(
    waiting,
    { text: "2", failed: false },
    { kind: "mixed", programs: 1, most: 4 },
  );
  expect(messagesSoFar([{ role: "user", content: "What is 1 + 1?" }], segments)).toEqual([
    { role: "user", content: "What is 1 + 1?" },
    { role: "assistant", content: `Let me see.\n${program}` },
    { role: "user", content: "```output\n2\n```" },
  ]);
});

test("a path's kind is what was asked for, where it came so", () => {
  const code = { type: "code" as const, content: "print(2)" };
  const text = { type: "text" as const, content: "Two." };
  expect(kindAsGiven([code], "mixed")).toBe("mixed");
  expect(kindAsGiven([text], "pot")).toBe("cot");
  expect(kindAsGiven([code], "cot")).toBe("pot");
});
