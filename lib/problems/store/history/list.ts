import type { Page } from "#lib/api/page.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { changedFields } from "../../changed-fields.ts";
import type { ProblemVersion } from "../../contract/history.ts";
import { fieldsOf, unwrittenCause } from "../versions.ts";

interface Input {
  problem: number;
  cursor?: number | undefined;
  limit: number;
}

/**
 * A problem's versions, newest first; the cursor is a version's number. Versions that an import made are there from
 * the first edit on, and the current one always. `changed` compares with the version before that is known.
 */
export async function listVersions(scope: ProjectScope, input: Input): Promise<Page<ProblemVersion>> {
  return sql().begin(async (tx) => {
    const [problem] = await tx`
      SELECT FROM problem WHERE id = ${input.problem} AND project_id = ${scope.projectId}`;
    if (!problem) throw notFound("problem");
    const versions = tx`(
      SELECT version, fields, cause, author_id, created_at AS at FROM problem_version WHERE problem_id = ${input.problem}
      UNION ALL
      SELECT version, ${fieldsOf(tx)}, ${unwrittenCause(tx)}, NULL, updated_at FROM problem
      WHERE id = ${input.problem}
        AND NOT EXISTS (SELECT FROM problem_version AS known
          WHERE known.problem_id = problem.id AND known.version = problem.version)
    ) AS versions`;
    const rows = await tx<Omit<ProblemVersion, "changed">[]>`
      SELECT version, fields, cause, "user".name AS author, at
      FROM ${versions} LEFT JOIN "user" ON "user".id = author_id
      ${input.cursor ? tx`WHERE version < ${input.cursor}` : tx``}
      ORDER BY version DESC LIMIT ${input.limit + 1}`;
    const [counted] = await tx<[{ count: number }]>`SELECT count(*)::int FROM ${versions}`;
    const items = rows.slice(0, input.limit).map((row, at): ProblemVersion => {
      const before = rows[at + 1];
      return { ...row, changed: before ? changedFields(before.fields, row.fields) : [] };
    });
    const nextCursor = rows.length > input.limit ? (items.at(-1)?.version ?? null) : null;
    return { items, nextCursor, count: counted.count };
  });
}
