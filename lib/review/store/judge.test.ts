import { describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { type PairsProject, projectWithPairs } from "#lib/cli/testing/review-pairs.ts";
import { sql } from "#lib/db.ts";
import type { ReviewUnit } from "../contract.ts";
import { judge } from "./judge.ts";
import { nextUnits } from "./next.ts";

testDatabase();

type Judgement = Parameters<typeof judge>[1];

async function take(scope: ProjectScope): Promise<ReviewUnit> {
  const [unit] = (await nextUnits(scope, { count: 1 })).units;
  if (!unit) throw new Error("there is a pair to take");
  return unit;
}

function judgementOf({ pairId, a }: ReviewUnit, more: Partial<Judgement> = {}): Judgement {
  return { id: crypto.randomUUID(), pairId, answer: "a", leftPathId: a.pathId, seconds: 7.25, ...more };
}

async function lapse(scope: ProjectScope): Promise<void> {
  await sql()`UPDATE review_lease SET until = now() - interval '1 second' WHERE reviewer_id = ${scope.actor.userId}`;
}

/** What the tables say of a pair: the path that was decided on, counts, and who judged it how. */
async function stateOf(pairId: number) {
  const [pair] = await sql()`
    SELECT CASE decided WHEN 'first' THEN first_id::text WHEN 'second' THEN second_id::text ELSE decided::text END AS chosen,
      decided_at IS NOT NULL AS dated, judgement_count AS count,
      (SELECT reviewer_id FROM review_lease WHERE pair_id = pair.id) AS holder
    FROM preference_pair AS pair WHERE id = ${pairId}`;
  return pair;
}

async function judgementsIn(project: PairsProject) {
  return sql()`
    SELECT id, pair_id, reviewer_id, answer, left_id, strength, comment, seconds, undone_at IS NULL AS stands
    FROM judgement WHERE project_id = ${project.id} ORDER BY created_at, id`;
}

describe("judge", () => {
  test.each([
    ["a", (unit: ReviewUnit) => String(unit.a.pathId)],
    ["b", (unit: ReviewUnit) => String(unit.b.pathId)],
    ["tie", () => "tie"],
    ["both_bad", () => "both_bad"],
  ] as const)(
    "answered %s decides for what stood there, counts, frees the lease, and is in the audit",
    async (answer, chosen) => {
      const project = await projectWithPairs(4);
      const scope = await project.person();
      for (const unit of (await nextUnits(scope, { count: 4 })).units) {
        const judgement = judgementOf(unit, { answer, strength: 2, comment: "clear" });
        await judge(scope, judgement);
        expect(await stateOf(unit.pairId)).toEqual({
          chosen: chosen(unit),
          dated: true,
          count: 1,
          holder: null,
        });
        expect(
          await sql()`
        SELECT actor_id, action, detail->>'judgement' AS id FROM audit_entry
        WHERE project_id = ${project.id} AND target = ${`pair ${unit.pairId}`}`,
        ).toEqual([{ actorId: scope.actor.userId, action: "review.judge", id: judgement.id }]);
      }
      const kept = await judgementsIn(project);
      expect(kept).toHaveLength(4);
      for (const row of kept)
        expect(row).toMatchObject({ strength: 2, comment: "clear", seconds: 7.25, stands: true });
    },
  );

  test("sent again, also five times at once, is one judgement, and answers the same", async () => {
    const project = await projectWithPairs(2);
    const scope = await project.person();
    const judgement = judgementOf(await take(scope), { comment: "once" });
    const answers = await Promise.all(Array.from({ length: 5 }, () => judge(scope, judgement)));
    answers.push(await judge(scope, judgement));
    for (const progress of answers)
      expect(progress).toEqual({ open: 1, judged: 1, mine: 1, minePerHour: null });
    expect(await judgementsIn(project)).toHaveLength(1);
    const audits = await sql()`SELECT FROM audit_entry WHERE project_id = ${project.id}`;
    expect(audits).toHaveLength(1);
  });

  test("with an id that stands for something else is a conflict and changes nothing", async () => {
    const project = await projectWithPairs(3);
    const [scope, other] = [await project.person(), await project.person()];
    const unit = await take(scope);
    const judgement = judgementOf(unit, { strength: 1, comment: "mine" });
    await judge(scope, judgement);
    const before = await judgementsIn(project);
    const changes: Partial<Judgement>[] = [
      { answer: "b" },
      { leftPathId: unit.b.pathId },
      { seconds: 8 },
      { strength: 2 },
      { strength: undefined },
      { comment: "changed" },
      { comment: undefined },
      judgementOf(await take(scope), { id: judgement.id }),
    ];
    for (const change of changes) {
      await expect(judge(scope, { ...judgement, ...change })).rejects.toMatchObject({ code: "conflict" });
    }
    await expect(judge(other, judgement)).rejects.toMatchObject({ code: "conflict", place: { field: "id" } });
    expect(await judgementsIn(project)).toEqual(before);
    expect(await stateOf(unit.pairId)).toMatchObject({ chosen: String(unit.a.pathId), count: 1 });
  });

  test("refuses a left path that isn't the pair's, and doesn't see another project's pair", async () => {
    const [project, elsewhere] = [await projectWithPairs(2), await projectWithPairs(1)];
    const [scope, stranger] = [await project.person(), await elsewhere.person()];
    const unit = await take(scope);
    const [other] = (await nextUnits(scope, { count: 2 })).units.filter(
      ({ pairId }) => pairId !== unit.pairId,
    );
    await expect(
      judge(scope, judgementOf(unit, { leftPathId: other?.a.pathId ?? -1 })),
    ).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "leftPathId" },
    });
    await expect(judge(stranger, judgementOf(unit))).rejects.toMatchObject({ code: "not_found" });
    expect(await judgementsIn(project)).toEqual([]);
    expect(await stateOf(unit.pairId)).toMatchObject({ chosen: null, count: 0, holder: scope.actor.userId });
  });
});

describe("a late judgement", () => {
  test("after somebody else's is kept and counted, and changes no decision", async () => {
    const project = await projectWithPairs(1);
    const [slow, quick] = [await project.person(), await project.person()];
    const late = await take(slow);
    await lapse(slow);
    const unit = await take(quick);
    await judge(quick, judgementOf(unit, { answer: "tie" }));
    await judge(slow, judgementOf(late, { answer: "both_bad" }));
    expect(await stateOf(unit.pairId)).toMatchObject({ chosen: "tie", count: 2, holder: null });
    expect(await judgementsIn(project)).toMatchObject([
      { reviewerId: quick.actor.userId, answer: "tie", stands: true },
      { reviewerId: slow.actor.userId, answer: "both_bad", stands: true },
    ]);
  });

  test("before anybody else's decides, and then the new holder's is the late one", async () => {
    const project = await projectWithPairs(1);
    const [slow, quick] = [await project.person(), await project.person()];
    const late = await take(slow);
    await lapse(slow);
    const unit = await take(quick);
    await judge(slow, judgementOf(late, { answer: "both_bad" }));
    expect(await stateOf(unit.pairId)).toMatchObject({ chosen: "both_bad", count: 1, holder: null });
    await judge(quick, judgementOf(unit, { answer: "tie" }));
    expect(await stateOf(unit.pairId)).toMatchObject({ chosen: "both_bad", count: 2 });
  });

  test("at the same moment as another leaves the pair as the first of the two said", async () => {
    const project = await projectWithPairs(20);
    const [one, other] = [await project.person(), await project.person()];
    const { units } = await nextUnits(one, { count: 10 });
    await Promise.all(
      units.flatMap((unit) => [
        judge(one, judgementOf(unit, { answer: "tie" })),
        judge(other, judgementOf(unit, { answer: "both_bad" })),
      ]),
    );
    const kept = await judgementsIn(project);
    expect(kept).toHaveLength(20);
    for (const { pairId } of units) {
      const first = kept.find((judgement) => judgement["pairId"] === pairId);
      expect(await stateOf(pairId)).toMatchObject({ chosen: first?.["answer"], count: 2 });
    }
  });
});

describe("a second answer of the same reviewer to the same pair", () => {
  test("takes the place of the first one", async () => {
    const project = await projectWithPairs(1);
    const scope = await project.person();
    const unit = await take(scope);
    await judge(scope, judgementOf(unit, { answer: "tie" }));
    const progress = await judge(scope, judgementOf(unit, { answer: "both_bad" }));
    expect(progress).toMatchObject({ open: 0, judged: 1, mine: 1 });
    expect(await stateOf(unit.pairId)).toMatchObject({ chosen: "both_bad", count: 1 });
    expect((await judgementsIn(project)).map((row) => row["stands"])).toEqual([false, true]);
  });

  test("doesn't, if it is a skip", async () => {
    const project = await projectWithPairs(1);
    const scope = await project.person();
    const unit = await take(scope);
    await judge(scope, judgementOf(unit, { answer: "skip" }));
    expect(await stateOf(unit.pairId)).toEqual({ chosen: null, dated: false, count: 0, holder: null });
    await judge(scope, judgementOf(unit, { answer: "tie" }));
    await judge(scope, judgementOf(unit, { answer: "skip" }));
    expect(await stateOf(unit.pairId)).toMatchObject({ chosen: "tie", count: 1 });
  });
});
