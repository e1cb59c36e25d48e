import type { Role } from "#lib/auth/contract.ts";
import { mintScope, type ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { CandidateState, DropReason, Nearest } from "#lib/instructions/contract.ts";
import type { Measure } from "#lib/similarity/measure.ts";
import { sha256 } from "./staged-import.ts";

/** A candidate to write; what isn't given is that of an accepted one without a neighbour. */
export interface NewCandidate {
  text: string;
  slot?: number;
  state?: CandidateState;
  reason?: DropReason;
  scores?: Partial<Record<Measure, number>>;
  nearest?: Nearest;
  parents?: string[];
  subdomain?: string;
  solution?: string;
  answer?: string;
}

export interface GrowingProject {
  readonly id: number;
  /** A new person with this role in the project. */
  person(name: string, role?: Role): Promise<ProjectScope>;
}

/** A project of its own, with nothing in it. */
export async function growingProject(): Promise<GrowingProject> {
  const slug = `growing-${crypto.randomUUID()}`;
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, ${slug}) RETURNING id`;
  return {
    id,
    person: async (name, role = "curator") => {
      const userId = crypto.randomUUID();
      const email = `${userId}@example.org`;
      await sql()`INSERT INTO "user" (id, name, email) VALUES (${userId}, ${name}, ${email})`;
      await sql()`INSERT INTO membership (project_id, user_id, role) VALUES (${id}, ${userId}, ${role})`;
      return mintScope({ id, slug }, role, { userId, name, email, isOwner: false, by: "session" });
    },
  };
}

/** A problem of the project with its text as its key; its number. */
export async function newProblem(
  projectId: number,
  text: string,
  part: { key?: string; split?: "train" | "test"; parents?: string[] } = {},
): Promise<number> {
  const { key = text, split = "train", parents = [] } = part;
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, split, parents)
    VALUES (${projectId}, ${key}, ${text}, ${sha256(text)}, ${split}, ${parents}) RETURNING id`;
  return id;
}

/** A Self-Instruct run that has ended, of a model named `model-x`. */
export async function growingRun(
  projectId: number,
  part: { state?: string; stem?: boolean } = {},
): Promise<number> {
  const name = crypto.randomUUID();
  const [endpoint] = await sql()<[{ id: number }]>`
    INSERT INTO model_endpoint (project_id, name, base_url, model)
    VALUES (${projectId}, ${name}, 'http://model.test/v1', 'model-x') RETURNING id`;
  const parameters = {
    model: endpoint.id,
    prompts: { instruct: 3, solve: 0 },
    thresholds: { "rouge-l": 0.7 },
    stem: part.stem ?? false,
  };
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters, state)
    VALUES (${projectId}, 'instruct', ${sql().json(parameters)}, ${part.state ?? "done"}) RETURNING id`;
  return id;
}

/** Writes candidates of a run as they stand, without making problems of them; their numbers. */
export async function newCandidates(
  projectId: number,
  runId: number,
  candidates: readonly NewCandidate[],
): Promise<number[]> {
  const rows = candidates.map((one, place) => ({
    slot: one.slot ?? 0,
    place,
    text: one.text,
    text_hash: sha256(one.text),
    state: one.state ?? "accepted",
    reason: one.reason ?? null,
    rouge_l: one.scores?.["rouge-l"] ?? null,
    lcs: one.scores?.lcs ?? null,
    jaccard_words: one.scores?.["jaccard-words"] ?? null,
    jaccard_chars: one.scores?.["jaccard-chars"] ?? null,
    nearest: one.nearest ?? {},
    parents: one.parents ?? [],
    subdomain: one.subdomain ?? null,
    solution: one.solution ?? null,
    answer: one.answer ?? null,
  }));
  for (const name of new Set(rows.flatMap(({ subdomain }) => subdomain ?? []))) {
    await sql()`INSERT INTO subdomain (project_id, name) VALUES (${projectId}, ${name}) ON CONFLICT DO NOTHING`;
  }
  // JSON all through: its values are strings, numbers, lists and objects of those.
  const json = JSON.stringify(rows);
  const written = await sql()<{ id: number }[]>`
    INSERT INTO candidate (project_id, run_id, slot, place, method, text, text_hash, state, reason, detail, rouge_l,
      lcs, jaccard_words, jaccard_chars, nearest, parents, subdomain_id, solution, answer)
    SELECT ${projectId}, ${runId}, slot, place, 'self_instruct', text, text_hash, state, reason,
      'Because of ' || reason, rouge_l, lcs, jaccard_words, jaccard_chars, nearest,
      ARRAY(SELECT jsonb_array_elements_text(row.parents)),
      (SELECT id FROM subdomain WHERE project_id = ${projectId} AND name = row.subdomain), solution, answer
    FROM jsonb_to_recordset(${json}::jsonb) AS row(slot int, place int, text text, text_hash text,
      state candidate_state, reason text, rouge_l float8, lcs float8, jaccard_words float8, jaccard_chars float8,
      nearest jsonb, parents jsonb, subdomain text, solution text, answer text)
    ORDER BY slot, place RETURNING id`;
  return written.map(({ id }) => id);
}

/** A candidate that a test may decide on, in a run of its own; the project's name stands in its text. */
export async function throwAwayCandidate(projectId: number): Promise<number> {
  const [{ name }] = await sql()<[{ name: string }]>`SELECT name FROM project WHERE id = ${projectId}`;
  const text = `What is ${name} times ${crypto.randomUUID()}?`;
  const run = await growingRun(projectId);
  const [id] = await newCandidates(projectId, run, [{ text, state: "dropped", reason: "similar" }]);
  if (id === undefined) throw new Error("the candidate was written");
  return id;
}
