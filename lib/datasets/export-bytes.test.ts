import fc from "fast-check";
import { expect, it } from "vitest";
import { exportBytes } from "./export-bytes.ts";
import type { FrozenRow } from "./export-lines.ts";

const rowOf = (text: string): FrozenRow => ({
  problem: { problem: text },
  path: { kind: "cot", problem: text, segments: [{ type: "text", content: text }] },
});

it("gives every line once, in order, ended by a line feed, whatever the chunks", async () => {
  const text = fc.string({ unit: "grapheme" }).map((given) => given.repeat(3000));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 30 }), async (texts) => {
      async function* rows() {
        for (const each of texts) yield rowOf(each);
      }
      const lines = (row: FrozenRow) => [row.problem.problem, "second"];
      const chunks = await Array.fromAsync(exportBytes(rows(), lines));
      expect(Buffer.concat(chunks).toString()).toBe(texts.map((each) => `${each}\nsecond\n`).join(""));
    }),
    { numRuns: 30 },
  );
});

it("asks for no more rows than the chunk at hand needs", async () => {
  let asked = 0;
  async function* rows() {
    for (;;) {
      asked += 1;
      yield rowOf("x");
    }
  }
  const chunks = exportBytes(rows(), () => ["y".repeat(40 * 1024)]);
  await chunks.next();
  expect(asked).toBe(2);
  await chunks.return();
});
