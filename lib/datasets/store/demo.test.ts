import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { Actor } from "#lib/context.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { importHandler } from "../handlers/import.ts";
import { loadDemo } from "./demo.ts";

testDatabase();
afterAll(async () => {
  await closeSender();
  await closeDatabase();
});

async function owner(): Promise<Actor> {
  const userId = randomUUID();
  const email = `${userId}@example.org`;
  await sql()`INSERT INTO "user" (id, name, email, is_owner) VALUES (${userId}, 'Olga', ${email}, true)`;
  return { userId, name: "Olga", email, isOwner: true, by: "session" };
}

test("the demo project is made once, by whoever asks first, and holds what the demo's files say", async () => {
  const owners = [await owner(), await owner()];
  const made = await Promise.all([...owners, ...owners].map(loadDemo));
  for (const project of made) expect(project).toMatchObject({ slug: "demo", name: "Demo", role: "lead" });
  const runs = await sql()<{ id: number }[]>`SELECT id FROM run WHERE kind = 'import'`;
  expect(runs).toHaveLength(1);
  expect(await sql()`SELECT role FROM membership`).toEqual([{ role: "lead" }]);

  await executeRun(runs[0]?.id ?? 0, new Map([[importHandler.kind, importHandler]]));
  expect(await sql()`SELECT state, error FROM run WHERE kind = 'import'`).toEqual([
    { state: "done", error: null },
  ]);
  const [counts] = await sql()<
    [{ problems: number; subdomains: number; kinds: number; least: number; most: number }]
  >`
    SELECT (SELECT count(*)::int FROM problem) AS problems, (SELECT count(*)::int FROM subdomain) AS subdomains,
      (SELECT count(DISTINCT kind)::int FROM path) AS kinds, min(paths) AS least, max(paths) AS most
    FROM (SELECT count(path.id)::int AS paths FROM problem LEFT JOIN path ON problem_id = problem.id GROUP BY problem.id) AS each`;
  expect(counts.problems).toBeGreaterThanOrEqual(48);
  expect(counts.subdomains).toBeGreaterThanOrEqual(6);
  expect(counts).toMatchObject({ kinds: 3 });
  expect([counts.least, counts.most].every((paths) => paths >= 2 && paths <= 6)).toBe(true);
  expect(await loadDemo(owners[1] ?? (await owner()))).toEqual(made[0]);
});
