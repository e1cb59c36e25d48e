import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { wilson } from "#lib/statistics/wilson.ts";
import type { AgreementFigure, ReviewerFigures } from "../contract/agreement.ts";
import { pacePerHour } from "../pace.ts";
import { type PacedAnswer, paceWarning } from "../pace-warning.ts";
import { streakOf } from "../streak.ts";
import { weigh } from "../weighting.ts";
import { findQueue } from "./find-queue.ts";
import { newestAnswers } from "./newest-answers.ts";
import { queueVotes } from "./votes.ts";

interface Row {
  id: string;
  name: string;
  answers: number;
  skips: number;
  medianSeconds: number | null;
  left: number;
  sided: number;
  same: number;
  compared: number;
  goldRight: number;
  goldOf: number;
  lastAt: string | null;
  holds: number;
  heldSince: string | null;
  times: number[];
  days: { day: string; answers: number }[];
  today: string;
  newest: PacedAnswer[];
}

const SHOWN_DAYS = 30;
const PACE_ANSWERS = 200;

/** What is known of each reviewer of a queue, who has answered most first; with `only`, of that one alone. */
export async function readReviewers(
  scope: ProjectScope,
  queueId: number,
  only?: string,
): Promise<ReviewerFigures[]> {
  const { kind, leaseMinutes } = await findQueue(scope, queueId);
  const [rows, votes] = await Promise.all([
    rowsOf(queueId, leaseMinutes, only),
    kind === "ranking" ? [] : queueVotes(queueId),
  ]);
  const { reliability } = weigh(votes);
  return rows.map((row) => figuresOf(row, reliability(row.id)));
}

/** The caller's own figures, also before the first answer. */
export async function readMine(scope: ProjectScope, queueId: number): Promise<ReviewerFigures> {
  const { userId, name } = scope.actor;
  const [mine] = await readReviewers(scope, queueId, userId);
  return mine ?? figuresOf({ ...NOTHING, id: userId, name }, null);
}

const NOTHING: Omit<Row, "id" | "name"> = {
  answers: 0,
  skips: 0,
  medianSeconds: null,
  left: 0,
  sided: 0,
  same: 0,
  compared: 0,
  goldRight: 0,
  goldOf: 0,
  lastAt: null,
  holds: 0,
  heldSince: null,
  times: [],
  days: [],
  today: "",
  newest: [],
};

function figuresOf(row: Row, reliability: number | null): ReviewerFigures {
  const { id, name, answers, skips, medianSeconds, lastAt, holds, heldSince, days, today } = row;
  return {
    id,
    name,
    answers,
    skips,
    perHour: pacePerHour(row.times),
    medianSeconds,
    leftShare: share(row.left, row.sided, "No pair with a better side has been judged."),
    agreement: share(row.same, row.compared, "Nobody else has answered the same units."),
    gold: { right: row.goldRight, of: row.goldOf },
    reliability:
      reliability === null
        ? { kind: "undefined", why: "Nobody else has answered the same units." }
        : { kind: "defined", value: reliability, low: null, high: null },
    lastAt,
    holds,
    heldSince,
    days: days.slice(-SHOWN_DAYS),
    streak: streakOf(
      days.map(({ day }) => day),
      today,
    ),
    warning: paceWarning(row.newest),
  };
}

function share(part: number, whole: number, why: string): AgreementFigure {
  const interval = wilson(part, whole);
  if (interval === null) return { kind: "undefined", why };
  return { kind: "defined", value: part / whole, ...interval };
}

/** Days count by UTC. A hold began a lease's length before its end. */
async function rowsOf(queueId: number, leaseMinutes: number, only: string | undefined): Promise<Row[]> {
  const whose = only === undefined ? sql()`` : sql()`AND reviewer_id = ${only}`;
  return sql()<Row[]>`
    WITH standing AS MATERIALIZED (
      SELECT judgement.*, unit.gold, unit.path_ids FROM judgement JOIN review_unit AS unit ON unit.id = judgement.unit_id
      WHERE judgement.queue_id = ${queueId} AND undone_at IS NULL ${whose}
    ), holding AS (
      SELECT reviewer_id, count(*)::int AS holds, min(until) - make_interval(mins => ${leaseMinutes}) AS since
      FROM review_hold WHERE queue_id = ${queueId} AND until > now() ${whose} GROUP BY reviewer_id
    ), compared AS (
      SELECT mine.reviewer_id, count(*)::int AS compared, count(*) FILTER (WHERE mine.category = other.category)::int AS same
      FROM standing AS mine JOIN judgement AS other ON other.unit_id = mine.unit_id AND other.undone_at IS NULL
        AND other.reviewer_id <> mine.reviewer_id AND other.category IS NOT NULL
      WHERE mine.category IS NOT NULL AND mine.gold IS NULL GROUP BY mine.reviewer_id
    ), days AS (
      SELECT reviewer_id, jsonb_agg(jsonb_build_object('day', day, 'answers', answers) ORDER BY day) AS days FROM (
        SELECT reviewer_id, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*) AS answers
        FROM standing WHERE category IS NOT NULL GROUP BY reviewer_id, day) AS counted GROUP BY reviewer_id
    ), figures AS (
      SELECT reviewer_id, count(category)::int AS answers, count(*) FILTER (WHERE category IS NULL)::int AS skips,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE category IS NOT NULL) AS median_seconds,
        count(*) FILTER (WHERE answer IN ('first', 'second'))::int AS sided,
        count(*) FILTER (WHERE answer IN ('first', 'second') AND (answer = 'first') = (left_id = path_ids[1]))::int AS "left",
        count(*) FILTER (WHERE gold IS NOT NULL AND category IS NOT NULL)::int AS gold_of,
        count(*) FILTER (WHERE gold = category)::int AS gold_right, max(created_at) AS last_at
      FROM standing GROUP BY reviewer_id
    )
    SELECT reviewers.id, coalesce("user".name, reviewers.id) AS name, coalesce(answers, 0) AS answers, coalesce(skips, 0) AS skips,
      median_seconds, coalesce("left", 0) AS "left", coalesce(sided, 0) AS sided, coalesce(same, 0) AS same,
      coalesce(compared, 0) AS compared, coalesce(gold_of, 0) AS gold_of, coalesce(gold_right, 0) AS gold_right, last_at,
      coalesce(holds, 0) AS holds, holding.since AS held_since, coalesce(days, '[]') AS days,
      to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today,
      ARRAY(SELECT (extract(epoch FROM created_at) * 1000)::float8 FROM standing
        WHERE standing.reviewer_id = reviewers.id AND category IS NOT NULL ORDER BY created_at DESC LIMIT ${PACE_ANSWERS}) AS times,
      ${newestAnswers(queueId, sql()`reviewers.id`)} AS newest
    FROM (SELECT reviewer_id AS id FROM figures UNION SELECT reviewer_id FROM holding) AS reviewers
    LEFT JOIN "user" ON "user".id = reviewers.id
    LEFT JOIN figures ON figures.reviewer_id = reviewers.id LEFT JOIN holding ON holding.reviewer_id = reviewers.id
    LEFT JOIN compared ON compared.reviewer_id = reviewers.id LEFT JOIN days ON days.reviewer_id = reviewers.id
    ORDER BY answers DESC NULLS LAST, reviewers.id`;
}
