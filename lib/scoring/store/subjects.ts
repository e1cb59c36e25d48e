import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { lastProblem } from "#lib/instructions/store/known-texts.ts";
import type { PathFilter, Segment } from "#lib/paths/contract.ts";
import { matching } from "#lib/paths/store/matching.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";
import { matching as matchingProblems } from "#lib/problems/store/matching.ts";
import { lastPath } from "./last-path.ts";

/** A path or a problem that is to be scored. */
export interface Subject {
  id: number;
  problem: string;
  reference: string | null;
  /** The problem's worked solution, of a problem alone. */
  solution: string | null;
  /** Null of a problem. */
  segments: Segment[] | null;
}

export interface SubjectsTask {
  projectId: number;
  scorerId: number;
  subject: "paths" | "problems";
  filter: PathFilter;
  problems: ProblemFilter;
  last: number;
  /** Leaves out what this scorer has scored already. */
  dueOnly: boolean;
}

const PAGE = 100;

/** What a run is about, by id, a page at a time. Paths that aren't whole are left out. */
export async function* subjectsOf(task: SubjectsTask): AsyncGenerator<Subject, void, undefined> {
  for (let after = 0; ; ) {
    const page = task.subject === "paths" ? await pathPage(task, after) : await problemPage(task, after);
    yield* page;
    const end = page.at(-1);
    if (!end) return;
    after = end.id;
  }
}

function meantPaths({ projectId, filter, last }: SubjectsTask) {
  return sql()`${matching({ projectId }, filter)} AND path.flaw IS NULL AND path.id <= ${last}`;
}

async function pathPage(task: SubjectsTask, after: number): Promise<Subject[]> {
  const due = task.dueOnly
    ? sql()`AND NOT EXISTS (SELECT FROM score WHERE score.path_id = path.id AND score.scorer_id = ${task.scorerId})`
    : sql()``;
  return sql()<Subject[]>`
    SELECT path.id, problem.text AS problem, problem.answer AS reference, NULL AS solution, path.segments
    FROM path JOIN problem ON problem.id = path.problem_id
    WHERE ${meantPaths(task)} AND path.id > ${after} ${due} ORDER BY path.id LIMIT ${PAGE}`;
}

async function problemPage(task: SubjectsTask, after: number): Promise<Subject[]> {
  const due = task.dueOnly
    ? sql()`AND NOT EXISTS (SELECT FROM score WHERE score.problem_id = problem.id AND score.scorer_id = ${task.scorerId})`
    : sql()``;
  return sql()<Subject[]>`
    SELECT problem.id, problem.text AS problem, problem.answer AS reference, problem.solution, NULL AS segments
    FROM problem
    WHERE ${matchingProblems(task, task.problems)} AND problem.id <= ${task.last} AND problem.id > ${after} ${due}
    ORDER BY problem.id LIMIT ${PAGE}`;
}

/**
 * The last path or problem of a run that starts now. AppError where it would be about nothing at all.
 */
export async function needSubjects(
  { projectId }: ProjectScope,
  wanted: Pick<SubjectsTask, "subject" | "filter" | "problems">,
): Promise<number> {
  const ofPaths = wanted.subject === "paths";
  const last = ofPaths ? await lastPath(projectId) : await lastProblem(projectId);
  const { subject, filter, problems } = wanted;
  const count = await countSubjects({
    projectId,
    scorerId: 0,
    subject,
    filter,
    problems,
    last,
    dueOnly: false,
  });
  if (count === 0)
    throw new AppError("conflict", `No ${ofPaths ? "whole path" : "problem"} matches the filter.`);
  return last;
}

/** How many there are in all. */
export async function countSubjects(task: SubjectsTask): Promise<number> {
  const [row] =
    task.subject === "paths"
      ? await sql()<[{ count: number }]>`SELECT count(*)::int AS count FROM path WHERE ${meantPaths(task)}`
      : await sql()<[{ count: number }]>`
          SELECT count(*)::int AS count FROM problem
          WHERE ${matchingProblems(task, task.problems)} AND problem.id <= ${task.last}`;
  return row.count;
}

/** How many a scorer has scored. */
export async function countScored(scorerId: number): Promise<number> {
  const [row] = await sql()<
    [{ count: number }]
  >`SELECT count(*)::int AS count FROM score WHERE scorer_id = ${scorerId}`;
  return row.count;
}
