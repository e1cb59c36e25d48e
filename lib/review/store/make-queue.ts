import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { inSnakeCase } from "#lib/models/store/snake-case.ts";
import type { NewQueue, QueueSource, ReviewQueue } from "../contract/queues.ts";
import { getQueue, queueColumns } from "./queues.ts";
import { goldUnits, positionOf, sourceUnits } from "./source-units.ts";

/** How many units a source stands for, and how many could be gold. */
export async function previewQueue(
  scope: ProjectScope,
  source: QueueSource,
): Promise<{ units: number; gold: number }> {
  const [row] = await sql()<[{ units: number; gold: number }]>`
    SELECT (SELECT count(*)::int FROM (${sourceUnits(scope, source)}) AS unit) AS units,
      ${source.kind === "pair" ? sql()`(SELECT count(*)::int FROM (${goldUnits(scope, source)}) AS unit)` : sql()`0`} AS gold`;
  return row;
}

/** Makes a queue with its units. AppError where its name is taken, or it would have none. */
export async function makeQueue(scope: ProjectScope, input: NewQueue): Promise<ReviewQueue> {
  const { source, order, limit, gold, takesIn, ...settings } = input;
  if (source.kind !== "pair" && (gold > 0 || takesIn)) {
    const field = gold > 0 ? "gold" : "takesIn";
    throw new AppError("invalid_input", "Only a queue of pairs can do this.", { field });
  }
  const id = await sql().begin(async (tx) => {
    const [made] = await tx<{ id: number }[]>`
      INSERT INTO review_queue ${tx(
        inSnakeCase({
          projectId: scope.projectId,
          createdById: scope.actor.userId,
          kind: source.kind,
          source: tx.json(source),
          order,
          takesIn,
          ...queueColumns(settings),
        }),
      )}
      ON CONFLICT (project_id, name) DO NOTHING RETURNING id`;
    if (!made) {
      throw new AppError("conflict", `There is a queue “${settings.name}” already. Choose another name.`, {
        field: "name",
      });
    }
    if (gold > 0) await addGold(tx, scope, { queue: made.id, source, count: gold });
    const units = await addUnits(tx, scope, {
      queue: made.id,
      source,
      order,
      limit,
      overlap: settings.overlap,
    });
    if (units === 0 && !takesIn) {
      throw new AppError("conflict", "Nothing matches: the queue would be empty.", { field: "source" });
    }
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'queue.create', ${settings.name}, ${tx.json({ queue: made.id, units })})`;
    return made.id;
  });
  await sql()`ANALYZE review_unit`;
  return getQueue(scope, id);
}

interface Added {
  queue: number;
  source: QueueSource;
}

/** Adds what a source stands for and the queue hasn't yet. */
export async function addUnits(
  tx: SqlTransaction,
  scope: ProjectScope,
  { queue, source, order, limit, overlap }: Added & Pick<NewQueue, "order" | "limit" | "overlap">,
): Promise<number> {
  const { count } = await tx`
    INSERT INTO review_unit (queue_id, project_id, problem_id, pair_id, path_ids, position, wanted, open_slots)
    SELECT ${queue}, ${scope.projectId}, problem_id, pair_id, path_ids, ${positionOf(order)}, ${overlap}::int, ${overlap}::int
    FROM (${sourceUnits(scope, source)}) AS source
    WHERE NOT EXISTS (SELECT FROM review_unit AS known WHERE known.queue_id = ${queue} AND known.pair_id = source.pair_id)
    ORDER BY 6, source.given LIMIT ${limit}
    ON CONFLICT (queue_id, pair_id) DO NOTHING`;
  return count;
}

async function addGold(
  tx: SqlTransaction,
  scope: ProjectScope,
  { queue, source, count }: Added & { count: number },
): Promise<void> {
  await tx`
    INSERT INTO review_unit (queue_id, project_id, problem_id, pair_id, path_ids, position, wanted, open_slots, gold)
    SELECT ${queue}, ${scope.projectId}, problem_id, pair_id, path_ids, random(), 0, 0, gold
    FROM (${goldUnits(scope, source)}) AS source ORDER BY md5(pair_id::text) LIMIT ${count}`;
}
