import { expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { projectWithPairs } from "#lib/cli/testing/review-pairs.ts";
import { sql } from "#lib/db.ts";
import { reviewProgress } from "../contract.ts";
import { judge } from "./judge.ts";
import { nextUnits } from "./next.ts";
import { readProgress } from "./progress.ts";
import { undo } from "./undo.ts";

testDatabase();

test("progress tells the project's open and judged pairs, and the caller's own judgements without skips", async () => {
  const [project, elsewhere] = [await projectWithPairs(6), await projectWithPairs(5)];
  const [one, other, stranger] = [await project.person(), await project.person(), await elsewhere.person()];
  const said = ["a", "tie", "skip", "b"] as const;
  for (const [at, unit] of (await nextUnits(one, { count: 4 })).units.entries()) {
    const answer = said[at] ?? "skip";
    await judge(one, {
      id: crypto.randomUUID(),
      pairId: unit.pairId,
      answer,
      leftPathId: unit.a.pathId,
      seconds: 1,
    });
  }
  expect(await readProgress(other)).toEqual({ open: 3, judged: 3, mine: 0, minePerHour: null });
  expect(await readProgress(stranger)).toEqual({ open: 5, judged: 0, mine: 0, minePerHour: null });
  expect(await readProgress(one)).toMatchObject({ open: 3, judged: 3, mine: 3 });
  const back = await undo(one, {});
  expect(back.progress).toEqual({ open: 4, judged: 2, mine: 2, minePerHour: null });
});

test("progress tells the caller's pace from the times of the judgements that stand", async () => {
  const project = await projectWithPairs(5);
  const scope = await project.person();
  await sql()`
    INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, seconds, created_at)
    SELECT gen_random_uuid(), ${project.id}, pair.id, ${scope.actor.userId}, 'tie', pair.first_id, 1,
      timestamptz '2026-01-02 10:00:00Z' + make_interval(secs => 30 * row_number() OVER (ORDER BY pair.id))
    FROM preference_pair AS pair WHERE project_id = ${project.id}`;
  const progress = await readProgress(scope);
  expect(reviewProgress.parse(progress)).toEqual(progress);
  expect(progress.minePerHour).toBeCloseTo(120, 6);
});
