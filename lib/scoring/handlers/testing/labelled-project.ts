import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";

/** A project of so many sums with five paths each: right ones agree, wrong ones are each wrong in their own way, some are cut off. */
export async function labelledProject(problems: number): Promise<TestProject> {
  const project = await emptyProject();
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${project.id}, 'p' || n, format('What is %s plus %s?', n, n + 1), 'hash-' || n, (2 * n + 1)::text
    FROM generate_series(1, ${problems}) AS n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, model, answer, answer_rule, verdict, flaw)
    SELECT ${project.id}, problem.id, problem.key || '/' || at, 'cot',
      jsonb_build_array(jsonb_build_object('type', 'text', 'content',
        format('%s + %s = %s. The answer is %s.', n, n + 1, given, given) || repeat(' Well, perhaps.', at - 1))),
      problem.id || '-' || at, 'model-' || at, given::text, 'phrase',
      (CASE WHEN at = 5 THEN 'unverifiable' WHEN given = 2 * n + 1 THEN 'correct' ELSE 'incorrect' END)::verdict,
      CASE WHEN at = 5 THEN 'truncated'::path_flaw END
    FROM problem
    CROSS JOIN LATERAL (SELECT substr(problem.key, 2)::int AS n) AS number
    CROSS JOIN generate_series(1, 5) AS at
    CROSS JOIN LATERAL (SELECT CASE WHEN (n * 7 + at * 3) % 4 < 2 THEN 2 * n + 1 ELSE 3 * n + at END AS given) AS answer
    WHERE problem.project_id = ${project.id} ORDER BY problem.id, at`;
  return project;
}

/** A scorer's scores by the paths' keys. */
export async function scoresOf(scorerId: number) {
  return sql()<{ key: string; value: number; detail: unknown }[]>`
    SELECT path.key, value, detail FROM score JOIN path ON path.id = path_id
    WHERE scorer_id = ${scorerId} ORDER BY path.problem_id, path.id`;
}
