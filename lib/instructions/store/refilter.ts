import type { PendingQuery, Row } from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { lockProject } from "#lib/problems/store/lock-project.ts";
import type { Measure } from "#lib/similarity/measure.ts";
import type { RefilterPreview } from "../contract/candidates.ts";
import { measure, type Thresholds } from "../contract.ts";
import { MEASURE_NAMES } from "../judge-candidate.ts";
import { SCORE_COLUMN } from "./histogram.ts";
import { measured } from "./matching.ts";
import { settleInstructions } from "./settle.ts";

interface RefilterInput {
  run: number;
  thresholds: Thresholds;
}

const ENDED = new Set(["done", "failed", "cancelled"]);

/** What other thresholds would make of those of a run's candidates that the measures decide. */
export async function previewRefilter(scope: ProjectScope, input: RefilterInput): Promise<RefilterPreview> {
  await getRun(scope, input.run);
  const reaches = reachesOne(input.thresholds);
  const [row] = await sql()<[RefilterPreview]>`
    SELECT (count(*) FILTER (WHERE NOT reaches))::int AS accepted, (count(*) FILTER (WHERE reaches))::int AS dropped,
      (count(*) FILTER (WHERE reaches = (state = 'accepted')))::int AS changing
    FROM (
      SELECT state, ${reaches} AS reaches FROM candidate WHERE ${measured(scope)} AND run_id = ${input.run}
    ) AS decided`;
  return row;
}

/**
 * Decides those of a run's candidates that the measures decide by other thresholds, from the scores that were stored.
 * The thresholds are the run's own from then on: its result names them. A run that still goes on is a conflict, for
 * it decides by those that it began with. Safe to repeat.
 */
export async function refilterRun(
  scope: ProjectScope,
  { run, thresholds }: RefilterInput,
): Promise<{ accepted: number; dropped: number; changed: number }> {
  const { state } = await getRun(scope, run);
  if (!ENDED.has(state)) {
    throw new AppError(
      "conflict",
      "This run hasn't ended yet: wait for it or cancel it, then filter it anew.",
      {
        field: "run",
      },
    );
  }
  return sql().begin(async (tx) => {
    await lockProject(tx, scope.projectId);
    const changed = await decideAnew(tx, scope, { run, thresholds });
    const ids = changed.map(({ id }) => id);
    await settleInstructions(tx, { projectId: scope.projectId, actorId: scope.actor.userId }, ids);
    const [{ accepted, dropped }] = await tx<[{ accepted: number; dropped: number }]>`
      SELECT (count(*) FILTER (WHERE state = 'accepted'))::int AS accepted,
        (count(*) FILTER (WHERE state = 'dropped'))::int AS dropped
      FROM candidate WHERE ${measured(scope)} AND run_id = ${run}`;
    const outcome = { accepted, dropped, changed: ids.length };
    await tx`
      UPDATE run SET result = coalesce(result, '{}') || jsonb_build_object('thresholds', ${tx.json(thresholds)}::jsonb)
      WHERE id = ${run} AND project_id = ${scope.projectId}`;
    await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
      VALUES (${scope.projectId}, ${scope.actor.userId}, 'candidates.refilter', ${`run ${run}`},
        ${tx.json({ thresholds, ...outcome })})`;
    return outcome;
  });
}

/** Ids of the candidates whose state changed. */
async function decideAnew(tx: SqlTransaction, scope: ProjectScope, { run, thresholds }: RefilterInput) {
  const rows = await tx<{ id: number; changed: boolean }[]>`
    WITH decided AS (
      SELECT id, state AS before, ${reachesOne(thresholds)} AS reaches, ${reachedWords(thresholds)} AS words
      FROM candidate WHERE ${measured(scope)} AND run_id = ${run}
    )
    UPDATE candidate SET
      state = CASE WHEN reaches THEN 'dropped' ELSE 'accepted' END::candidate_state,
      reason = CASE WHEN reaches THEN 'similar' END,
      detail = words
    FROM decided
    WHERE candidate.id = decided.id
      AND (reaches = (before = 'accepted') OR candidate.detail IS DISTINCT FROM words)
    RETURNING candidate.id, reaches = (before = 'accepted') AS changed`;
  return rows.filter(({ changed }) => changed);
}

interface Limit {
  measure: Measure;
  threshold: number;
}

function limitsOf(thresholds: Thresholds): Limit[] {
  return measure.options.flatMap((of) => {
    const threshold = thresholds[of];
    return threshold === null ? [] : [{ measure: of, threshold }];
  });
}

function reached({ measure: of, threshold }: Limit): PendingQuery<Row[]> {
  return sql()`coalesce(${sql()(SCORE_COLUMN[of])} >= ${threshold}::float8, false)`;
}

/** True where the nearest reaches a threshold. */
function reachesOne(thresholds: Thresholds): PendingQuery<Row[]> {
  return limitsOf(thresholds).reduce((any, limit) => sql()`${any} OR ${reached(limit)}`, sql()`false`);
}

/** The first threshold that is reached, in the words of `judgeCandidate`; null where none is. */
function reachedWords(thresholds: Thresholds): PendingQuery<Row[]> {
  return limitsOf(thresholds).reduceRight(
    (rest, limit) => sql()`CASE WHEN ${reached(limit)} THEN format('%s %s to %s, from %s on it is dropped.',
      ${MEASURE_NAMES[limit.measure]}::text, round(${sql()(SCORE_COLUMN[limit.measure])}::numeric, 2),
      coalesce('problem ' || (nearest->${limit.measure}::text->>'problem'), 'an earlier candidate of this run'),
      ${limit.threshold}::float8) ELSE ${rest} END`,
    sql()`NULL::text`,
  );
}
