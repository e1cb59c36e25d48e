import { createHash } from "node:crypto";
import type { Role } from "#lib/auth/contract.ts";
import { mintScope, type ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { PathRecord, ProblemRecord } from "#lib/formats/records.ts";

export interface TestProject {
  readonly id: number;
  /** Leave to act in the project, as a person with this role. */
  as(role: Role): ProjectScope;
}

/** A project of its own, with nothing in it. */
export async function emptyProject(): Promise<TestProject> {
  const slug = `test-${crypto.randomUUID()}`;
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, ${slug}) RETURNING id`;
  const userId = crypto.randomUUID();
  const email = `${userId}@example.org`;
  await sql()`INSERT INTO "user" (id, name, email) VALUES (${userId}, 'Someone', ${email})`;
  return {
    id,
    as: (role) =>
      mintScope({ id, slug }, role, { userId, name: "Someone", email, isOwner: false, by: "session" }),
  };
}

/** What stands on one line of a file. */
export type FileRow = { problem: ProblemRecord } | { path: PathRecord };

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Stages the rows as an import does, from line 1 on, and returns the import's run. */
export async function stageFile(projectId: number, rows: readonly FileRow[]): Promise<number> {
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind) VALUES (${projectId}, 'import') RETURNING id`;
  const staged = rows.map((row, position) => ({ position, line: position + 1, ...columns(row) }));
  await sql()`
    INSERT INTO import_row (run_id, position, line, record, key, problem_key, problem_hash, content_hash, data)
    SELECT ${id}, position, line, record, key, problem_key, problem_hash, content_hash, data
    FROM jsonb_to_recordset(${sql().json(staged)}) AS row(position int, line int, record text, key text,
      problem_key text, problem_hash text, content_hash text, data jsonb)`;
  return id;
}

function columns(row: FileRow) {
  if ("problem" in row) {
    const data = row.problem;
    return {
      record: "problem",
      key: data.id ?? null,
      problem_hash: sha256(data.problem),
      data: jsonOf(data),
    };
  }
  const data = row.path;
  return {
    record: "path",
    key: data.id ?? null,
    problem_key: data.problem_id ?? null,
    problem_hash: data.problem === undefined ? null : sha256(data.problem),
    content_hash: sha256(JSON.stringify([data.model ?? null, data.segments])),
    data: jsonOf(data),
  };
}

/** The record as JSON keeps it. `meta` is typed unknown, so only a round trip shows that it is JSON. */
function jsonOf(record: ProblemRecord | PathRecord) {
  return JSON.parse(JSON.stringify(record));
}
