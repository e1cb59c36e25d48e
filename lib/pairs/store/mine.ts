import type { PendingQuery, Row } from "postgres";
import type { z } from "zod";
import { sql } from "#lib/db.ts";
import type { mineJob } from "../jobs.ts";

type Mining = z.infer<typeof mineJob.parameters>;

/** The problems with `after` < id ≤ `through` of one project. */
interface Range {
  projectId: number;
  after: number;
  through: number;
}

export interface MinedBatch {
  through: number;
  problems: number;
  created: number;
  present: number;
}

/** Problems of the test split are never mined. */
export async function countMinable(projectId: number): Promise<number> {
  const [row] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM problem WHERE project_id = ${projectId} AND split = 'train'`;
  return row.count;
}

/**
 * Mines the next `size` problems after the id `after`; null when there are none. Each problem gets the first
 * `perProblem` candidates of its policy's order, less those that are there already: the same problems mined again
 * get nothing new. A pair's rank within its problem is its priority and ids follow the problems, so review meets
 * every problem's first pair before any problem's second one.
 */
export async function mineBatch(
  projectId: number,
  after: number,
  size: number,
  mining: Mining,
): Promise<MinedBatch | null> {
  const { policy, perProblem } = mining;
  return sql().begin(async (tx) => {
    const [{ through }] = await tx<[{ through: number | null }]>`
      SELECT max(id) AS through FROM (
        SELECT id FROM problem WHERE project_id = ${projectId} AND split = 'train' AND id > ${after}
        ORDER BY id LIMIT ${size}
      ) AS batch`;
    if (through === null) return null;
    // Until the pairs stand, nobody moves these problems into the bin: it would leave the new pairs behind.
    const { count: problems } = await tx`
      SELECT FROM problem WHERE project_id = ${projectId} AND split = 'train' AND id > ${after} AND id <= ${through}
      ORDER BY id FOR KEY SHARE`;
    const range = { projectId, after, through };
    const candidates = candidatesOf(range, mining);
    const [mined] = await tx<[{ created: number; present: number }]>`
      WITH candidate AS (SELECT * FROM (${candidates}) AS ordered WHERE rank <= ${perProblem}), created AS (
        INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, policy, proposed, priority)
        SELECT ${projectId}, problem_id, first_id, second_id, 'mined', ${policy}, proposed, rank
        FROM candidate
        WHERE NOT EXISTS (SELECT FROM preference_pair AS pair
          WHERE pair.first_id = candidate.first_id AND pair.second_id = candidate.second_id)
        ORDER BY problem_id, rank
        ON CONFLICT (first_id, second_id) DO NOTHING
        RETURNING id
      )
      SELECT (SELECT count(*)::int FROM created) AS created,
        (SELECT count(*)::int FROM candidate) - (SELECT count(*)::int FROM created) AS present`;
    return { through, problems, ...mined };
  });
}

function candidatesOf(range: Range, mining: Mining): PendingQuery<Row[]> {
  if (mining.policy === "correct-vs-incorrect") return correctVsIncorrect(range, mining.perProblem);
  return mining.policy === "any-two" ? anyTwo(range) : ordersDisagree(range, mining);
}

/** Tells the planner at once of pairs that it would only hear of in a minute: review begins right after mining. */
export async function analysePairs(): Promise<void> {
  await sql()`ANALYZE preference_pair`;
}

/**
 * Whole paths of the range's problems: what was cut off or refused isn't wrong. `answer_round` is 1 for the first path with an answer, 2 for the second one with the
 * same answer, and so on; `text` tells whether two paths say the same.
 */
function pathsOf({ projectId, after, through }: Range): PendingQuery<Row[]> {
  return sql()`
    SELECT path.id, path.problem_id, path.verdict, path.answer, md5(path.segments::text) AS text,
      row_number() OVER (PARTITION BY path.problem_id, path.verdict, path.answer ORDER BY path.id) AS answer_round
    FROM path JOIN problem ON problem.id = path.problem_id
    WHERE problem.project_id = ${projectId} AND problem.split = 'train' AND path.flaw IS NULL
      AND problem.id > ${after} AND problem.id <= ${through}`;
}

/**
 * Every correct path against every incorrect one, the correct side proposed. Paths of each verdict are put in
 * order: one of each answer first, then lowest ids. Pairs come in passes; each pass takes every incorrect path once,
 * and sets the n-th one of them against the correct path n places (in the next pass n + 1) down the line. So no
 * wrong answer comes twice before each has come once, and correct paths take turns.
 * No pair among the first k needs a path beyond the k-th of its verdict, so those are left out.
 */
function correctVsIncorrect(range: Range, perProblem: number): PendingQuery<Row[]> {
  const line = (column: "id" | "text", verdict: "correct" | "incorrect") => sql()`
    (array_agg(${sql()(column)} ORDER BY answer_round, id) FILTER (WHERE verdict = ${verdict}))[1:${perProblem}::int]`;
  return sql()`
    SELECT problem_id, least(good.id, bad.id) AS first_id, greatest(good.id, bad.id) AS second_id,
      (CASE WHEN good.id < bad.id THEN 'first' ELSE 'second' END)::pair_outcome AS proposed,
      row_number() OVER (
        PARTITION BY problem_id ORDER BY ((good.place - bad.place) % size + size) % size, bad.place
      ) AS rank
    FROM (
      SELECT problem_id, ${line("id", "correct")} AS good_ids, ${line("text", "correct")} AS good_texts,
        ${line("id", "incorrect")} AS bad_ids, ${line("text", "incorrect")} AS bad_texts,
        least(count(*) FILTER (WHERE verdict = 'correct'), ${perProblem}) AS size
      FROM (${pathsOf(range)}) AS path GROUP BY problem_id
    ) AS lines
    CROSS JOIN LATERAL unnest(good_ids, good_texts) WITH ORDINALITY AS good (id, text, place)
    CROSS JOIN LATERAL unnest(bad_ids, bad_texts) WITH ORDINALITY AS bad (id, text, place)
    WHERE good.text <> bad.text`;
}

/** A problem with more paths than this is paired among so many of them, the ones with the most varied answers. */
const ANY_TWO_PATHS = 60;

/**
 * Any two paths with different text, unless one is correct and the other incorrect, which needs no person.
 * Nothing is proposed. Paths stand in order: one of each verdict and answer first, then lowest ids. Pairs with
 * different answers come first, then neighbours in that order before those further apart, so paths take turns.
 */
function anyTwo(range: Range): PendingQuery<Row[]> {
  const line = (column: "id" | "text" | "verdict" | "answer") => sql()`
    (array_agg(${sql()(column)} ORDER BY answer_round, id))[1:${ANY_TWO_PATHS}::int]`;
  const lines = sql()`unnest(ids, texts, verdicts, answers) WITH ORDINALITY`;
  return sql()`
    SELECT problem_id, least(one.id, other.id) AS first_id, greatest(one.id, other.id) AS second_id,
      NULL::pair_outcome AS proposed,
      row_number() OVER (
        PARTITION BY problem_id
        ORDER BY one.answer IS NOT DISTINCT FROM other.answer, other.place - one.place, one.place
      ) AS rank
    FROM (
      SELECT problem_id, ${line("id")} AS ids, ${line("text")} AS texts, ${line("verdict")} AS verdicts,
        ${line("answer")} AS answers
      FROM (${pathsOf(range)}) AS path GROUP BY problem_id
    ) AS lines
    CROSS JOIN LATERAL ${lines} AS one (id, text, verdict, answer, place)
    CROSS JOIN LATERAL ${lines} AS other (id, text, verdict, answer, place)
    WHERE one.place < other.place AND one.text <> other.text
      AND ((one.verdict = 'correct' AND other.verdict = 'incorrect')
        OR (one.verdict = 'incorrect' AND other.verdict = 'correct')) IS NOT TRUE`;
}

/** Of a problem with more scored paths than this, so many are paired: those whose places in the two orders differ most. */
const ORDERED_PATHS = 100;

/**
 * Two paths with different text of which the one with the higher reward has the critique that is lower by at least
 * `margin`. Nothing is proposed: people say which scorer is right. The pair whose critiques differ most comes first,
 * then the one whose places in the order of rewards differ most. Paths that aren't whole are left out.
 */
function ordersDisagree(
  range: Range,
  { reward = "", critique = "", margin = 0 }: Mining,
): PendingQuery<Row[]> {
  return sql()`
    WITH placed AS (
      SELECT path.id, path.problem_id, path.text, reward.value AS reward, critique.value AS critique,
        rank() OVER (PARTITION BY path.problem_id ORDER BY reward.value DESC) AS reward_place,
        rank() OVER (PARTITION BY path.problem_id ORDER BY critique.value DESC) AS critique_place
      FROM (${pathsOf(range)}) AS path
      JOIN score AS reward ON reward.path_id = path.id AND reward.kind = 'reward' AND reward.scorer = ${reward}
      JOIN score AS critique ON critique.path_id = path.id AND critique.kind = 'critique' AND critique.scorer = ${critique}
    ), chosen AS MATERIALIZED (
      SELECT * FROM (
        SELECT *, row_number() OVER (
          PARTITION BY problem_id ORDER BY abs(reward_place - critique_place) DESC, id
        ) AS turn FROM placed
      ) AS turns WHERE turn <= ${ORDERED_PATHS}
    )
    SELECT one.problem_id, least(one.id, other.id) AS first_id, greatest(one.id, other.id) AS second_id,
      NULL::pair_outcome AS proposed,
      row_number() OVER (
        PARTITION BY one.problem_id
        ORDER BY other.critique - one.critique DESC, other.reward_place - one.reward_place DESC, one.id, other.id
      ) AS rank
    FROM chosen AS one JOIN chosen AS other ON other.problem_id = one.problem_id
    WHERE one.reward > other.reward AND other.critique > one.critique
      AND other.critique - one.critique >= ${margin}::float AND one.text <> other.text`;
}
