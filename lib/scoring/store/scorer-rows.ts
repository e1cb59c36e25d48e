import type { SqlTransaction } from "#lib/db.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { ScoreDetail, ScoreKind, ScorerSource } from "../contract.ts";

/** A scorer as far as its scores need it. */
export interface ScorerName {
  id: number;
  name: string;
  kind: ScoreKind;
}

export interface NewScorer {
  title: string;
  kind: ScoreKind;
  source: ScorerSource;
  endpointId?: number | null;
  settings?: Record<string, unknown>;
}

/** Makes the next version of a title, inside the transaction that starts its run. */
export async function makeScorer(
  tx: SqlTransaction,
  owner: { projectId: number; createdById: string | null },
  { title, kind, source, endpointId = null, settings = {} }: NewScorer,
): Promise<ScorerName> {
  // Two who start the same title at once get two versions.
  await tx`SELECT pg_advisory_xact_lock(hashtext('scorer'), ${owner.projectId})`;
  const [row] = await tx<[{ id: number; name: string }]>`
    INSERT INTO scorer (project_id, name, kind, source, title, version, endpoint_id, settings, created_by_id)
    SELECT ${owner.projectId}, ${title} || ' v' || version, ${kind}::score_kind, ${source}::scorer_source, ${title}, version,
      ${endpointId}, ${JSON.stringify(settings)}::jsonb, ${owner.createdById}
    FROM (SELECT coalesce(max(version), 0) + 1 AS version FROM scorer
      WHERE project_id = ${owner.projectId} AND kind = ${kind}::score_kind AND title = ${title}) AS next
    RETURNING id, name`;
  return { ...row, kind };
}

export async function setScorerRun(tx: SqlTransaction, scorerId: number, runId: number): Promise<void> {
  await tx`UPDATE scorer SET run_id = ${runId} WHERE id = ${scorerId}`;
}

/** The scorer of a run. AppError where it has been removed. */
export async function needScorer(projectId: number, scorerId: number): Promise<ScorerName> {
  const [scorer] = await sql()<ScorerName[]>`
    SELECT id, name, kind FROM scorer WHERE id = ${scorerId} AND project_id = ${projectId}`;
  if (!scorer) throw new AppError("not_found", "This scorer has been removed. Start another run.");
  return scorer;
}

/** A score of a path, or of a problem. */
export type NewScore = ({ pathId: number } | { problemId: number }) & {
  value: number;
  rationale?: string | null;
  spread?: number | null;
  detail?: ScoreDetail | null;
};

/**
 * Writes scores; one that this scorer has given before is replaced. Passed over are paths and problems that aren't in
 * the project any more. Returns how many were written.
 */
export async function writeScores(
  projectId: number,
  scorer: ScorerName,
  scores: readonly NewScore[],
): Promise<number> {
  let written = 0;
  for (const subject of ["path", "problem"] as const) {
    const rows = scores.flatMap((score) => {
      const id = "pathId" in score ? score.pathId : score.problemId;
      if (("pathId" in score ? "path" : "problem") !== subject) return [];
      const { value, rationale = null, spread = null, detail = null } = score;
      return [{ id, value, rationale, spread, detail }];
    });
    if (rows.length === 0) continue;
    const column = `${subject}_id`;
    const { count } = await sql()`
      INSERT INTO score (project_id, ${sql()(column)}, scorer, kind, scorer_id, value, rationale, spread, detail)
      SELECT ${projectId}, row.id, ${scorer.name}, ${scorer.kind}::score_kind, scorer.id, row.value, row.rationale,
        row.spread, row.detail
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS row(id int, value float, rationale text, spread float, detail jsonb)
      JOIN ${sql()(subject)} AS subject ON subject.id = row.id AND subject.project_id = ${projectId}
      JOIN scorer ON scorer.id = ${scorer.id} AND scorer.project_id = ${projectId}
      ORDER BY row.id
      ON CONFLICT (${sql()(column)}, scorer, kind) DO UPDATE SET value = excluded.value, rationale = excluded.rationale,
        spread = excluded.spread, detail = excluded.detail, scorer_id = excluded.scorer_id`;
    written += count;
  }
  return written;
}
