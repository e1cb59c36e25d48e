import { sql } from "#lib/db.ts";
import { sha256 } from "./staged-import.ts";

/**
 * A problem with a row of everything that can hang on one: two paths, of which one revises the other, a decided pair
 * with its judgement and lease, scores of path and problem, an embedding, a version, a draft, a template, a bulk edit and the
 * candidate that it was. Its number.
 */
export async function fullProblem(projectId: number, userId: string, key: string): Promise<number> {
  const text = `What is ${key}?`;
  const [{ id }] = await sql()<[{ id: number }]>`
    WITH field AS (
      INSERT INTO subdomain (project_id, name) VALUES (${projectId}, 'sums')
      ON CONFLICT (project_id, name) DO UPDATE SET name = excluded.name RETURNING id
    )
    INSERT INTO problem (project_id, key, text, text_hash, answer, subdomain_id)
    SELECT ${projectId}, ${key}, ${text}, ${sha256(text)}, '4', field.id FROM field RETURNING id`;
  const [first, second] = await sql()<[{ id: number }, { id: number }]>`
    INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict, checked_at)
    SELECT ${projectId}, ${id}, ${key} || '/' || place, 'cot', 'm',
      jsonb_build_array(jsonb_build_object('type', 'text', 'content', 'Way ' || place)), place,
      (CASE place WHEN 1 THEN 'correct' ELSE 'incorrect' END)::verdict, now()
    FROM generate_series(1, 2) AS place ORDER BY place RETURNING id`;
  await sql()`UPDATE path SET revision_of_id = ${first.id} WHERE id = ${second.id}`;
  const [pair] = await sql()<[{ id: number }]>`
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, decided, judgement_count)
    VALUES (${projectId}, ${id}, ${first.id}, ${second.id}, 'mined', 'first', 1) RETURNING id`;
  await sql()`
    INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, seconds)
    VALUES (${crypto.randomUUID()}, ${projectId}, ${pair.id}, ${userId}, 'first', ${first.id}, 3)`;
  await sql()`INSERT INTO review_lease (pair_id, reviewer_id, until)
    VALUES (${pair.id}, ${userId}, now() + interval '1 hour')`;
  await sql()`INSERT INTO path_embedding (path_id, model, vector) VALUES (${first.id}, 'm', '\\x00000000')`;
  await sql()`
    INSERT INTO score (project_id, path_id, problem_id, scorer, kind, value)
    VALUES (${projectId}, ${first.id}, NULL, 'rm', 'reward', 1), (${projectId}, NULL, ${id}, 'judge', 'critique', 9)`;
  await sql()`INSERT INTO hardness (problem_id, project_id, counted, failed, is_hard) VALUES (${id}, ${projectId}, 4, 1, false)`;
  await sql()`
    INSERT INTO comparison (scorer_id, project_id, problem_id, first_id, second_id, first_left, first_right)
    VALUES (1, ${projectId}, ${id}, ${first.id}, ${second.id}, 1, 1)`;
  const fields = {
    text,
    answer: "4",
    solution: null,
    subdomain: "sums",
    difficulty: null,
    tags: [],
    source: null,
  };
  await sql()`INSERT INTO problem_version (problem_id, version, fields, cause)
    VALUES (${id}, 1, ${sql().json({ ...fields, split: "train" })}, 'import')`;
  await sql()`INSERT INTO problem_draft (project_id, user_id, problem_id, base_version, fields)
    VALUES (${projectId}, ${userId}, ${id}, 1, '{}')`;
  await sql()`INSERT INTO variation_template (problem_id, project_id, problem_version, template)
    VALUES (${id}, ${projectId}, 1, '{}')`;
  await sql()`
    WITH edit AS (
      INSERT INTO bulk_edit (project_id, filter, change, row_count) VALUES (${projectId}, '{}', '{}', 1) RETURNING id
    )
    INSERT INTO bulk_edit_row (bulk_edit_id, problem_id, version, before) SELECT id, ${id}, 1, '{}' FROM edit`;
  await sql()`
    WITH run AS (INSERT INTO run (project_id, kind) VALUES (${projectId}, 'instruct') RETURNING id)
    INSERT INTO candidate (project_id, run_id, slot, place, method, text, text_hash, state, problem_id)
    SELECT ${projectId}, id, 0, 0, 'self_instruct', ${text}, ${sha256(text)}, 'accepted', ${id} FROM run`;
  return id;
}
