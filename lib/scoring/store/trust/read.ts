import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Trust } from "../../contract/trust.ts";
import type { ScoreKind } from "../../contract.ts";
import {
  type ComparedPair,
  type JudgedPair,
  measureTrust,
  type ScoredPath,
} from "../../trust/measure-trust.ts";

/** So many scores are measured at most: those of the first problems in an order that depends on their ids alone. */
const MOST = 50_000;

/** How far a scorer can be trusted. Of one that has scored nothing here, nothing is known. */
export async function readTrust(
  scope: ProjectScope,
  { scorer, kind }: { scorer: string; kind: ScoreKind },
): Promise<Trust> {
  const { projectId } = scope;
  const [paths, judged, compared] = await Promise.all([
    sql()<ScoredPath[]>`
      SELECT path.problem_id, score.value, path.verdict,
        (SELECT coalesce(sum(array_length(regexp_split_to_array(trim(part->>'content'), '\s+'), 1)), 0)::int
          FROM jsonb_array_elements(path.segments) AS part WHERE part->>'type' <> 'output') AS words,
        (SELECT avg(grade.value) FROM score AS grade JOIN scorer ON scorer.id = grade.scorer_id AND scorer.source = 'person'
          WHERE grade.path_id = path.id AND grade.scorer <> ${scorer}) AS grade
      FROM score JOIN path ON path.id = score.path_id
      WHERE score.project_id = ${projectId} AND score.scorer = ${scorer} AND score.kind = ${kind} AND path.flaw IS NULL
      ORDER BY hashint4(path.problem_id), path.problem_id, path.id LIMIT ${MOST}`,
    sql()<JudgedPair[]>`
      SELECT one.value AS first, other.value AS second,
        CASE WHEN judgement.answer IN ('first', 'second') THEN judgement.answer::text ELSE 'tie' END AS answer
      FROM judgement
      JOIN preference_pair AS pair ON pair.id = judgement.pair_id
      JOIN score AS one ON one.path_id = pair.first_id AND one.scorer = ${scorer} AND one.kind = ${kind}
      JOIN score AS other ON other.path_id = pair.second_id AND other.scorer = ${scorer} AND other.kind = ${kind}
      WHERE judgement.project_id = ${projectId} AND undone_at IS NULL AND judgement.answer <> 'skip'
      ORDER BY judgement.id LIMIT ${MOST}`,
    sql()<ComparedPair[]>`
      SELECT first_left, first_right FROM comparison
      JOIN scorer ON scorer.id = comparison.scorer_id AND scorer.name = ${scorer} AND scorer.kind = ${kind}
      WHERE comparison.project_id = ${projectId}
      ORDER BY first_id, second_id LIMIT ${MOST}`,
  ]);
  return measureTrust({ scorer, kind }, paths, judged, compared);
}
