import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Subdomain } from "../../contract/subdomains.ts";
import { lockProject } from "../lock-project.ts";
import { readSubdomain } from "./list.ts";
import { treeRow } from "./tree.ts";

/** Makes a sub-domain below `parentId`, or at the top. A name that is taken is a conflict, wherever it stands. */
export async function createSubdomain(
  scope: ProjectScope,
  { name, parentId }: { name: string; parentId: number | null },
): Promise<Subdomain> {
  return sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    if (parentId !== null) await treeRow(tx, scope, parentId);
    const [row] = await tx<{ id: number }[]>`
      INSERT INTO subdomain (project_id, name, parent_id) VALUES (${scope.projectId}, ${name}, ${parentId})
      ON CONFLICT (project_id, name) DO NOTHING RETURNING id`;
    if (!row) {
      throw new AppError("conflict", `There is a sub-domain “${name}” already. Choose another name.`, {
        field: "name",
      });
    }
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'subdomain.create', ${name}, ${tx.json({ parentId })})`;
    return readSubdomain(tx, scope, row.id);
  });
}
