import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { selectionRule } from "../../contract.ts";
import { startSelect } from "../../store/start-select.ts";

/** A project of `problems` problems with six paths each by two models: four right in three ways, one wrong, one cut off. */
export async function projectToSelect(problems: number): Promise<TestProject> {
  const project = await emptyProject();
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${project.id}, 'p' || n, format('What is %s plus %s?', n, n + 1), 'hash-' || n, (2 * n + 1)::text
    FROM generate_series(1, ${problems}) AS n`;
  const texts = [
    "First %1$s + %2$s = %3$s. The answer is %3$s.",
    "Well, %1$s + %2$s = %3$s, so the answer must be %3$s.",
    "Turned around, %2$s + %1$s = %3$s. That makes %3$s.",
    "Twice %1$s is 2 * %1$s = %4$s, and one more gives %4$s + 1 = %3$s.",
    "It is %1$s * %2$s = 7.",
    "First %1$s +",
  ];
  const rows = texts.map((text, at) => ({
    at,
    text,
    model: at % 2 === 0 ? "small-7b" : "large-70b",
    verdict: at < 4 ? "correct" : at === 4 ? "incorrect" : "unverifiable",
    flaw: at === 5 ? "truncated" : null,
  }));
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, model, verdict, flaw, tokens, wrong_steps)
    SELECT ${project.id}, problem.id, problem.key || '/' || row.at, 'cot',
      jsonb_build_array(jsonb_build_object('type', 'text', 'content',
        format(row.text, n, n + 1, 2 * n + 1, 2 * n))), problem.id || '-' || row.at, row.model, row.verdict, row.flaw, 10, 0
    FROM problem
    CROSS JOIN LATERAL (SELECT substr(problem.key, 2)::int AS n) AS number
    CROSS JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row(at int, text text, model text, verdict verdict, flaw path_flaw)
    WHERE problem.project_id = ${project.id} ORDER BY problem.id, row.at`;
  return project;
}

/** Starts a selection by a rule that is the usual one but for `part`, and gives its run. */
export async function startedSelection(project: TestProject, part: object = {}, name = "first") {
  const run = await startSelect(project.as("lead"), { name, rule: selectionRule.parse(part) });
  const [selection] = await sql()<[{ id: number }]>`SELECT id FROM selection WHERE run_id = ${run.id}`;
  return { runId: run.id, selectionId: selection.id };
}

/** What a selection came to, by the paths' keys. */
export async function selectedRows(selectionId: number) {
  return sql()`
    SELECT path.key, kept, reason, detail, place, distance, nearest.key AS nearest, shape
    FROM selection_path AS row JOIN path ON path.id = row.path_id LEFT JOIN path AS nearest ON nearest.id = row.nearest_id
    WHERE selection_id = ${selectionId} ORDER BY path.problem_id, path.id`;
}
