import type { Role } from "#lib/auth/contract.ts";
import { mintScope, type ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";

/** A project with pairs to review, and people who come into it. */
export interface PairsProject {
  readonly id: number;
  /** Of the pairs, in the order of review. */
  readonly pairIds: readonly number[];
  /** A new person with an account and this role in the project. */
  person(role?: Role): Promise<ProjectScope>;
}

/**
 * A project of its own with `count` open pairs, each of one problem with a right path by `model-right` and a wrong
 * one by `model-wrong`; which of the two is the pair's first goes in turns.
 */
export async function projectWithPairs(count: number): Promise<PairsProject> {
  const slug = `pairs-${crypto.randomUUID()}`;
  const [project] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, 'Pairs to review') RETURNING id`;
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${project.id}, 'p' || n, 'What is ' || n || ' + ' || n || '?', n, 2 * n
    FROM generate_series(1, ${count}) AS n ORDER BY n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict)
    SELECT ${project.id}, problem.id, problem.key || '/' || kind.name, 'cot', 'model-' || kind.name,
      jsonb_build_array(jsonb_build_object('type', 'text', 'content', 'Way ' || kind.number || ' of ' || problem.id)),
      kind.name, kind.verdict::verdict
    FROM problem CROSS JOIN (VALUES (0, 'right', 'correct'), (1, 'wrong', 'incorrect')) AS kind (number, name, verdict)
    WHERE problem.project_id = ${project.id} ORDER BY problem.id, (kind.number + problem.id) % 2`;
  const pairs = await sql()<{ id: number }[]>`
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin)
    SELECT project_id, problem_id, min(id), max(id), 'mined' FROM path
    WHERE project_id = ${project.id} GROUP BY project_id, problem_id ORDER BY problem_id RETURNING id`;
  return {
    id: project.id,
    pairIds: pairs.map(({ id }) => id),
    person: (role = "reviewer") => join({ id: project.id, slug }, role),
  };
}

async function join(project: { id: number; slug: string }, role: Role): Promise<ProjectScope> {
  const userId = crypto.randomUUID();
  const email = `${userId}@example.org`;
  await sql()`INSERT INTO "user" (id, name, email) VALUES (${userId}, ${role}, ${email})`;
  await sql()`INSERT INTO membership (project_id, user_id, role) VALUES (${project.id}, ${userId}, ${role})`;
  return mintScope(project, role, { userId, name: role, email, isOwner: false, by: "session" });
}
