import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { type Near, openNearest } from "../../nearest-texts.ts";
import { inSlices } from "../slices.ts";

/** A problem is compared with all others of a project of so many, which takes up to 2 s; beyond, with the likeliest. */
const EXACT_LIMIT = 200_000;
const LIKELIEST = 2000;
const CHUNK = 1000;
/** The likeliest are looked for by the beginning of a long text, or looking for them alone would take minutes. */
const LOOKED_FOR = 1000;
/** What was found for so many problems is kept, until their project changes. */
const KEPT = 500;

export interface Compared {
  id: number;
  text: string;
  split: "train" | "test";
  version: number;
}

interface Search {
  nearest: readonly Near[];
  across: Near | null;
  compared: number;
  exact: boolean;
}

const kept = new Map<number, { state: string; search: Search }>();

/** The problems of the project that are nearest to this one, by ROUGE-L. `exactLimit` is for tests. */
export async function findNearest(
  scope: ProjectScope,
  problem: Compared,
  signal?: AbortSignal | undefined,
  exactLimit = EXACT_LIMIT,
): Promise<Search> {
  const { state, exact } = await projectState(scope, problem, exactLimit);
  const known = kept.get(problem.id);
  if (known?.state === state) return known.search;
  const chunks = exact ? everything(scope, problem) : likeliest(scope, problem);
  const search = await searchIn(problem, chunks, exact, signal);
  kept.delete(problem.id);
  kept.set(problem.id, { state, search });
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return search;
}

/**
 * A text that is another one once any problem of the project changed; of a project that is too large to compare all,
 * once one was added.
 */
async function projectState({ projectId }: ProjectScope, { version }: Compared, exactLimit: number) {
  const [row] = await sql()<[{ problems: number; last: number; changedAt: string }]>`
    SELECT count(*)::int AS problems, max(updated_at) AS changed_at,
      (SELECT max(id) FROM problem WHERE project_id = ${projectId}) AS last
    FROM (SELECT updated_at FROM problem WHERE project_id = ${projectId} LIMIT ${exactLimit + 1}) AS compared`;
  const exact = row.problems <= exactLimit;
  return { state: JSON.stringify([projectId, version, row.last, ...(exact ? [row] : [])]), exact };
}

interface Row {
  id: number;
  text: string;
  split: string;
}

async function* everything({ projectId }: ProjectScope, problem: Compared): AsyncGenerator<Row[]> {
  let last = 0;
  for (;;) {
    const rows = await sql()<Row[]>`
      SELECT id, text, split FROM problem WHERE project_id = ${projectId} AND id > ${last} AND id <> ${problem.id}
      ORDER BY id LIMIT ${CHUNK}`;
    yield rows;
    if (rows.length < CHUNK) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/**
 * By the three-letter runs that the texts share (half of all that they have), which an index knows. To look for less,
 * 0.3 as pg_trgm has it, took 7 to 20 s among 500,000 problems; this takes 1 to 2 s.
 */
async function* likeliest({ projectId }: ProjectScope, problem: Compared): AsyncGenerator<Row[]> {
  const text = problem.text.slice(0, LOOKED_FOR);
  yield await sql().begin(async (tx) => {
    await tx`SET LOCAL pg_trgm.similarity_threshold = 0.5`;
    return tx<Row[]>`
      SELECT id, text, split FROM problem
      WHERE text % ${text} AND project_id = ${projectId} AND id <> ${problem.id}
      ORDER BY similarity(text, ${text}) DESC, id LIMIT ${LIKELIEST}`;
  });
}

async function searchIn(
  problem: Compared,
  chunks: AsyncGenerator<Row[]>,
  exact: boolean,
  signal: AbortSignal | undefined,
): Promise<Search> {
  const search = openNearest(problem.text);
  let compared = 0;
  for await (const rows of chunks) {
    await inSlices(
      (function* () {
        for (const { id, text, split } of rows) {
          search.look({ id, text, across: split !== problem.split });
          yield;
        }
      })(),
    );
    compared += rows.length;
    signal?.throwIfAborted();
  }
  return { ...search.found(), compared, exact };
}
