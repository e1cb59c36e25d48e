import type { PendingQuery, Row } from "postgres";
import type { Sql, SqlTransaction } from "#lib/db.ts";
import { containing } from "#lib/problems/containing.ts";
import type { DatasetFilter, DpoFilter, SftFilter } from "../contract.ts";

type Db = Sql | SqlTransaction;

/**
 * All rows that a filter looks at, as a relation (problem_id, row_id, chosen_id, rejected_id, reason) for a FROM
 * clause. `reason` is why the row is left out, null for a row that is kept. `row_id` is the path's or the pair's
 * id: within a problem, rows stand in its order, and a limit a problem keeps the first ones.
 */
export function candidates(db: Db, projectId: number, filter: DatasetFilter): PendingQuery<Row[]> {
  const judged = filter.kind === "sft" ? pathRows(db, projectId, filter) : pairRows(db, projectId, filter);
  return db`
    SELECT problem_id, row_id, chosen_id, rejected_id, CASE
      WHEN reason IS NULL AND place > ${filter.perProblem ?? null}::int THEN 'over_problem_limit'
      ELSE reason
    END AS reason
    FROM (
      SELECT *, row_number() OVER (PARTITION BY problem_id, reason IS NULL ORDER BY row_id) AS place
      FROM (${judged}) AS judged
    ) AS ranked`;
}

function pathRows(db: Db, projectId: number, filter: SftFilter) {
  const { model, pathKind } = filter;
  return db`
    SELECT path.problem_id, path.id AS row_id, path.id AS chosen_id, NULL::int AS rejected_id,
      CASE WHEN problem.split = 'test' THEN 'test_split' END AS reason
    FROM path JOIN problem ON problem.id = path.problem_id
    WHERE path.project_id = ${projectId} AND path.verdict = ${filter.verdict}
      ${model === undefined ? db`` : model === "" ? db`AND path.model IS NULL` : db`AND path.model = ${model}`}
      ${pathKind === undefined ? db`` : db`AND path.kind = ${pathKind}`}
      ${ofProblem(db, projectId, filter)}`;
}

function pairRows(db: Db, projectId: number, filter: DpoFilter) {
  return db`
    SELECT pair.problem_id, pair.id AS row_id, chosen.id AS chosen_id, rejected.id AS rejected_id, CASE
      WHEN problem.split = 'test' THEN 'test_split'
      WHEN chosen.id IS NULL THEN 'undecided'
      WHEN ${filter.chosenCorrect} AND chosen.verdict IS DISTINCT FROM 'correct' THEN 'chosen_not_correct'
      WHEN ${filter.rejectedWrong} AND rejected.verdict = 'correct' THEN 'rejected_correct'
      WHEN chosen.segments = rejected.segments THEN 'same_text'
    END AS reason
    FROM (
      SELECT *, ${outcome(db, filter.choice)} AS outcome FROM preference_pair WHERE project_id = ${projectId}
    ) AS pair
    JOIN problem ON problem.id = pair.problem_id
    LEFT JOIN path AS chosen ON chosen.id = CASE outcome WHEN 'first' THEN first_id WHEN 'second' THEN second_id END
    LEFT JOIN path AS rejected ON rejected.id = CASE outcome WHEN 'first' THEN second_id WHEN 'second' THEN first_id END
    WHERE true ${ofProblem(db, projectId, filter)}`;
}

/** Which side is chosen. `proposed` stands while nobody said otherwise: people may have said the same. */
function outcome(db: Db, choice: DpoFilter["choice"]) {
  switch (choice) {
    case "judged":
      return db`decided`;
    case "proposed":
      return db`CASE WHEN coalesce(decided, proposed) = proposed THEN proposed END`;
    case "either":
      return db`coalesce(decided, proposed)`;
  }
}

function ofProblem(db: Db, projectId: number, { q, subdomain }: Pick<DatasetFilter, "q" | "subdomain">) {
  return db`
    ${q ? db`AND problem.text ILIKE ${containing(q)}` : db``}
    ${
      subdomain === undefined
        ? db``
        : db`AND problem.subdomain_id = (SELECT id FROM subdomain WHERE project_id = ${projectId} AND name = ${subdomain})`
    }`;
}

/** Counts over a relation `candidate`, as columns: how many rows, how many are kept, and why the others aren't. */
export function candidateCounts(db: Db) {
  return db`
    (SELECT count(*)::int FROM candidate) AS candidates,
    (SELECT count(*)::int FROM candidate WHERE reason IS NULL) AS kept,
    (SELECT count(DISTINCT problem_id)::int FROM candidate WHERE reason IS NULL) AS problems,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'count', count)), '[]') FROM (
      SELECT reason, count(*)::int FROM candidate WHERE reason IS NOT NULL GROUP BY reason
    ) AS counted) AS dropped`;
}
