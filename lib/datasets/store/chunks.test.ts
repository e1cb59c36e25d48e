import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { readChunks, readRange } from "./chunks.ts";

testDatabase();
afterAll(closeDatabase);

const BYTES = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 256);
const place = fc.nat({ max: BYTES.length });

/** The bytes as an upload whose chunks are as long as `sizes` say, over and over. */
async function store(projectId: number, sizes: readonly number[]) {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO upload (project_id, name, bytes, sha256) VALUES (${projectId}, 'f', ${BYTES.length}, 'x') RETURNING id`;
  for (let start = 0, i = 0; start < BYTES.length; i += 1) {
    const data = BYTES.subarray(start, start + (sizes[i % sizes.length] ?? 1));
    await sql()`INSERT INTO upload_chunk (upload_id, start, data) VALUES (${row.id}, ${start}, ${data})`;
    start += data.length;
  }
  return { id: row.id, name: "f", bytes: BYTES.length };
}

test("a stored file reads back whole, and any range of it as it stands there, wherever its chunks are cut", async () => {
  const { id: projectId } = await emptyProject();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 50, max: 600 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 3 }),
      async (sizes, ranges) => {
        const file = await store(projectId, sizes);
        const through: number[] = [];
        const chunks = await Array.fromAsync(readChunks(file, async (bytes) => void through.push(bytes)));
        expect(Buffer.concat(chunks)).toEqual(Buffer.from(BYTES));
        expect(through.at(-1)).toBe(BYTES.length);
        for (const [a, b] of ranges) {
          const [start, end] = [Math.min(a, b), Math.max(a, b)];
          expect(await readRange(file, start, end)).toEqual(BYTES.slice(start, end));
        }
      },
    ),
    { numRuns: 15 },
  );
});

test("a file with a part missing is a broken promise, not a shorter file", async () => {
  const { id: projectId } = await emptyProject();
  const file = await store(projectId, [300]);
  await sql()`DELETE FROM upload_chunk WHERE upload_id = ${file.id} AND start = 300`;
  await expect(Array.fromAsync(readChunks(file))).rejects.toThrow("no chunk at 300");
  await expect(readRange(file, 200, 700)).rejects.toThrow("no bytes");
});
