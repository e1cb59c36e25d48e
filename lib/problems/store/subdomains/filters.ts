import type { ProjectScope } from "#lib/auth/scope.ts";
import type { SqlTransaction } from "#lib/db.ts";
import { renamedSearch } from "../../renamed-search.ts";

/**
 * Filters name a sub-domain by its name, so the saved ones follow when it gets another: saved views, and datasets
 * (frozen versions keep the filter that they were frozen with).
 */
export async function renameInFilters(
  tx: SqlTransaction,
  { projectId }: ProjectScope,
  from: string,
  to: string,
): Promise<void> {
  const views = await tx<{ id: number; search: string }[]>`
    SELECT id, search FROM saved_view WHERE project_id = ${projectId} FOR UPDATE`;
  const renamed = views.flatMap(({ id, search }) => {
    const next = renamedSearch(search, from, to);
    return next === search ? [] : [{ id, search: next }];
  });
  if (renamed.length > 0) {
    await tx`UPDATE saved_view SET search = renamed.search
      FROM jsonb_to_recordset(${tx.json(renamed)}) AS renamed(id int, search text)
      WHERE saved_view.id = renamed.id AND project_id = ${projectId}`;
  }
  await tx`UPDATE dataset SET filter = jsonb_set(filter, '{subdomain}', to_jsonb(${to}::text)),
      version = version + 1, updated_at = now()
    WHERE project_id = ${projectId} AND filter ->> 'subdomain' = ${from}`;
}
