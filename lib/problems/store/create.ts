import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Problem, ProblemFields } from "../contract.ts";
import { getProblem } from "./get.ts";
import { hashOf, subdomainOf, textTaken, withOwnText } from "./save-fields.ts";
import { writeVersions } from "./versions.ts";

/** Makes a seed. A statement that a problem of the project or of its bin has already is a conflict. */
export async function createProblem(
  scope: ProjectScope,
  { fields }: { fields: ProblemFields },
): Promise<Problem> {
  const id = await sql().begin(async (tx) => {
    await refuseBinned(tx, scope, fields.text);
    const made = await withOwnText(tx, scope.projectId, fields.text, (own) => insert(own, scope, fields));
    if (made === null) throw await textTaken(tx, scope.projectId, fields.text);
    await writeVersions(tx, [made], { cause: "created", authorId: scope.actor.userId });
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'problem.create', ${`problem ${made}`})`;
    return made;
  });
  return getProblem(scope, id);
}

async function refuseBinned(tx: SqlTransaction, scope: ProjectScope, text: string): Promise<void> {
  const [binned] = await tx<{ key: string }[]>`
    SELECT key FROM problem JOIN project ON project.id = problem.project_id
    WHERE bin_of_id = ${scope.projectId} AND text_hash = ${hashOf(tx, text)}`;
  if (!binned) return;
  const message = `Problem ${binned.key}, which is in the bin, has exactly this statement. Open the bin and restore it, or have a lead delete it there for good.`;
  throw new AppError("conflict", message, { field: "text" });
}

/** A problem may have kept the id that was made from its first statement, so the first of several that is free. */
function freeKey(tx: SqlTransaction, projectId: number) {
  return tx`(
    SELECT name FROM (
      SELECT n, CASE n WHEN 0 THEN 'p-' || left(hash, 16) WHEN 1 THEN 'p-' || hash ELSE 'p-' || hash || '-' || n END AS name
      FROM generate_series(0, 1000) AS n
    ) AS names
    WHERE NOT EXISTS (SELECT FROM problem WHERE project_id = ${projectId} AND key = name)
    ORDER BY n LIMIT 1)`;
}

/** The new problem's number; null where the project has the statement. */
async function insert(
  tx: SqlTransaction,
  { projectId }: ProjectScope,
  fields: ProblemFields,
): Promise<number | null> {
  const subdomainId = await subdomainOf(tx, projectId, fields.subdomain);
  const [row] = await tx<{ id: number }[]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer, solution, subdomain_id, difficulty, tags, source, split)
    SELECT ${projectId}, ${freeKey(tx, projectId)}, ${fields.text}, hash, ${fields.answer}, ${fields.solution},
      ${subdomainId}::int, ${fields.difficulty}, ${[...new Set(fields.tags)]}::text[], ${fields.source}, ${fields.split}::split
    FROM (SELECT ${hashOf(tx, fields.text)} AS hash) AS named
    ON CONFLICT (project_id, text_hash) DO NOTHING
    RETURNING id`;
  return row?.id ?? null;
}
