import fc from "fast-check";
import { expect, test } from "vitest";
import type { PairRow } from "../rows.ts";
import { joinSegments } from "../segments.ts";
import { records } from "../testing/arbitraries.ts";
import { writeTrlDpo } from "./trl-dpo.ts";
import { writeTrlSft } from "./trl-sft.ts";

const pairRow: fc.Arbitrary<PairRow> = fc
  .tuple(records.problem, records.path, records.path)
  .map(([problem, chosen, rejected]) => ({
    problem: { ...problem, split: "train" as const },
    chosen,
    rejected,
    origin: "mined" as const,
  }))
  .filter((row) => joinSegments(row.chosen.segments) !== joinSegments(row.rejected.segments));

function lineOf(written: ReturnType<typeof writeTrlDpo>) {
  if ("dropped" in written) throw new Error(written.dropped);
  expect(written.lines).toHaveLength(1);
  return JSON.parse(written.lines[0] ?? "");
}

test("trl-dpo is three texts or three message lists, never a mixture", () => {
  fc.assert(
    fc.property(pairRow, (row) => {
      const text = lineOf(writeTrlDpo(row, { style: "text" }));
      expect(Object.keys(text)).toEqual(["prompt", "chosen", "rejected"]);
      expect([typeof text.prompt, typeof text.chosen, typeof text.rejected]).toEqual([
        "string",
        "string",
        "string",
      ]);
      const messages = lineOf(writeTrlDpo(row, { style: "messages" }));
      expect(messages.prompt).toEqual([{ role: "user", content: row.problem.problem }]);
      expect(messages.chosen).toEqual([{ role: "assistant", content: joinSegments(row.chosen.segments) }]);
      expect(messages.rejected).toEqual([
        { role: "assistant", content: joinSegments(row.rejected.segments) },
      ]);
    }),
  );
});

test("trl-sft is a conversation of two turns, or prompt and completion", () => {
  fc.assert(
    fc.property(pairRow, ({ problem, chosen }) => {
      const row = { problem, path: chosen };
      const messages = lineOf(writeTrlSft(row, { style: "messages" }));
      expect(messages.messages.map((message: { role: string }) => message.role)).toEqual([
        "user",
        "assistant",
      ]);
      expect(Object.keys(lineOf(writeTrlSft(row, { style: "text" })))).toEqual(["prompt", "completion"]);
    }),
  );
});

test("a problem of the test split is refused in both formats, with the reason", () => {
  fc.assert(
    fc.property(pairRow, (row) => {
      const problem = { ...row.problem, split: "test" as const };
      expect(writeTrlDpo({ ...row, problem }, { style: "text" })).toMatchObject({
        dropped: expect.stringContaining("test split"),
      });
      expect(writeTrlSft({ problem, path: row.chosen }, { style: "text" })).toMatchObject({
        dropped: expect.stringContaining("test split"),
      });
    }),
  );
});

test("a pair whose sides read the same is refused", () => {
  const path = {
    problem_id: "p",
    kind: "cot" as const,
    segments: [{ type: "text" as const, content: "It is 4." }],
  };
  const row: PairRow = {
    problem: { id: "p", problem: "2+2?" },
    chosen: path,
    rejected: path,
    origin: "imported",
  };
  expect(writeTrlDpo(row, { style: "text" })).toHaveProperty("dropped");
});
