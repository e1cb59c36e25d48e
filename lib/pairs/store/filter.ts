import type { PendingQuery, Row } from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { containing } from "#lib/problems/containing.ts";
import type { PairFilter, PairRow } from "../contract.ts";

type State = NonNullable<PairFilter["state"]>;

/** What people have said of a pair so far. */
export function stateOf(decided: PairRow["decided"]): State {
  if (decided === null) return "open";
  return decided === "tie" || decided === "both_bad" ? decided : "decided";
}

function inState(state: State): PendingQuery<Row[]> {
  switch (state) {
    case "open":
      return sql()`pair.decided IS NULL`;
    case "decided":
      return sql()`pair.decided IN ('first', 'second')`;
    case "tie":
      return sql()`pair.decided = 'tie'`;
    case "both_bad":
      return sql()`pair.decided = 'both_bad'`;
  }
}

/** The condition on `preference_pair AS pair JOIN problem` that a filter stands for. */
export function matching(scope: ProjectScope, filter: PairFilter): PendingQuery<Row[]> {
  const { q, problem, state, origin } = filter;
  return sql()`pair.project_id = ${scope.projectId}
    ${q ? sql()`AND problem.text ILIKE ${containing(q)}` : sql()``}
    ${problem === undefined ? sql()`` : sql()`AND pair.problem_id = ${problem}`}
    ${state === undefined ? sql()`` : sql()`AND ${inState(state)}`}
    ${origin === undefined ? sql()`` : sql()`AND pair.origin = ${origin}`}`;
}
