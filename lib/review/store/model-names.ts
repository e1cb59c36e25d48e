import { sql } from "#lib/db.ts";

const KEPT_MS = 60_000;
const kept = new Map<number, { at: number; names: Promise<string[]> }>();

/** The models that a project's paths are by, looked up once a minute: each answer in a review asks for them. */
export function modelNames(projectId: number): Promise<string[]> {
  const now = Date.now();
  const known = kept.get(projectId);
  if (known && now - known.at < KEPT_MS) return known.names;
  const names = read(projectId);
  kept.set(projectId, { at: now, names });
  names.catch(() => kept.delete(projectId));
  return names;
}

/** Each different name is one step in the index of models, however many paths it has. */
async function read(projectId: number): Promise<string[]> {
  const rows = await sql()<{ model: string }[]>`
    WITH RECURSIVE name AS (
      (SELECT model FROM path WHERE project_id = ${projectId} AND model IS NOT NULL ORDER BY model LIMIT 1)
      UNION ALL
      SELECT (SELECT path.model FROM path WHERE project_id = ${projectId} AND path.model > name.model
        ORDER BY path.model LIMIT 1)
      FROM name WHERE name.model IS NOT NULL
    )
    SELECT model FROM name WHERE model IS NOT NULL`;
  return rows.map(({ model }) => model);
}
