import { describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { projectWithPairs } from "#lib/cli/testing/review-pairs.ts";
import { sql } from "#lib/db.ts";
import { type ReviewUnit, reviewUnit, type SideAnswer } from "../contract.ts";
import { leftOf } from "../sides.ts";
import { judge } from "./judge.ts";
import { freshPairs, nextUnits } from "./next.ts";

testDatabase();

const MINUTE = 60_000;

async function next(scope: ProjectScope, count = 3): Promise<ReviewUnit[]> {
  return (await nextUnits(scope, { count })).units;
}

async function idsOf(scope: ProjectScope, count?: number): Promise<number[]> {
  return (await next(scope, count)).map(({ pairId }) => pairId);
}

async function answer(scope: ProjectScope, unit: ReviewUnit, said: SideAnswer = "a"): Promise<void> {
  const { pairId, a } = unit;
  await judge(scope, { id: crypto.randomUUID(), pairId, answer: said, leftPathId: a.pathId, seconds: 2 });
}

/** Moves the end of all leases of a person, as if minutes had passed. */
async function shiftLeases(scope: ProjectScope, minutes: number): Promise<void> {
  await sql()`UPDATE review_lease SET until = until + make_interval(mins => ${minutes})
    WHERE reviewer_id = ${scope.actor.userId}`;
}

describe("several reviewers at once", () => {
  test.each([2, 9])(
    "(%i of them) get each of 200 pairs once between them, and none is lost",
    async (reviewers) => {
      const project = await projectWithPairs(200);
      const people = await Promise.all(Array.from({ length: reviewers }, () => project.person()));
      const given: number[] = [];
      const work = async (scope: ProjectScope) => {
        for (let units = await next(scope); units.length > 0; units = await next(scope)) {
          given.push(...units.map(({ pairId }) => pairId));
          await Promise.all(units.map((unit) => answer(scope, unit)));
        }
      };
      await Promise.all(people.map(work));
      expect(given.toSorted((one, other) => one - other)).toEqual(project.pairIds);
      const [row] = await sql()<[{ kept: number; reviewers: number }]>`
      SELECT count(*)::int AS kept, count(DISTINCT reviewer_id)::int AS reviewers FROM judgement
      WHERE project_id = ${project.id}`;
      expect(row).toEqual({ kept: 200, reviewers });
    },
  );

  test("all get as many as they asked for, as long as there are enough", async () => {
    const project = await projectWithPairs(200);
    const people = await Promise.all(Array.from({ length: 20 }, () => project.person()));
    const hands = await Promise.all(people.map((scope) => idsOf(scope, 10)));
    expect(hands.map((hand) => hand.length)).toEqual(people.map(() => 10));
    expect(hands.flat().toSorted((one, other) => one - other)).toEqual(project.pairIds);
    expect(await idsOf(await project.person())).toEqual([]);
  });

  test("sending the same request twice at the same moment doesn't give one reviewer more", async () => {
    const project = await projectWithPairs(40);
    const scope = await project.person();
    await Promise.all(Array.from({ length: 6 }, () => next(scope, 3)));
    const held = await idsOf(scope, 3);
    const [row] = await sql()<[{ count: number }]>`
      SELECT count(*)::int FROM review_lease WHERE reviewer_id = ${scope.actor.userId}`;
    expect(row.count).toBe(held.length);
    expect(held.length).toBe(3);
  });
});

describe("a lease", () => {
  test("keeps the same pairs, sides and order with their reviewer, and is renewed each time for ten minutes", async () => {
    const project = await projectWithPairs(10);
    const [scope, other] = [await project.person(), await project.person()];
    const units = await next(scope);
    expect(units.map(({ pairId }) => pairId)).toEqual(project.pairIds.slice(0, 3));
    await shiftLeases(scope, -9);
    const again = await next(scope);
    expect(again.map(({ leaseUntil: _, ...unit }) => unit)).toEqual(
      units.map(({ leaseUntil: _, ...unit }) => unit),
    );
    for (const { leaseUntil } of again) {
      const left = Date.parse(leaseUntil) - Date.now();
      expect(left).toBeGreaterThan(9.9 * MINUTE);
      expect(left).toBeLessThan(10.1 * MINUTE);
    }
    expect(await idsOf(other)).toEqual(project.pairIds.slice(3, 6));
  });

  test("that has lapsed gives the pair to whoever asks first, also to the one who had it", async () => {
    const project = await projectWithPairs(6);
    const [slow, quick] = [await project.person(), await project.person()];
    const [firstThree, lastThree] = [project.pairIds.slice(0, 3), project.pairIds.slice(3)];
    expect(await idsOf(slow)).toEqual(firstThree);
    await shiftLeases(slow, -11);
    expect(await idsOf(slow)).toEqual(firstThree);
    await shiftLeases(slow, -11);
    expect(await idsOf(quick)).toEqual(firstThree);
    expect(await idsOf(slow)).toEqual(lastThree);
  });

  test("isn't given for pairs of another project, also not to one person in both", async () => {
    const [here, there] = [await projectWithPairs(2), await projectWithPairs(2)];
    const scope = await here.person();
    await sql()`INSERT INTO review_lease (pair_id, reviewer_id, until)
      SELECT unnest(${there.pairIds as number[]}::int[]), ${scope.actor.userId}, now() + interval '5 minutes'`;
    expect(await idsOf(scope, 2)).toEqual(here.pairIds);
  });
});

describe("what a reviewer is given", () => {
  test("has the contract's shape and says nothing of models, verdicts and keys", async () => {
    const project = await projectWithPairs(8);
    const scope = await project.person();
    const units = await next(scope, 8);
    for (const unit of units) {
      expect(reviewUnit.strict().parse(unit)).toEqual(unit);
      expect(JSON.stringify(unit)).not.toMatch(/model|right|wrong|correct|verdict|key/);
    }
    expect(units[0]).toMatchObject({ problemText: "What is 1 + 1?", referenceAnswer: "2" });
  });

  test("puts on the left the path that the rule of sides names", async () => {
    const project = await projectWithPairs(10);
    const scope = await project.person();
    for (const { pairId, a, b } of await next(scope, 10)) {
      const [firstId, secondId] = [Math.min(a.pathId, b.pathId), Math.max(a.pathId, b.pathId)];
      expect(a.pathId).toBe(leftOf(pairId, scope.actor.userId, firstId, secondId));
      expect(a.segments).not.toEqual(b.segments);
    }
  });

  test("comes by priority first, then by id, and never what is decided", async () => {
    const project = await projectWithPairs(6);
    const [p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0] = project.pairIds;
    await sql()`UPDATE preference_pair SET priority = 1 WHERE id IN (${p1}, ${p2}, ${p4})`;
    await sql()`UPDATE preference_pair SET decided = 'tie' WHERE id IN (${p2}, ${p5})`;
    expect(await idsOf(await project.person(), 10)).toEqual([p3, p6, p1, p4]);
  });
});

describe("a skipped pair", () => {
  test("goes to others, and comes back to its skipper only when nothing else is left, longest skipped first", async () => {
    const project = await projectWithPairs(4);
    const [skipper, other] = [await project.person(), await project.person()];
    const [p1 = 0, p2 = 0, p3 = 0, p4 = 0] = project.pairIds;
    const [one, two] = await next(skipper, 2);
    if (!one || !two) throw new Error("there are four pairs to give");
    await answer(skipper, two, "skip");
    await answer(skipper, one, "skip");
    expect(await idsOf(skipper, 2)).toEqual([p3, p4]);
    expect(await idsOf(other, 1)).toEqual([p1]);
    await shiftLeases(other, -11);
    for (const unit of await next(skipper, 4)) await answer(skipper, unit);
    expect(await idsOf(skipper, 1)).toEqual([p2]);
    await shiftLeases(skipper, -11);
    expect(await idsOf(other, 1)).toEqual([p1]);
  });
});

test("of 100,000 pairs, a claim reads a few by the index of open pairs, also past a thousand leased ones", async () => {
  const project = await projectWithPairs(1);
  const scope = await project.person();
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash)
    SELECT ${project.id}, problem.id, n, 'cot', '[]', n FROM problem, generate_series(1, 448) AS n
    WHERE problem.project_id = ${project.id}`;
  await sql()`
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, priority)
    SELECT ${project.id}, one.problem_id, one.id, other.id, 'mined', one.id % 7
    FROM path AS one JOIN path AS other ON other.problem_id = one.problem_id AND one.id < other.id
    WHERE one.project_id = ${project.id} AND one.model IS NULL`;
  await sql()`
    INSERT INTO review_lease (pair_id, reviewer_id, until)
    SELECT id, 'somebody', now() + interval '9 minutes' FROM preference_pair
    WHERE project_id = ${project.id} ORDER BY priority, id LIMIT 1000`;
  await sql()`ANALYZE`;
  const [counted] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM preference_pair WHERE project_id = ${project.id}`;
  expect(counted.count).toBeGreaterThan(100_000);
  const plan = await sql()<{ "query plan": string }[]>`EXPLAIN ANALYZE ${freshPairs(scope, 3)}`;
  const text = plan.flatMap(Object.values).join("\n");
  expect(text).toMatch(/Index Scan using preference_pair_open_idx on preference_pair pair .*rows=1003\b/);
  expect(text).not.toMatch(/Seq Scan on preference_pair|Sort/);
});
