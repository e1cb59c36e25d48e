import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { DifficultyPoint, HardSummary } from "../../contract/hard.ts";
import type { HardRule } from "../../contract.ts";
import { countedSamples, isHard } from "./counted.ts";
import { readHardRule } from "./refresh.ts";

const LAST_POINTS = 200;

/** The rule, what it finds now, and what it found before. */
export async function hardSummary(scope: ProjectScope): Promise<HardSummary> {
  const { projectId } = scope;
  const rule = await readHardRule(projectId);
  const [[counts], tenths, series] = await Promise.all([
    sql()<[{ judged: number; hard: number; problems: number }]>`
      SELECT (SELECT count(*)::int FROM problem WHERE project_id = ${projectId}) AS problems,
        count(*)::int AS judged, (count(*) FILTER (WHERE is_hard))::int AS hard
      FROM hardness WHERE project_id = ${projectId} AND counted >= ${rule.least}`,
    sql()<{ tenth: number; problems: number }[]>`
      SELECT ceil(10.0 * failed / counted)::int AS tenth, count(*)::int AS problems
      FROM hardness WHERE project_id = ${projectId} AND counted >= ${rule.least} GROUP BY 1`,
    sql()<DifficultyPoint[]>`
      SELECT at, run_id, (SELECT kind FROM run WHERE run.id = run_id) AS run_kind, judged, hard, mean_share
      FROM difficulty_point WHERE project_id = ${projectId} ORDER BY id DESC LIMIT ${LAST_POINTS}`,
  ]);
  const problemsOf = new Map(tenths.map(({ tenth, problems }) => [tenth, problems]));
  const shares = Array.from({ length: 11 }, (_, tenth) => problemsOf.get(tenth) ?? 0);
  return { rule, ...counts, shares, series: [...series].reverse() };
}

/** What another rule would find, without changing anything. */
export async function previewHard(
  scope: ProjectScope,
  rule: HardRule,
): Promise<{ judged: number; hard: number }> {
  const [row] = await sql()<[{ judged: number; hard: number }]>`
    SELECT (count(*) FILTER (WHERE counted >= ${rule.least}))::int AS judged,
      (count(*) FILTER (WHERE ${isHard(rule)}))::int AS hard
    FROM (${countedSamples(scope.projectId, rule)}) AS samples`;
  return row;
}
