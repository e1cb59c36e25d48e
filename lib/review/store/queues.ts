import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { inSnakeCase } from "#lib/models/store/snake-case.ts";
import type { QueueSettings, ReviewQueue } from "../contract/queues.ts";
import { recountQueue } from "./recount-queue.ts";

/** A queue's settings as its columns. */
export function queueColumns(settings: QueueSettings) {
  const { name, instructions, overlap, extra, skipPolicy, goldShare, hidesVerdict, target, deadline } =
    settings;
  return {
    name,
    instructions,
    overlap,
    extra,
    skipPolicy,
    goldShare,
    hidesVerdict,
    target,
    deadline,
    leaseMinutes: settings.leaseMinutes,
  };
}

const selected = (projectId: number) => sql()`
  SELECT queue.id, queue.name, kind, source, instructions, overlap, extra, "order", skip_policy, gold_share,
    hides_verdict, target, deadline, lease_minutes, takes_in, queue.state, version, queue.created_at, "user".name AS by,
    jsonb_build_object('units', units, 'gold', gold, 'open', open, 'done', done, 'disputed', disputed,
      'settled', settled, 'dropped', dropped, 'answers', answers, 'wanted', wanted,
      'held', (SELECT count(*) FROM review_hold WHERE queue_id = queue.id AND until > now())) AS counts
  FROM review_queue AS queue LEFT JOIN "user" ON "user".id = created_by_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE gold IS NULL) AS units, count(gold) AS gold,
      count(*) FILTER (WHERE gold IS NULL AND state = 'open') AS open,
      count(*) FILTER (WHERE gold IS NULL AND state = 'done') AS done,
      count(*) FILTER (WHERE state = 'disputed') AS disputed, count(*) FILTER (WHERE state = 'settled') AS settled,
      count(*) FILTER (WHERE state = 'dropped') AS dropped,
      coalesce(sum(answered) FILTER (WHERE gold IS NULL), 0) AS answers,
      coalesce(sum(greatest(0, wanted - answered)) FILTER (WHERE gold IS NULL AND state = 'open'), 0) AS wanted
    FROM review_unit WHERE queue_id = queue.id
  ) AS units
  WHERE queue.project_id = ${projectId}`;

export async function listQueues({ projectId }: ProjectScope): Promise<ReviewQueue[]> {
  return sql()<ReviewQueue[]>`${selected(projectId)} ORDER BY queue.id DESC`;
}

export async function getQueue({ projectId }: ProjectScope, id: number): Promise<ReviewQueue> {
  const [row] = await sql()<ReviewQueue[]>`${selected(projectId)} AND queue.id = ${id}`;
  if (!row) throw notFound("queue");
  return row;
}

/**
 * Changes a queue that is still at the version that the caller saw. With more overlap, units that were done or disputed
 * are open again until they have as many answers; with less, units that have enough are decided at once.
 */
export async function updateQueue(
  scope: ProjectScope,
  { queue, version, settings }: { queue: number; version: number; settings: QueueSettings },
): Promise<ReviewQueue> {
  await sql().begin(async (tx) => {
    const [before] = await tx<{ version: number; overlap: number; extra: number }[]>`
      SELECT version, overlap, extra FROM review_queue
      WHERE id = ${queue} AND project_id = ${scope.projectId} FOR UPDATE`;
    if (!before) throw notFound("queue");
    if (before.version !== version) {
      const message = "Somebody else has changed this queue since you opened it. Look at it again.";
      throw new AppError("conflict", message, { field: "version" });
    }
    const [taken] = await tx`SELECT FROM review_queue
      WHERE project_id = ${scope.projectId} AND name = ${settings.name} AND id <> ${queue}`;
    if (taken)
      throw new AppError("conflict", "Another queue has this name. Choose another one.", {
        field: "settings.name",
      });
    await tx`UPDATE review_queue SET ${tx(inSnakeCase(queueColumns(settings)))}, version = version + 1 WHERE id = ${queue}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'queue.update', ${settings.name}, ${tx.json({ queue })})`;
    if (before.overlap !== settings.overlap || before.extra !== settings.extra) {
      await recountQueue(tx, queue);
    }
  });
  return getQueue(scope, queue);
}

export async function setQueueState(
  scope: ProjectScope,
  { queue, state }: { queue: number; state: ReviewQueue["state"] },
): Promise<ReviewQueue> {
  await sql().begin(async (tx) => {
    const [row] = await tx<{ name: string }[]>`
      UPDATE review_queue SET state = ${state}::queue_state, version = version + 1
      WHERE id = ${queue} AND project_id = ${scope.projectId} RETURNING name`;
    if (!row) throw notFound("queue");
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, ${`queue.${state}`}, ${row.name}, ${tx.json({ queue })})`;
  });
  return getQueue(scope, queue);
}

/** Removes a queue that nobody has answered in. AppError where somebody has: what people said isn't thrown away. */
export async function removeQueue(scope: ProjectScope, queue: number): Promise<{ removed: boolean }> {
  return sql().begin(async (tx) => {
    const [row] = await tx<{ name: string; answered: boolean }[]>`
      SELECT name, EXISTS (SELECT FROM judgement WHERE queue_id = review_queue.id) AS answered FROM review_queue
      WHERE id = ${queue} AND project_id = ${scope.projectId} FOR UPDATE`;
    if (!row) throw notFound("queue");
    if (row.answered) throw new AppError("conflict", "People have answered in this queue. Close it instead.");
    await tx`DELETE FROM review_queue WHERE id = ${queue}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'queue.remove', ${row.name}, ${tx.json({ queue })})`;
    return { removed: true };
  });
}
