import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Draft } from "../../contract/drafts.ts";
import type { DraftFields } from "../../contract.ts";

interface Input {
  problem?: number | undefined;
  baseVersion: number | null;
  fields: DraftFields;
}

/**
 * Keeps what the caller has written so far, in place of what was kept before: one statement, since editors do it
 * every few seconds. The draft of a problem keeps the version that it began with, whatever becomes of the problem.
 */
export async function saveDraft(scope: ProjectScope, input: Input): Promise<Draft> {
  const { problem, baseVersion, fields } = input;
  if ((problem === undefined) !== (baseVersion === null)) {
    const message = "Say which version of the problem the draft began with; one of a new problem has none.";
    throw new AppError("invalid_input", message, { field: "baseVersion" });
  }
  // Each text on its own, so that the database speaks of it as of any text: JSON would hide what it can't store.
  const kept = sql()`jsonb_build_object('text', ${fields.text}::text, 'answer', ${fields.answer}::text,
    'solution', ${fields.solution}::text, 'subdomain', ${fields.subdomain}::text,
    'difficulty', ${fields.difficulty}::text, 'tags', to_jsonb(${fields.tags}::text[]),
    'source', ${fields.source}::text, 'split', ${fields.split}::text)`;
  const values = sql()`${scope.projectId}, ${scope.actor.userId}, ${baseVersion}::int, ${kept}`;
  const replace = sql()`DO UPDATE SET base_version = excluded.base_version, fields = excluded.fields, updated_at = now()
    RETURNING fields, base_version, updated_at`;
  const [row] =
    problem === undefined
      ? await sql()<Draft[]>`
          INSERT INTO problem_draft (project_id, user_id, base_version, fields) VALUES (${values})
          ON CONFLICT (project_id, user_id) WHERE problem_id IS NULL ${replace}`
      : await sql()<Draft[]>`
          INSERT INTO problem_draft (project_id, user_id, base_version, fields, problem_id)
          SELECT ${values}, id FROM problem WHERE id = ${problem} AND project_id = ${scope.projectId} FOR KEY SHARE
          ON CONFLICT (user_id, problem_id) ${replace}`;
  if (!row) throw notFound("problem");
  return row;
}
