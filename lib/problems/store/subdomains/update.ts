import postgres from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Subdomain } from "../../contract/subdomains.ts";
import { lockProject } from "../lock-project.ts";
import { renameInFilters } from "./filters.ts";
import { readSubdomain } from "./list.ts";
import { nameTaken, standsWithin, treeRow } from "./tree.ts";

interface Change {
  subdomain: number;
  name?: string | undefined;
  parentId?: number | null | undefined;
}

const UNIQUE_VIOLATION = "23505";

/** Renames a sub-domain, moves it with all that is below it, or both. What isn't named stays as it is. */
export async function updateSubdomain(scope: ProjectScope, change: Change): Promise<Subdomain> {
  try {
    return await sql().begin(async (tx) => {
      // Two moves that are each fine could together tie a circle, so one transaction at a time changes the tree.
      await lockProject(tx, scope.projectId);
      const before = await treeRow(tx, scope, change.subdomain);
      const name = change.name ?? before.name;
      const parentId = change.parentId === undefined ? before.parentId : change.parentId;
      if (parentId !== null) {
        const parent = await treeRow(tx, scope, parentId);
        if (await standsWithin(tx, parentId, before.id)) {
          const message =
            parentId === before.id
              ? `“${before.name}” can't stand below itself.`
              : `“${parent.name}” stands below “${before.name}”. Move it out first, or choose another place.`;
          throw new AppError("conflict", message, { field: "parentId" });
        }
      }
      if (name !== before.name || parentId !== before.parentId) {
        await tx`UPDATE subdomain SET name = ${name}, parent_id = ${parentId}
          WHERE id = ${before.id} AND project_id = ${scope.projectId}`;
        if (name !== before.name) await renameInFilters(tx, scope, before.name, name);
        const detail = { name, parentId, before: { name: before.name, parentId: before.parentId } };
        await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
          VALUES (${scope.projectId}, ${scope.actor.userId}, 'subdomain.update', ${before.name}, ${tx.json(detail)})`;
      }
      return readSubdomain(tx, scope, before.id);
    });
  } catch (error) {
    // An import makes sub-domains without waiting for the tree's lock, so only the constraint knows in the end.
    if (error instanceof postgres.PostgresError && error.code === UNIQUE_VIOLATION) {
      throw nameTaken(change.name ?? "");
    }
    throw error;
  }
}
