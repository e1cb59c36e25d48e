import { type Sql, sql } from "#lib/db.ts";
import type { PathFlaw, Segment, Verdict } from "../contract.ts";
import type { CheckScope } from "../jobs.ts";

/** What a check run has to do; `runId` says since when paths count as checked by it, through all its attempts. */
export interface CheckTask {
  projectId: number;
  runId: number;
  scope: CheckScope;
}

export interface DuePath {
  id: number;
  key: string;
  segments: Segment[];
  statedAnswer: string | null;
  /** The model was cut off before it ended by itself. */
  truncated: boolean;
  flaw: PathFlaw | null;
  reference: string | null;
  /** The problem's version that `reference` is from. */
  problemVersion: number;
}

export interface CheckStart {
  due: number;
  /** What earlier attempts of the run wrote, by verdict. */
  checked: { verdict: Verdict; count: number }[];
}

/** When a run began, through all its attempts. */
export function started({ runId }: { readonly runId: number }) {
  return sql()`(SELECT started_at FROM run WHERE id = ${runId})`;
}

/** What verifying found stays: it knows more than a check does. */
function isDue(task: CheckTask) {
  return task.scope === "unchecked"
    ? sql()`path.project_id = ${task.projectId} AND path.verdict IS NULL`
    : sql()`path.project_id = ${task.projectId} AND path.verified_at IS NULL
        AND (path.checked_at IS NULL OR path.checked_at < ${started(task)})`;
}

/** How many paths are due, and how many the run has behind it. */
export async function countDue(task: CheckTask): Promise<CheckStart> {
  const [counted] = await sql()<
    [{ due: number }]
  >`SELECT count(*)::int AS due FROM path WHERE ${isDue(task)}`;
  const checked = await sql()<CheckStart["checked"]>`
    SELECT verdict, count(*)::int AS count FROM path
    WHERE project_id = ${task.projectId} AND verdict IS NOT NULL AND checked_at >= ${started(task)}
    GROUP BY verdict`;
  return { due: counted.due, checked: [...checked] };
}

/** The next due paths by id, with their problems' reference answers. */
export async function nextDue(task: CheckTask, after: number, limit: number): Promise<DuePath[]> {
  return withProblems(sql()`${isDue(task)} AND path.id > ${after}`, limit);
}

/** The first paths by id that meet conditions on `path`, with their problems' reference answers. */
export async function withProblems(conditions: ReturnType<Sql>, limit: number): Promise<DuePath[]> {
  return sql()<DuePath[]>`
    SELECT page.id, page.key, page.segments, page.stated_answer, page.truncated, page.flaw, problem.answer AS reference,
      problem.version AS problem_version
    FROM (
      SELECT id, key, segments, stated_answer, problem_id, flaw,
        coalesce(flaw = 'truncated' OR meta->>'finish_reason' = 'length', false) AS truncated
      FROM path WHERE ${conditions} ORDER BY path.id LIMIT ${limit}
    ) AS page
    JOIN problem ON problem.id = page.problem_id
    ORDER BY page.id`;
}
