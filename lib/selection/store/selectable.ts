import { sql } from "#lib/db.ts";
import type { Segment } from "#lib/paths/contract.ts";
import { matching } from "#lib/paths/store/matching.ts";
import type { SelectionRule } from "../contract.ts";
import type { SelectablePath } from "../select-paths.ts";
import { vectorFrom } from "../vector-bytes.ts";

/** Which paths of a project a rule is about. */
export interface Considered {
  projectId: number;
  rule: SelectionRule;
  /** Paths after this one came later and don't count. */
  last: number;
}

/** Conditions on `path` joined to `problem`. */
export function considered({ projectId, rule, last }: Considered) {
  const split = rule.split === "any" ? sql()`` : sql()`AND problem.split = ${rule.split}`;
  return sql()`${matching({ projectId }, rule.filter)} AND path.id <= ${last} ${split}`;
}

export async function countConsidered(task: Considered): Promise<{ problems: number; paths: number }> {
  const [row] = await sql()<[{ problems: number; paths: number }]>`
    SELECT count(DISTINCT path.problem_id)::int AS problems, count(*)::int AS paths
    FROM path JOIN problem ON problem.id = path.problem_id WHERE ${considered(task)}`;
  return row;
}

/** The paths of a problem, as selection sees them. */
export interface SelectableProblem {
  problemId: number;
  paths: SelectablePath[];
}

/** One problem in `share`, told by its id alone, so that the same ones are looked at each time. */
function sampled(share: number) {
  if (share >= 1) return sql()``;
  return sql()`AND (hashint4(path.problem_id) & 2147483647) < ${Math.floor(share * 2_147_483_647)}`;
}

/** The next `size` problems after the id `after` with their considered paths, by id. */
export async function nextSelectable(
  task: Considered,
  { after, size, share = 1 }: { after: number; size: number; share?: number },
): Promise<SelectableProblem[]> {
  const { gates } = task.rule;
  const ids = sql()`
    SELECT DISTINCT path.problem_id FROM path JOIN problem ON problem.id = path.problem_id
    WHERE ${considered(task)} AND path.problem_id > ${after} ${sampled(share)}
    ORDER BY path.problem_id LIMIT ${size}`;
  const rows = await sql()<(Row & { problemId: number })[]>`
    WITH chosen AS MATERIALIZED (${ids}), ranked AS (
      SELECT score.path_id, (rank() OVER (PARTITION BY path.problem_id ORDER BY score.value DESC))::int AS rank
      FROM chosen JOIN path ON path.problem_id = chosen.problem_id
      JOIN score ON score.path_id = path.id AND score.kind = 'reward' AND score.scorer = ${gates.reward?.scorer ?? ""}
    )
    SELECT path.id, path.problem_id, path.segments, path.verdict, path.flaw, path.execution_outcome AS execution,
      path.wrong_steps, critique.value AS critique, ranked.rank AS reward_rank,
      embedding.vector
    FROM chosen
    JOIN path ON path.problem_id = chosen.problem_id
    JOIN problem ON problem.id = path.problem_id
    LEFT JOIN score AS critique ON critique.path_id = path.id AND critique.kind = 'critique'
      AND critique.scorer = ${gates.critique?.scorer ?? ""}
    LEFT JOIN path_embedding AS embedding ON embedding.path_id = path.id
      AND embedding.model = ${embeddingOf(task.rule) ?? ""}
    LEFT JOIN ranked ON ranked.path_id = path.id
    WHERE ${considered(task)}
    ORDER BY path.problem_id, path.id`;
  return grouped(rows);
}

/** The model by whose embeddings distance is measured, if it is. */
export function embeddingOf({ distance, embedding }: SelectionRule): string | null {
  return distance === "embedding" ? embedding : null;
}

type Row = Omit<SelectablePath, "segments" | "vector"> & { segments: Segment[]; vector: Buffer | null };

function grouped(rows: readonly (Row & { problemId: number })[]): SelectableProblem[] {
  const problems: SelectableProblem[] = [];
  for (const { problemId, vector, ...rest } of rows) {
    const path = { ...rest, vector: vector === null ? null : vectorFrom(vector) };
    const last = problems.at(-1);
    if (last?.problemId === problemId) last.paths.push(path);
    else problems.push({ problemId, paths: [path] });
  }
  return problems;
}
