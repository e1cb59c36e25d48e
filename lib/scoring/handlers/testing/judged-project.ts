import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";

/** What a reviewer says of two paths, by their places in the problem from 1. */
export interface Said {
  problem: number;
  first: number;
  second: number;
  answer: "first" | "second" | "tie" | "both_bad" | "skip";
  undone?: boolean;
}

/** A project of so many problems with so many paths each; path n is by model-n. Paths' keys are `problem/n`. */
export async function pathsProject(problems: number, paths: number): Promise<TestProject> {
  const project = await emptyProject();
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash)
    SELECT ${project.id}, n, 'Problem ' || n, 'hash-' || n FROM generate_series(1, ${problems}) AS n ORDER BY n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, model)
    SELECT ${project.id}, problem.id, problem.key || '/' || at, 'cot',
      jsonb_build_array(jsonb_build_object('type', 'text', 'content', 'Way ' || at || ' of ' || problem.key)),
      at, 'model-' || at
    FROM problem CROSS JOIN generate_series(1, ${paths}) AS at
    WHERE problem.project_id = ${project.id} ORDER BY problem.id, at`;
  return project;
}

/** Puts judgements in, with the pairs that they are of. */
export async function judge(project: TestProject, said: readonly Said[]): Promise<void> {
  const { userId } = project.as("reviewer").actor;
  const rows = JSON.stringify(said.map((one) => ({ undone: false, ...one })));
  const row = sql()`
    SELECT said.*, one.problem_id, least(one.id, other.id) AS first_id, greatest(one.id, other.id) AS second_id
    FROM jsonb_to_recordset(${rows}::jsonb) AS said (problem int, first int, second int, answer text, undone boolean)
    JOIN path AS one ON one.project_id = ${project.id} AND one.key = said.problem || '/' || said.first
    JOIN path AS other ON other.project_id = ${project.id} AND other.key = said.problem || '/' || said.second`;
  await sql()`
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin)
    SELECT DISTINCT ${project.id}::int, problem_id, first_id, second_id, 'mined'::pair_origin FROM (${row}) AS row
    ON CONFLICT (first_id, second_id) DO NOTHING`;
  await sql()`
    INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, seconds, undone_at)
    SELECT gen_random_uuid(), ${project.id}, pair.id, ${userId}, row.answer::judgement_answer, row.first_id, 4,
      CASE WHEN row.undone THEN now() END
    FROM (${row}) AS row
    JOIN preference_pair AS pair ON pair.first_id = row.first_id AND pair.second_id = row.second_id`;
}
