import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { isCategory } from "../category.ts";
import type { FullUnit } from "../contract/queues.ts";
import type { QueueRow } from "./find-queue.ts";
import { fullUnit } from "./full-unit.ts";
import { decidePair, type LockedUnit, recount } from "./recount.ts";

interface Which {
  queue: number;
  unit: number;
  version: number;
}

/** A lead's decision: final, recorded, and stronger than any agreement. Whoever holds the unit gives it back. */
export async function settleUnit(
  scope: ProjectScope,
  input: Which & { category: string; tags: string[]; remark: string },
): Promise<FullUnit> {
  await sql().begin(async (tx) => {
    const unit = await lockUnit(tx, scope, input);
    needCategory(unit, input.category);
    if (unit.isGold) {
      throw new AppError("conflict", "The answer to a gold unit is known. Make it an ordinary one first.");
    }
    await tx`
      UPDATE review_unit SET state = 'settled', consensus = ${input.category}, open_slots = 0, version = version + 1,
        tags = ${[...new Set(input.tags)]}::text[], remark = ${input.remark === "" ? null : input.remark},
        settled_by_id = ${scope.actor.userId}, settled_at = clock_timestamp(),
        share = (SELECT avg((category = ${input.category})::int::float8) FROM judgement
          WHERE unit_id = ${unit.id} AND undone_at IS NULL AND category IS NOT NULL)
      WHERE id = ${unit.id}`;
    await tx`DELETE FROM review_hold WHERE unit_id = ${unit.id}`;
    if (unit.pairId !== null) await decidePair(tx, unit.pairId);
    const { category, tags } = input;
    await audit(tx, scope, "review.settle", unit.id, { category, tags });
  });
  return fullUnit(scope, input);
}

/** Makes a unit gold by its known answer, or an ordinary one again. */
export async function setGold(
  scope: ProjectScope,
  input: Which & { category: string | null },
): Promise<FullUnit> {
  await sql().begin(async (tx) => {
    const unit = await lockUnit(tx, scope, input);
    if (input.category !== null) needCategory(unit, input.category);
    await tx`UPDATE review_unit SET gold = ${input.category}, state = 'open', consensus = NULL, share = NULL,
      settled_by_id = NULL, settled_at = NULL, version = version + 1 WHERE id = ${unit.id}`;
    await recount(tx, unit, { ...unit, isGold: input.category !== null, state: "open" });
    await audit(tx, scope, "review.gold", unit.id, { category: input.category });
  });
  return fullUnit(scope, input);
}

type SettledUnit = LockedUnit & Pick<QueueRow, "kind" | "overlap" | "extra"> & { paths: number[] };

async function lockUnit(
  tx: SqlTransaction,
  scope: ProjectScope,
  { queue, unit, version }: Which,
): Promise<SettledUnit> {
  const [row] = await tx<(SettledUnit & { version: number })[]>`
    SELECT unit.id, unit.pair_id, unit.gold IS NOT NULL AS is_gold, unit.state, unit.path_ids AS paths, unit.version,
      queue.kind, queue.overlap, queue.extra
    FROM review_unit AS unit JOIN review_queue AS queue ON queue.id = unit.queue_id
    WHERE unit.id = ${unit} AND unit.queue_id = ${queue} AND queue.project_id = ${scope.projectId} FOR UPDATE OF unit`;
  if (!row) throw notFound("unit");
  if (row.version === version) return row;
  throw new AppError("conflict", "Somebody else has decided on this since you opened it. Look at it again.", {
    field: "version",
  });
}

function needCategory({ kind, paths }: SettledUnit, category: string): void {
  if (isCategory(kind, category, paths)) return;
  throw new AppError("invalid_input", `“${category}” is no answer to a unit of the kind ${kind}.`, {
    field: "category",
  });
}

async function audit(
  tx: SqlTransaction,
  { projectId, actor }: ProjectScope,
  action: string,
  unitId: number,
  detail: { category: string | null; tags?: string[] },
): Promise<void> {
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${projectId}, ${actor.userId}, ${action}, ${`unit ${unitId}`}, ${tx.json(detail)})`;
}

/** Error tags that leads have given in the project, the most frequent first. */
export async function errorTags({ projectId }: ProjectScope): Promise<{ tag: string; count: number }[]> {
  return sql()<{ tag: string; count: number }[]>`
    SELECT tag, count(*)::int AS count FROM review_unit CROSS JOIN unnest(tags) AS tag
    WHERE project_id = ${projectId} GROUP BY tag ORDER BY count DESC, tag LIMIT 200`;
}
