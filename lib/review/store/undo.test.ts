import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import type { UnitAnswer } from "../contract.ts";
import { answerUnit } from "./answer.ts";
import { releaseUnits } from "./draft.ts";
import { answerOf, projectWithQueue, take, takeOne, violations } from "./testing/queue.ts";
import { UNDO_DEPTH, undo } from "./undo.ts";

testDatabase();

const tie: UnitAnswer = { kind: "pair", choice: "tie" };

describe("undo", () => {
  test("gives the unit of the last answer back, with what was said as its draft", async () => {
    const project = await projectWithQueue(3);
    const scope = await project.person();
    const unit = await takeOne(project, scope);
    const said: UnitAnswer = { kind: "pair", choice: "b", strength: 2 };
    await answerUnit(scope, answerOf(project, unit, said, { comment: "hm" }));
    const back = await undo(scope, { queue: project.queue });
    expect(back.unit).toMatchObject({
      unitId: unit.unitId,
      draft: { answer: { kind: "pair", choice: "b" }, comment: "hm", notes: [] },
    });
    expect(back.progress).toMatchObject({ open: 3, answered: 0, mine: 0 });
    expect(
      await sql()`SELECT FROM preference_pair WHERE project_id = ${project.id} AND decided IS NOT NULL`,
    ).toEqual([]);
    expect(await undo(scope, { queue: project.queue })).toMatchObject({ unit: null });
  });

  test("takes back ten answers, newest first, and no older one", async () => {
    const project = await projectWithQueue(12);
    const scope = await project.person();
    const answered: number[] = [];
    const ids: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      const unit = await takeOne(project, scope);
      const sent = answerOf(project, unit, tie);
      await answerUnit(scope, sent);
      answered.push(unit.unitId);
      ids.push(sent.id);
    }
    await expect(undo(scope, { queue: project.queue, id: ids[1] })).rejects.toMatchObject({
      code: "conflict",
    });
    const back: (number | undefined)[] = [];
    for (let at = 0; at < UNDO_DEPTH; at += 1)
      back.push((await undo(scope, { queue: project.queue })).unit?.unitId);
    expect(back).toEqual(answered.slice(2).toReversed());
    expect((await undo(scope, { queue: project.queue })).unit).toBeNull();
    expect(await violations(project.queue)).toEqual([]);
  });

  test("twice of the same answer changes nothing and says the same", async () => {
    const project = await projectWithQueue(2);
    const scope = await project.person();
    const sent = answerOf(project, await takeOne(project, scope), tie);
    await answerUnit(scope, sent);
    const first = await undo(scope, { queue: project.queue, id: sent.id });
    const again = await undo(scope, { queue: project.queue, id: sent.id });
    expect(again.unit?.unitId).toBe(first.unit?.unitId);
    expect(
      await sql()`SELECT FROM audit_entry WHERE action = 'review.undo' AND project_id = ${project.id}`,
    ).toHaveLength(1);
  });

  test("doesn't give a unit out beyond its overlap: where others have answered it meanwhile it stays theirs", async () => {
    const project = await projectWithQueue(1);
    const [one, other] = [await project.person(), await project.person()];
    const sent = answerOf(project, await takeOne(project, one), { kind: "skip" });
    await answerUnit(one, sent);
    await answerUnit(other, answerOf(project, await takeOne(project, other), tie));
    expect((await undo(one, { queue: project.queue, id: sent.id })).unit).toBeNull();
    expect(await violations(project.queue)).toEqual([]);
  });

  test("reaches nobody else's answers", async () => {
    const project = await projectWithQueue(1);
    const [one, other] = [await project.person(), await project.person()];
    const sent = answerOf(project, await takeOne(project, one), tie);
    await answerUnit(one, sent);
    await expect(undo(other, { queue: project.queue, id: sent.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await undo(other, { queue: project.queue })).unit).toBeNull();
  });
});

test("after any sequence of takes, answers, skips, releases and undos every count is exact", async () => {
  const step = fc.record({
    who: fc.nat({ max: 2 }),
    what: fc.constantFrom("take", "first", "second", "skip", "undo", "release"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 18 }), async (steps) => {
      const project = await projectWithQueue(2, { overlap: 2, extra: 1, skipPolicy: "me" });
      const people = await Promise.all(Array.from({ length: 3 }, () => project.person()));
      for (const { who, what } of steps) {
        const scope = people[who];
        if (!scope) throw new Error("this person is there");
        if (what === "undo") await undo(scope, { queue: project.queue });
        else if (what === "release") await releaseUnits(scope, project.queue);
        else {
          const [unit] = await take(project, scope, 1);
          if (!unit || what === "take") continue;
          const choice =
            unit.paths[0]?.pathId === Math.min(...unit.paths.map(({ pathId }) => pathId)) ? "a" : "b";
          const other = choice === "a" ? "b" : "a";
          const answer: UnitAnswer =
            what === "skip" ? { kind: "skip" } : { kind: "pair", choice: what === "first" ? choice : other };
          await answerUnit(scope, answerOf(project, unit, answer));
        }
        expect(await violations(project.queue)).toEqual([]);
      }
      const pairs = await sql()<{ decided: string | null; consensus: string | null; state: string }[]>`
        SELECT pair.decided, unit.consensus, unit.state FROM preference_pair AS pair
        JOIN review_unit AS unit ON unit.pair_id = pair.id WHERE unit.queue_id = ${project.queue}`;
      for (const { decided, consensus } of pairs) expect(decided).toBe(consensus);
    }),
    { numRuns: 30 },
  );
});
