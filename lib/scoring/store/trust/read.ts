import type { PendingQuery, Row } from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Segment } from "#lib/paths/contract.ts";
import { tokensOf } from "#lib/similarity/tokens.ts";
import type { Trust } from "../../contract/trust.ts";
import type { ScoreKind, ScorerSource } from "../../contract.ts";
import { isHeldOut } from "../../trained/split.ts";
import type { JudgedScores } from "../../trust/against-people.ts";
import type { MeasuredPath } from "../../trust/length-bias.ts";
import { measureTrust } from "../../trust/measure-trust.ts";
import type { ComparedProblem } from "../../trust/position-bias.ts";
import type { ScoredPath } from "../../trust/problem-groups.ts";

/** So many scores are measured at most, and so many texts: those of the first problems in an order of their ids' hashes. */
const MOST_SCORES = 200_000;
const MOST_TEXTS = 10_000;
const TEXTS_AT_ONCE = 500;

interface Of {
  projectId: number;
  scorer: string;
  kind: ScoreKind;
}

interface ProblemSize {
  problemId: number;
  size: number;
}

/** How far a scorer can be trusted. Of one that has scored nothing here, nothing is known. */
export async function readTrust(
  { projectId }: ProjectScope,
  { scorer, kind }: { scorer: string; kind: ScoreKind },
  { mostScores = MOST_SCORES, mostTexts = MOST_TEXTS } = {},
): Promise<Trust> {
  const of = { projectId, scorer, kind };
  const [known] = await sql()<
    { id: number; source: ScorerSource; seed: number | null; heldOut: number | null }[]
  >`
    SELECT id, source, (settings->>'seed')::float AS seed, (settings->>'heldOut')::float AS held_out FROM scorer
    WHERE project_id = ${projectId} AND name = ${scorer} AND kind = ${kind}`;
  const sizes = await problemSizes(of);
  const scored = sizes.reduce((sum, { size }) => sum + size, 0);
  const [paths, judged, measured, compared] = await Promise.all([
    scoredPaths(of, chosenOf(sizes, mostScores)),
    judgedScores(of, mostScores),
    measuredPaths(of, chosenOf(sizes, mostTexts)),
    known?.source === "compare" ? comparedProblems(projectId, known.id, mostScores) : null,
  ]);
  const { seed = null, heldOut = null } = known ?? {};
  const learnt = known?.source === "trained" && seed !== null && heldOut !== null;
  return measureTrust({
    scorer,
    kind,
    scored,
    paths,
    judged,
    measured,
    compared,
    isFittedToJudgements: known?.source === "judged",
    isHeldOut: learnt ? (problemId) => isHeldOut(problemId, seed, heldOut) : null,
  });
}

/** How many whole paths it has scored of each problem, in an order of chance that is always the same. */
async function problemSizes({ projectId, scorer, kind }: Of): Promise<ProblemSize[]> {
  return sql()<ProblemSize[]>`
    SELECT path.problem_id, count(*)::int AS size FROM score
    JOIN path ON path.id = score.path_id AND path.flaw IS NULL
    WHERE score.project_id = ${projectId} AND score.scorer = ${scorer} AND score.kind = ${kind}
    GROUP BY path.problem_id ORDER BY hashint4(path.problem_id), path.problem_id`;
}

/** As many problems as bring the number of scores to `most`. */
function chosenOf(sizes: readonly ProblemSize[], most: number): number[] {
  let before = 0;
  return sizes.flatMap(({ problemId, size }) => {
    const isChosen = before < most;
    before += size;
    return isChosen ? [problemId] : [];
  });
}

function scoresOf({ scorer, kind }: Of, problemIds: readonly number[]): PendingQuery<Row[]> {
  return sql()`
    FROM path JOIN score ON score.path_id = path.id AND score.scorer = ${scorer} AND score.kind = ${kind}
    WHERE path.problem_id = ANY(${[...problemIds]}::int[]) AND path.flaw IS NULL`;
}

async function scoredPaths(of: Of, problemIds: readonly number[]): Promise<ScoredPath[]> {
  return sql()<ScoredPath[]>`
    WITH graded AS (
      SELECT score.path_id, avg(score.value) AS grade FROM score
      JOIN scorer ON scorer.id = score.scorer_id AND scorer.source = 'person' AND scorer.name <> ${of.scorer}
      WHERE score.project_id = ${of.projectId} AND score.path_id IS NOT NULL GROUP BY score.path_id
    ), scored AS (SELECT path.id AS path_id, path.problem_id, score.value, path.verdict ${scoresOf(of, problemIds)})
    SELECT scored.*, graded.grade FROM scored LEFT JOIN graded ON graded.path_id = scored.path_id
    ORDER BY scored.problem_id, scored.path_id`;
}

/** Skipped and undone judgements don't count; that both are bad prefers neither. */
async function judgedScores(of: Of, most: number): Promise<JudgedScores[]> {
  return sql()<JudgedScores[]>`
    SELECT pair.problem_id, one.value AS first, other.value AS second, said.outcome, count(*)::int AS count
    FROM judgement
    CROSS JOIN LATERAL (SELECT CASE WHEN answer IN ('first', 'second') THEN answer::text ELSE 'tie' END) AS said (outcome)
    JOIN preference_pair AS pair ON pair.id = judgement.pair_id
    JOIN path AS first ON first.id = pair.first_id AND first.flaw IS NULL
    JOIN path AS second ON second.id = pair.second_id AND second.flaw IS NULL
    JOIN score AS one ON one.path_id = first.id AND one.scorer = ${of.scorer} AND one.kind = ${of.kind}
    JOIN score AS other ON other.path_id = second.id AND other.scorer = ${of.scorer} AND other.kind = ${of.kind}
    WHERE judgement.project_id = ${of.projectId} AND judgement.undone_at IS NULL AND judgement.answer <> 'skip'
    GROUP BY pair.problem_id, pair.id, one.value, other.value, said.outcome
    ORDER BY hashint4(pair.problem_id), pair.problem_id, pair.id, said.outcome LIMIT ${most}`;
}

async function measuredPaths(of: Of, problemIds: readonly number[]): Promise<MeasuredPath[]> {
  const found: MeasuredPath[] = [];
  const rows = sql()<(Omit<MeasuredPath, "words"> & { segments: Segment[] })[]>`
    SELECT path.problem_id, score.value, path.verdict, path.segments ${scoresOf(of, problemIds)}
    ORDER BY path.problem_id, path.id`;
  for await (const batch of rows.cursor(TEXTS_AT_ONCE)) {
    for (const { segments, ...path } of batch) found.push({ ...path, words: wordsOf(segments) });
  }
  return found;
}

/** Words of what was written; outputs come from running it. */
function wordsOf(segments: readonly Segment[]): number {
  return segments.reduce(
    (sum, { type, content }) => sum + (type === "output" ? 0 : tokensOf(content).length),
    0,
  );
}

async function comparedProblems(
  projectId: number,
  scorerId: number,
  most: number,
): Promise<ComparedProblem[]> {
  return sql()<ComparedProblem[]>`
    SELECT (count(*) FILTER (WHERE num_nulls(first_left, first_right) = 0))::int AS comparisons,
      (count(*) FILTER (WHERE first_left <> first_right))::int AS inconsistent,
      (count(*) FILTER (WHERE first_left <> 0) + count(*) FILTER (WHERE first_right <> 0))::int AS decided,
      (count(*) FILTER (WHERE first_left = 1) + count(*) FILTER (WHERE first_right = -1))::int AS "left"
    FROM comparison WHERE project_id = ${projectId} AND scorer_id = ${scorerId}
    GROUP BY problem_id ORDER BY hashint4(problem_id), problem_id LIMIT ${most}`;
}
