import { describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { reviewUnit } from "../contract.ts";
import { answerUnit } from "./answer.ts";
import { releaseUnits } from "./draft.ts";
import { setQueueState } from "./queues.ts";
import { openUnits } from "./take.ts";
import {
  answerOf,
  projectWithQueue,
  type QueueProject,
  shiftHolds,
  take,
  takeOne,
  violations,
} from "./testing/queue.ts";

testDatabase();

const idsOf = async (project: QueueProject, scope: ProjectScope, count?: number) =>
  (await take(project, scope, count)).map(({ unitId }) => unitId);

describe("several reviewers at once", () => {
  test.each([
    [1, 3],
    [2, 3],
    [3, 5],
  ])(
    "with overlap %i (%i of them) give each of 120 units as many answers, nobody twice, and none is lost",
    async (overlap, reviewers) => {
      const project = await projectWithQueue(120, { overlap, order: "random" });
      const people = await Promise.all(Array.from({ length: reviewers }, () => project.person()));
      const work = async (scope: ProjectScope) => {
        for (let units = await take(project, scope); units.length > 0; units = await take(project, scope)) {
          for (const unit of units)
            await answerUnit(scope, answerOf(project, unit, { kind: "pair", choice: "tie" }));
        }
      };
      await Promise.all(people.map(work));
      const rows = await sql()<{ answers: number; people: number }[]>`
        SELECT count(*)::int AS answers, count(DISTINCT reviewer_id)::int AS people FROM judgement
        WHERE queue_id = ${project.queue} GROUP BY unit_id`;
      expect(rows).toHaveLength(120);
      for (const row of rows) expect(row).toEqual({ answers: overlap, people: overlap });
      expect(await violations(project.queue)).toEqual([]);
      expect(await sql()`SELECT FROM judgement WHERE queue_id = ${project.queue} AND late`).toHaveLength(0);
    },
  );

  test("all get as many as they asked for, as long as there are enough", async () => {
    const project = await projectWithQueue(100);
    const people = await Promise.all(Array.from({ length: 10 }, () => project.person()));
    const hands = await Promise.all(people.map((scope) => idsOf(project, scope, 10)));
    expect(hands.map((hand) => hand.length)).toEqual(people.map(() => 10));
    expect(new Set(hands.flat()).size).toBe(100);
    expect(await idsOf(project, await project.person())).toEqual([]);
  });

  test("asking six times at the same moment doesn't give one reviewer more", async () => {
    const project = await projectWithQueue(40);
    const scope = await project.person();
    const hands = await Promise.all(Array.from({ length: 6 }, () => idsOf(project, scope)));
    for (const hand of hands) expect(hand).toEqual(hands[0]);
    expect(await violations(project.queue)).toEqual([]);
  });
});

describe("a lease", () => {
  test("keeps the same units with their reviewer, and is renewed each time", async () => {
    const project = await projectWithQueue(10, { leaseMinutes: 10 });
    const [scope, other] = [await project.person(), await project.person()];
    const units = await take(project, scope);
    await shiftHolds(scope, -9);
    const again = await take(project, scope);
    expect(again.map(({ leaseUntil: _, ...unit }) => unit)).toEqual(
      units.map(({ leaseUntil: _, ...unit }) => unit),
    );
    for (const { leaseUntil } of again)
      expect(Date.parse(leaseUntil) - Date.now()).toBeGreaterThan(9.9 * 60_000);
    const held = new Set(units.map(({ unitId }) => unitId));
    expect((await idsOf(project, other)).some((id) => held.has(id))).toBe(false);
  });

  test("that has ended gives the unit to whoever asks next", async () => {
    const project = await projectWithQueue(3);
    const [slow, quick] = [await project.person(), await project.person()];
    const first = await idsOf(project, slow);
    expect(await idsOf(project, quick)).toEqual([]);
    await shiftHolds(slow, -11);
    expect(await idsOf(project, quick)).toEqual(first);
    expect(await idsOf(project, slow)).toEqual([]);
    expect(await violations(project.queue)).toEqual([]);
  });

  test("can be given back, and the units go to others at once", async () => {
    const project = await projectWithQueue(3);
    const [one, other] = [await project.person(), await project.person()];
    const held = await idsOf(project, one);
    expect(await releaseUnits(one, project.queue)).toEqual({ released: 3 });
    expect(await idsOf(project, other)).toEqual(held);
    expect(await violations(project.queue)).toEqual([]);
  });

  test("isn't given in a queue of another project, nor in a paused or closed one", async () => {
    const [here, there] = [await projectWithQueue(2), await projectWithQueue(2)];
    const scope = await here.person();
    await expect(take({ ...here, queue: there.queue }, scope)).rejects.toMatchObject({ code: "not_found" });
    await setQueueState(here.lead, { queue: here.queue, state: "paused" });
    expect(await take(here, scope)).toEqual([]);
  });
});

describe("what a reviewer is given", () => {
  test("has the contract's shape and says nothing of models, keys, verdicts and reference answers", async () => {
    const project = await projectWithQueue(8);
    const scope = await project.person();
    for (const unit of await take(project, scope, 8)) {
      expect(reviewUnit.strict().parse(unit)).toEqual(unit);
      expect(JSON.stringify(unit)).not.toMatch(/model|right|wrong|"correct"|"key"/);
      expect(unit.referenceAnswer).toBeNull();
      expect(unit.paths.map(({ verdict }) => verdict)).toEqual([null, null]);
    }
  });

  test("shows verdicts and reference where the queue does", async () => {
    const project = await projectWithQueue(1, { hidesVerdict: false });
    const unit = await takeOne(project, await project.person());
    expect(unit.referenceAnswer).toBe("2");
    expect(unit.paths.map(({ verdict }) => verdict).toSorted()).toEqual(["correct", "incorrect"]);
  });

  test("is masked where it names a model of the project", async () => {
    const project = await projectWithQueue(1);
    await sql()`UPDATE path SET segments = '[{"type": "text", "content": "I, model-right, say 2."}]'
      WHERE project_id = ${project.id}`;
    const { paths } = await takeOne(project, await project.person());
    expect(paths[0]?.segments[0]?.content).toBe("I, ▮▮▮, say 2.");
  });
});

describe("a skipped unit", () => {
  const skip = { kind: "skip" } as const;

  test("goes to others, and with the policy “me” comes back to its skipper once nothing else is left", async () => {
    const project = await projectWithQueue(3, { skipPolicy: "me" });
    const [skipper, other] = [await project.person(), await project.person()];
    const [one, two, three] = await take(project, skipper);
    if (!one || !two || !three) throw new Error("there are three units");
    await answerUnit(skipper, answerOf(project, one, skip));
    await answerUnit(skipper, answerOf(project, two));
    await answerUnit(skipper, answerOf(project, three));
    expect(await idsOf(project, skipper)).toEqual([one.unitId]);
    await releaseUnits(skipper, project.queue);
    expect(await idsOf(project, other)).toEqual([one.unitId]);
  });

  test("with the policy “others” never comes back to its skipper", async () => {
    const project = await projectWithQueue(1, { skipPolicy: "others" });
    const [skipper, other] = [await project.person(), await project.person()];
    await answerUnit(skipper, answerOf(project, await takeOne(project, skipper), skip));
    expect(await idsOf(project, skipper)).toEqual([]);
    expect(await idsOf(project, other)).toHaveLength(1);
  });

  test("with the policy “drop” leaves the queue", async () => {
    const project = await projectWithQueue(1, { skipPolicy: "drop" });
    const [skipper, other] = [await project.person(), await project.person()];
    await answerUnit(skipper, answerOf(project, await takeOne(project, skipper), skip));
    expect(await idsOf(project, other)).toEqual([]);
    expect(await sql()`SELECT state FROM review_unit WHERE queue_id = ${project.queue}`).toEqual([
      { state: "dropped" },
    ]);
  });
});

test("gold units come in their share, to each reviewer once, and count for nobody", async () => {
  const project = await projectWithQueue(60, { gold: 10, goldShare: 0.2, limit: 50 });
  const scope = await project.person();
  let gold = 0;
  for (let at = 0; at < 40; at += 1) {
    const unit = await takeOne(project, scope);
    const [row] = await sql()<
      [{ gold: string | null }]
    >`SELECT gold FROM review_unit WHERE id = ${unit.unitId}`;
    if (row.gold !== null) gold += 1;
    await answerUnit(scope, answerOf(project, unit));
  }
  expect(Math.abs(gold - 8)).toBeLessThanOrEqual(1);
  expect(
    await sql()`SELECT FROM preference_pair WHERE project_id = ${project.id} AND decided IS NOT NULL`,
  ).toHaveLength(40 - gold);
  expect(await violations(project.queue)).toEqual([]);
});

test("of 100,000 units, a claim reads a few by the index of open ones, also past a thousand that are held", async () => {
  const project = await projectWithQueue(1);
  const scope = await project.person();
  await sql()`
    INSERT INTO review_unit (queue_id, project_id, problem_id, path_ids, position, wanted, open_slots)
    SELECT ${project.queue}, ${project.id}, problem.id, '{}', n, 1, CASE WHEN n <= 1000 THEN 0 ELSE 1 END
    FROM problem, generate_series(1, 100000) AS n WHERE project_id = ${project.id}`;
  await sql()`ANALYZE`;
  for (const range of [{ after: { position: 0, id: 0 } }, { upTo: { position: 50_000, id: 0 } }]) {
    const plan = await sql()<{ "query plan": string }[]>`
      EXPLAIN ANALYZE ${openUnits(scope, { id: project.queue }, { ...range, limit: 3 })}`;
    const text = plan.flatMap(Object.values).join("\n");
    expect(text).toMatch(/Index Scan using review_unit_open_idx on review_unit unit .*rows=[34](\.00)? /);
    expect(text).not.toMatch(/Seq Scan on review_unit|Sort/);
  }
});
