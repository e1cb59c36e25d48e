import { sql } from "#lib/db.ts";
import type { Vote, VotedUnit } from "../agreement-figures.ts";
import type { QueueVote } from "../weighting.ts";

/** So many answers are measured at most, those of the newest units. */
export const MOST_VOTES = 200_000;

export interface CountedUnit {
  subdomain: string | null;
  votes: Vote[];
}

/** The standing answers of a queue, unit by unit, newest units first. Gold units and skips are left out. */
export async function votedUnits(queueId: number): Promise<CountedUnit[]> {
  const rows = await sql()<(QueueVote & { subdomain: string | null })[]>`
    SELECT judgement.unit_id AS unit, reviewer_id AS reviewer, category, subdomain.name AS subdomain
    FROM judgement JOIN review_unit AS unit ON unit.id = judgement.unit_id AND unit.gold IS NULL
    JOIN problem ON problem.id = unit.problem_id LEFT JOIN subdomain ON subdomain.id = problem.subdomain_id
    WHERE judgement.queue_id = ${queueId} AND undone_at IS NULL AND category IS NOT NULL
    ORDER BY judgement.unit_id DESC, judgement.created_at LIMIT ${MOST_VOTES}`;
  const units = new Map<number, CountedUnit>();
  for (const { unit, reviewer, category, subdomain } of rows) {
    const known = units.get(unit) ?? { subdomain, votes: [] };
    known.votes.push({ reviewer, category });
    units.set(unit, known);
  }
  return [...units.values()];
}

/** The same, answer by answer. */
export async function queueVotes(queueId: number): Promise<QueueVote[]> {
  return sql()<QueueVote[]>`
    SELECT judgement.unit_id AS unit, reviewer_id AS reviewer, category
    FROM judgement JOIN review_unit AS unit ON unit.id = judgement.unit_id AND unit.gold IS NULL
    WHERE judgement.queue_id = ${queueId} AND undone_at IS NULL AND category IS NOT NULL
    ORDER BY judgement.unit_id DESC, judgement.created_at LIMIT ${MOST_VOTES}`;
}

export const votesOf = ({ votes }: CountedUnit): VotedUnit => votes;
