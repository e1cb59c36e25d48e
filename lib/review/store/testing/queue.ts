import type { ProjectScope } from "#lib/auth/scope.ts";
import { type PairsProject, projectWithPairs } from "#lib/cli/testing/review-pairs.ts";
import { sql } from "#lib/db.ts";
import { newQueue } from "../../contract/queues.ts";
import type { ReviewUnit, UnitAnswer } from "../../contract.ts";
import type { answerUnit } from "../answer.ts";
import { makeQueue } from "../make-queue.ts";
import { nextUnits } from "../take.ts";

export interface QueueProject extends PairsProject {
  readonly queue: number;
  readonly lead: ProjectScope;
}

/** A project of its own with so many pairs in a queue that is the usual one but for `settings`. */
export async function projectWithQueue(pairs: number, settings: object = {}): Promise<QueueProject> {
  const project = await projectWithPairs(pairs);
  const lead = await project.person("lead");
  const usual = { name: "Pairs", order: "given", source: { kind: "pair" } };
  const { id } = await makeQueue(lead, newQueue.parse({ ...usual, ...settings }));
  return { ...project, queue: id, lead };
}

export async function take(project: QueueProject, scope: ProjectScope, count = 3): Promise<ReviewUnit[]> {
  return (await nextUnits(scope, { queue: project.queue, count })).units;
}

export async function takeOne(project: QueueProject, scope: ProjectScope): Promise<ReviewUnit> {
  const [unit] = await take(project, scope, 1);
  if (!unit) throw new Error("there is a unit to take");
  return unit;
}

type NewAnswer = Parameters<typeof answerUnit>[1];

/** What is sent of a unit that was given out. */
export function answerOf(
  project: QueueProject,
  { unitId, paths, problemVersion }: ReviewUnit,
  answer: UnitAnswer = { kind: "pair", choice: "a" },
  more: Partial<NewAnswer> = {},
): NewAnswer {
  const shown = paths.map(({ pathId }) => pathId);
  const rest = { seconds: 7.25, comment: "", notes: [] };
  const id = crypto.randomUUID();
  return { id, queue: project.queue, unit: unitId, answer, shown, problemVersion, ...rest, ...more };
}

/** The pair answer by which this path, or neither, is chosen. */
export function choosing({ paths }: ReviewUnit, pathId: number): UnitAnswer {
  return { kind: "pair", choice: paths[0]?.pathId === pathId ? "a" : "b" };
}

/** Moves the end of all leases of a person, as if minutes had passed. */
export async function shiftHolds(scope: ProjectScope, minutes: number): Promise<void> {
  await sql()`UPDATE review_hold SET until = until + make_interval(mins => ${minutes})
    WHERE reviewer_id = ${scope.actor.userId}`;
}

/** Units of a queue that were given to more than they want, or counted wrongly. Late answers come on top of `wanted`. */
export async function violations(queue: number) {
  return sql()`
    SELECT unit.id, wanted, answered, open_slots, holds.count AS holds, answers.count AS answers
    FROM review_unit AS unit
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM review_hold WHERE unit_id = unit.id) AS holds
    CROSS JOIN LATERAL (SELECT count(*)::int AS count, count(*) FILTER (WHERE late)::int AS late FROM judgement
      WHERE unit_id = unit.id AND undone_at IS NULL AND category IS NOT NULL) AS answers
    WHERE queue_id = ${queue} AND gold IS NULL AND state = 'open' AND (
      answers.count <> answered OR open_slots <> greatest(0, wanted - answered - holds.count)
      OR holds.count + answers.count - answers.late > wanted)`;
}
