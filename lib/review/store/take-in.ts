import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { MOST_UNITS, type QueueOrder, type QueueSource } from "../contract/queues.ts";
import { addUnits } from "./make-queue.ts";

interface Standing {
  id: number;
  source: QueueSource;
  order: QueueOrder;
  overlap: number;
}

/**
 * Lets new pairs into the project's queues that take them in; a project with pairs and without a queue of any gets one,
 * so that review can begin right after mining.
 */
export async function takeIn(projectId: number, createdById: string | null): Promise<void> {
  await sql().begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext('take in'), ${projectId})`;
    await tx`
      INSERT INTO review_queue (project_id, name, kind, source, overlap, "order", skip_policy, takes_in, created_by_id)
      SELECT ${projectId}, 'Pairs', 'pair', ${JSON.stringify(OPEN_PAIRS)}::jsonb, 1, 'given', 'me', true, ${createdById}
      WHERE NOT EXISTS (SELECT FROM review_queue WHERE project_id = ${projectId})
        AND EXISTS (SELECT FROM preference_pair WHERE project_id = ${projectId})`;
    const queues = await tx<Standing[]>`
      SELECT id, source, "order", overlap FROM review_queue
      WHERE project_id = ${projectId} AND takes_in AND state <> 'closed' ORDER BY id`;
    // Pairs are chosen by the project alone; who has mined them makes no difference.
    const scope = { projectId } as ProjectScope;
    for (const { id, ...queue } of queues) {
      await addUnits(tx, scope, { queue: id, ...queue, limit: MOST_UNITS });
    }
  });
  await sql()`ANALYZE review_unit`;
}

const OPEN_PAIRS: QueueSource = { kind: "pair", filter: { state: "open" }, policy: null, hardOnly: false };
