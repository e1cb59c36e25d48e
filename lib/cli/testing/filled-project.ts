import { hashToken, newToken } from "#lib/auth/token.ts";
import { sql } from "#lib/db.ts";

/** A project with a row of everything, and the numbers of those rows. */
export interface FilledProject {
  readonly id: number;
  readonly slug: string;
  /** What every text in its rows holds. */
  readonly mark: string;
  readonly problem: number;
  readonly path: number;
  readonly pair: number;
  readonly run: number;
  readonly upload: number;
  readonly dataset: number;
}

const LINE = Buffer.from(`${JSON.stringify({ id: "q", problem: "What is 3 + 3?", answer: "6" })}\n`);

/** Every text in the project's rows has the `mark` in it, so that a row which shows up elsewhere is known by it. */
export async function filledProject(mark: string): Promise<FilledProject> {
  const slug = `filled-${crypto.randomUUID()}`;
  const [project] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name, description) VALUES (${slug}, ${mark}, ${mark}) RETURNING id`;
  const [problem] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    VALUES (${project.id}, ${mark}, ${`What is 2 + 2, ${mark}?`}, ${mark}, '4') RETURNING id`;
  const paths = await sql()<[{ id: number }, { id: number }]>`
    INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict, checked_at)
    SELECT ${project.id}, ${problem.id}, ${mark} || place, 'cot', ${mark},
      jsonb_build_array(jsonb_build_object('type', 'text', 'content', ${mark} || place)), place,
      (CASE place WHEN 1 THEN 'correct' ELSE 'incorrect' END)::verdict, now()
    FROM generate_series(1, 2) AS place RETURNING id`;
  const [pair] = await sql()<[{ id: number }]>`
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, policy, proposed)
    VALUES (${project.id}, ${problem.id}, ${paths[0].id}, ${paths[1].id}, 'mined', ${mark}, 'first') RETURNING id`;
  const [run] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters) VALUES (${project.id}, 'check', ${sql().json({ mark })}) RETURNING id`;
  await sql()`INSERT INTO run_log (run_id, level, message) VALUES (${run.id}, 'info', ${mark})`;
  const [upload] = await sql()<[{ id: number }]>`
    INSERT INTO upload (project_id, name, bytes, sha256)
    VALUES (${project.id}, ${`${mark}.jsonl`}, ${LINE.length}, encode(sha256(${LINE}), 'hex')) RETURNING id`;
  await sql()`INSERT INTO upload_chunk (upload_id, start, data) VALUES (${upload.id}, 0, ${LINE})`;
  const filter = { kind: "sft", verdict: "correct" };
  const [dataset] = await sql()<[{ id: number }]>`
    INSERT INTO dataset (project_id, name, kind, filter)
    VALUES (${project.id}, ${mark}, 'sft', ${sql().json(filter)}) RETURNING id`;
  return {
    id: project.id,
    slug,
    mark,
    problem: problem.id,
    path: paths[0].id,
    pair: pair.id,
    run: run.id,
    upload: upload.id,
    dataset: dataset.id,
  };
}

/** A run that a test may cancel. */
export async function throwAwayRun({ id }: FilledProject): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind) VALUES (${id}, 'check') RETURNING id`;
  return row.id;
}

/** An invitation that a test may use up. */
export async function throwAwayInvitation(): Promise<{ id: number; token: string }> {
  const token = newToken();
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO invitation (hash, expires_at) VALUES (${hashToken(token)}, now() + interval '1 hour') RETURNING id`;
  return { id: row.id, token };
}

/** A dataset that a test may change. */
export async function throwAwayDataset({ id }: FilledProject): Promise<number> {
  const filter = { kind: "sft", verdict: "correct" };
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO dataset (project_id, name, kind, filter)
    VALUES (${id}, ${crypto.randomUUID()}, 'sft', ${sql().json(filter)}) RETURNING id`;
  return row.id;
}

/** An upload is imported once; each caller gets one of its own. */
export async function throwAwayUpload({ id }: FilledProject): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO upload (project_id, name, bytes, sha256)
    VALUES (${id}, 'throw-away.jsonl', 1, ${crypto.randomUUID()}) RETURNING id`;
  return row.id;
}
