import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { Judged } from "#lib/scoring/judged/strengths.ts";
import { winRates } from "../win-rates.ts";
import { findQueue } from "./find-queue.ts";

/** Models by people's standing judgements of pairs, of the project or of one queue. "Both bad" prefers neither. */
export async function readWinRates(scope: ProjectScope, queue: number | undefined) {
  if (queue !== undefined) await findQueue(scope, queue);
  const rows = await sql()<Judged<string>[]>`
    SELECT first.model AS first, second.model AS second,
      CASE WHEN judgement.answer IN ('first', 'second') THEN judgement.answer::text ELSE 'tie' END AS outcome,
      count(*)::int AS count
    FROM judgement JOIN preference_pair AS pair ON pair.id = judgement.pair_id
    JOIN path AS first ON first.id = pair.first_id AND first.model IS NOT NULL AND first.flaw IS NULL
    JOIN path AS second ON second.id = pair.second_id AND second.model IS NOT NULL AND second.flaw IS NULL
    WHERE judgement.project_id = ${scope.projectId} AND undone_at IS NULL AND judgement.answer <> 'skip'
      AND first.model <> second.model
      ${queue === undefined ? sql()`` : sql()`AND judgement.queue_id = ${queue}`}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return winRates(rows);
}
