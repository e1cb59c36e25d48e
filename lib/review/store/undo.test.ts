import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { projectWithPairs } from "#lib/cli/testing/review-pairs.ts";
import { sql } from "#lib/db.ts";
import { type ReviewUnit, reviewUnit, type SideAnswer, sideAnswer } from "../contract.ts";
import { judge } from "./judge.ts";
import { nextUnits } from "./next.ts";
import { undo } from "./undo.ts";

testDatabase();

async function answer(scope: ProjectScope, { pairId, a }: ReviewUnit, said: SideAnswer): Promise<string> {
  const id = crypto.randomUUID();
  await judge(scope, { id, pairId, answer: said, leftPathId: a.pathId, seconds: 3 });
  return id;
}

async function takeOne(scope: ProjectScope): Promise<ReviewUnit> {
  const [unit] = (await nextUnits(scope, { count: 1 })).units;
  if (!unit) throw new Error("there is a pair to take");
  return unit;
}

async function decidedOf(pairId: number): Promise<{ decided: string | null; count: number }> {
  const [row] = await sql()<{ decided: string | null; count: number }[]>`
    SELECT decided, judgement_count AS count FROM preference_pair WHERE id = ${pairId}`;
  if (!row) throw new Error("the pair is there");
  return row;
}

describe("undo", () => {
  test.each(sideAnswer.options)(
    "of %s opens the pair again and hands it back as it stood, leased anew",
    async (said) => {
      const project = await projectWithPairs(3);
      const [scope, other] = [await project.person(), await project.person()];
      const unit = await takeOne(scope);
      await answer(scope, unit, said);
      const back = await undo(scope, {});
      expect(back.answer).toBe(said);
      expect(back.progress).toEqual({ open: 3, judged: 0, mine: 0, minePerHour: null });
      expect(reviewUnit.strict().parse(back.unit)).toMatchObject({
        pairId: unit.pairId,
        a: unit.a,
        b: unit.b,
      });
      expect(await decidedOf(unit.pairId)).toEqual({ decided: null, count: 0 });
      const others = (await nextUnits(other, { count: 3 })).units.map(({ pairId }) => pairId);
      expect(others).toEqual(project.pairIds.slice(1));
      expect((await nextUnits(scope, { count: 3 })).units.map(({ pairId }) => pairId)).toEqual([unit.pairId]);
    },
  );

  test("walks back through the last ten judgements, newest first, and no further", async () => {
    const project = await projectWithPairs(12);
    const scope = await project.person();
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await answer(scope, await takeOne(scope), "tie"));
    for (const pairId of project.pairIds.slice(2).toReversed()) {
      expect((await undo(scope, {})).unit?.pairId).toBe(pairId);
    }
    expect(await undo(scope, {})).toMatchObject({
      unit: null,
      answer: null,
      progress: { judged: 2, open: 10 },
    });
    await expect(undo(scope, { id: ids[1] })).rejects.toMatchObject({
      code: "conflict",
      place: { field: "id" },
    });
  });

  test("of a named judgement takes that one back, and once more answers the same and changes nothing", async () => {
    const project = await projectWithPairs(3);
    const scope = await project.person();
    const units = (await nextUnits(scope, { count: 3 })).units;
    const ids = [];
    for (const unit of units) ids.push(await answer(scope, unit, "b"));
    const { leaseUntil: _, ...first } = (await undo(scope, { id: ids[0] })).unit ?? { leaseUntil: "" };
    const again = await undo(scope, { id: ids[0] });
    expect(again).toMatchObject({ unit: first, answer: "b", progress: { open: 1, judged: 2, mine: 2 } });
    expect(again.unit?.pairId).toBe(units[0]?.pairId);
    const audits = await sql()`
      SELECT target FROM audit_entry WHERE project_id = ${project.id} AND action = 'review.undo'`;
    expect(audits).toEqual([{ target: `pair ${units[0]?.pairId}` }]);
  });

  test("reaches nobody else's judgements", async () => {
    const project = await projectWithPairs(2);
    const [scope, other] = [await project.person(), await project.person()];
    const unit = await takeOne(other);
    const id = await answer(other, unit, "tie");
    await expect(undo(scope, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await undo(scope, {})).toMatchObject({ unit: null, answer: null });
    expect(await decidedOf(unit.pairId)).toEqual({ decided: "tie", count: 1 });
  });

  test("of a skip leaves the pair with whoever has taken it since", async () => {
    const project = await projectWithPairs(1);
    const [scope, other] = [await project.person(), await project.person()];
    await answer(scope, await takeOne(scope), "skip");
    const taken = await takeOne(other);
    expect(await undo(scope, {})).toMatchObject({ unit: null, answer: "skip" });
    expect((await takeOne(other)).pairId).toBe(taken.pairId);
  });
});

test("after any sequence of answers and undos, the earliest answer that stands decides, and all standing ones count", async () => {
  const people = 3;
  const step = fc.record({
    who: fc.nat({ max: people - 1 }),
    pair: fc.nat({ max: 1 }),
    said: fc.option(fc.constantFrom(...sideAnswer.options), { nil: "undo" as const }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const project = await projectWithPairs(2);
      const scopes = await Promise.all(Array.from({ length: people }, () => project.person()));
      const rows = await sql()<{ id: number; firstId: number }[]>`
        SELECT id, first_id FROM preference_pair WHERE project_id = ${project.id} ORDER BY id`;
      const standing: { who: number; pair: number; said: SideAnswer }[] = [];
      let said = 0;
      const saidBy: number[] = Array.from({ length: people }, () => 0);
      for (const { who, pair, said: what } of steps) {
        const [scope, row] = [scopes[who], rows[pair]];
        if (!scope || !row) throw new Error("person and pair are there");
        if (what === "undo") {
          if ((saidBy[who] ?? 0) > 10) continue;
          const last = standing.findLastIndex((one) => one.who === who);
          const [taken] = last < 0 ? [] : standing.splice(last, 1);
          expect((await undo(scope, {})).answer).toBe(taken?.said ?? null);
        } else {
          const sameAgain = (one: (typeof standing)[number]) =>
            one.who === who && one.pair === pair && (what !== "skip" || one.said === "skip");
          standing.splice(0, standing.length, ...standing.filter((one) => !sameAgain(one)), {
            who,
            pair,
            said: what,
          });
          await judge(scope, {
            id: crypto.randomUUID(),
            pairId: row.id,
            answer: what,
            leftPathId: row.firstId,
            seconds: 1,
          });
          said += 1;
          saidBy[who] = (saidBy[who] ?? 0) + 1;
        }
      }
      for (const [pair, row] of rows.entries()) {
        const answers = standing.filter((one) => one.pair === pair && one.said !== "skip");
        const words: Partial<Record<SideAnswer, string>> = { a: "first", b: "second" };
        const earliest = answers[0]?.said;
        expect(await decidedOf(row.id)).toEqual({
          decided: earliest === undefined ? null : (words[earliest] ?? earliest),
          count: answers.length,
        });
      }
      const kept = await sql()`SELECT FROM judgement WHERE project_id = ${project.id}`;
      expect(kept).toHaveLength(said);
    }),
    { numRuns: 40 },
  );
});
