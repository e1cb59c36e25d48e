import { describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { newQueue } from "../contract/queues.ts";
import type { ReviewUnit, UnitAnswer } from "../contract.ts";
import { answerUnit } from "./answer.ts";
import { keepDraft } from "./draft.ts";
import { makeQueue } from "./make-queue.ts";
import { problemRemarks } from "./remarks.ts";
import {
  answerOf,
  choosing,
  projectWithQueue,
  shiftHolds,
  take,
  takeOne,
  violations,
} from "./testing/queue.ts";

testDatabase();

const tie: UnitAnswer = { kind: "pair", choice: "tie" };
const bad: UnitAnswer = { kind: "pair", choice: "both_bad" };

async function unitOf({ unitId }: ReviewUnit) {
  const [row] = await sql()`
    SELECT unit.state, answered, wanted, open_slots, consensus, share, pair.decided, pair.judgement_count AS count
    FROM review_unit AS unit LEFT JOIN preference_pair AS pair ON pair.id = unit.pair_id WHERE unit.id = ${unitId}`;
  return row;
}

describe("an answer", () => {
  test("is kept in terms of paths, decides its pair, frees the lease, and is in the audit", async () => {
    const project = await projectWithQueue(2);
    const scope = await project.person();
    for (const side of [0, 1]) {
      const unit = await takeOne(project, scope);
      const chosen = unit.paths[side]?.pathId ?? 0;
      const sent = answerOf(project, unit, choosing(unit, chosen), { comment: "clear" });
      expect(await answerUnit(scope, sent)).toMatchObject({ late: false });
      const [row] = await sql()`
        SELECT judgement.answer, category, comment, left_id, shown, seconds,
          CASE pair.decided WHEN 'first' THEN first_id WHEN 'second' THEN second_id END AS decided
        FROM judgement JOIN preference_pair AS pair ON pair.id = pair_id WHERE judgement.id = ${sent.id}`;
      expect(row).toMatchObject({
        decided: chosen,
        leftId: sent.shown[0],
        comment: "clear",
      });
      expect(row?.["category"]).toBe(row?.["answer"]);
      expect(await unitOf(unit)).toMatchObject({ state: "done", answered: 1, count: 1, openSlots: 0 });
      expect(await sql()`SELECT FROM review_hold WHERE unit_id = ${unit.unitId}`).toHaveLength(0);
      expect(
        await sql()`SELECT FROM audit_entry WHERE action = 'review.answer' AND target = ${`unit ${unit.unitId}`}`,
      ).toHaveLength(1);
    }
  });

  test("sent again, also five times at once, is one answer, and says the same", async () => {
    const project = await projectWithQueue(2);
    const scope = await project.person();
    const sent = answerOf(project, await takeOne(project, scope), tie);
    const replies = await Promise.all(Array.from({ length: 5 }, () => answerUnit(scope, sent)));
    replies.push(await answerUnit(scope, sent));
    for (const reply of replies)
      expect(reply).toMatchObject({ late: false, progress: { answered: 1, mine: 1 } });
    expect(await sql()`SELECT FROM judgement WHERE queue_id = ${project.queue}`).toHaveLength(1);
  });

  test("under an id that stands for something else is a conflict and changes nothing", async () => {
    const project = await projectWithQueue(2);
    const [scope, other] = [await project.person(), await project.person()];
    const unit = await takeOne(project, scope);
    const sent = answerOf(project, unit, tie, { comment: "mine" });
    await answerUnit(scope, sent);
    const changes = [{ answer: bad }, { seconds: 8 }, { comment: "" }, { shown: sent.shown.toReversed() }];
    for (const change of changes) {
      await expect(answerUnit(scope, { ...sent, ...change })).rejects.toMatchObject({
        code: "conflict",
        place: { field: "id" },
      });
    }
    await expect(answerUnit(other, sent)).rejects.toMatchObject({ code: "conflict" });
    expect(await unitOf(unit)).toMatchObject({ decided: "tie", count: 1 });
  });

  test("must be of the queue's kind, about the unit's own paths, and of this project", async () => {
    const [project, elsewhere] = [await projectWithQueue(2), await projectWithQueue(1)];
    const [scope, stranger] = [await project.person(), await elsewhere.person()];
    const [unit, next] = await take(project, scope, 2);
    if (!unit || !next) throw new Error("there are two units");
    const send = (part: object) => answerUnit(scope, { ...answerOf(project, unit), ...part });
    await expect(send({ answer: { kind: "score", score: 3 } })).rejects.toMatchObject({
      place: { field: "answer.kind" },
    });
    for (const shown of [
      [],
      next.paths.map(({ pathId }) => pathId),
      [unit.paths[0]?.pathId, unit.paths[0]?.pathId],
    ]) {
      await expect(send({ shown })).rejects.toMatchObject({ place: { field: "shown" } });
    }
    await expect(answerUnit(stranger, answerOf(project, unit))).rejects.toMatchObject({ code: "not_found" });
    const crossed = { ...answerOf(project, unit), queue: elsewhere.queue };
    await expect(answerUnit(stranger, crossed)).rejects.toMatchObject({ code: "not_found" });
    expect(await sql()`SELECT FROM judgement WHERE queue_id = ${project.queue}`).toHaveLength(0);
  });

  test("of the same reviewer to the same unit takes the place of the first one; a skip doesn't", async () => {
    const project = await projectWithQueue(1);
    const scope = await project.person();
    const unit = await takeOne(project, scope);
    await answerUnit(scope, answerOf(project, unit, tie));
    await answerUnit(scope, answerOf(project, unit, bad));
    await answerUnit(scope, answerOf(project, unit, { kind: "skip" }));
    expect(await unitOf(unit)).toMatchObject({ decided: "both_bad", count: 1, answered: 1 });
    const rows = await sql()`SELECT category, undone_at IS NULL AS stands FROM judgement ORDER BY created_at`;
    expect(rows.slice(-2)).toEqual([
      { category: "tie", stands: false },
      { category: "both_bad", stands: true },
    ]);
  });
});

describe("a late answer", () => {
  test("after the lease has ended and somebody else has answered is kept and marked", async () => {
    const project = await projectWithQueue(1);
    const [slow, quick] = [await project.person(), await project.person()];
    const late = await takeOne(project, slow);
    await shiftHolds(slow, -11);
    await answerUnit(quick, answerOf(project, await takeOne(project, quick), tie));
    expect(await answerUnit(slow, answerOf(project, late, tie))).toMatchObject({ late: true });
    expect(await unitOf(late)).toMatchObject({ answered: 2, decided: "tie", state: "done" });
    expect(await violations(project.queue)).toEqual([]);
  });

  test("of a problem that has been changed since is kept and marked", async () => {
    const project = await projectWithQueue(1);
    const scope = await project.person();
    const unit = await takeOne(project, scope);
    await sql()`UPDATE problem SET version = version + 1 WHERE id = ${unit.problemId}`;
    expect(await answerUnit(scope, answerOf(project, unit, tie))).toMatchObject({ late: true });
  });
});

describe("where reviewers disagree", () => {
  test("one more is asked, and with two of three the unit is done", async () => {
    const project = await projectWithQueue(1, { overlap: 2, extra: 1 });
    const people = [await project.person(), await project.person(), await project.person()] as const;
    const [one, two, three] = people;
    const unit = await takeOne(project, one);
    await answerUnit(one, answerOf(project, unit, tie));
    expect(await unitOf(unit)).toMatchObject({ state: "open", decided: null, openSlots: 1 });
    await answerUnit(two, answerOf(project, await takeOne(project, two), bad));
    expect(await unitOf(unit)).toMatchObject({ state: "open", wanted: 3, openSlots: 1, share: 0.5 });
    await answerUnit(three, answerOf(project, await takeOne(project, three), bad));
    expect(await unitOf(unit)).toMatchObject({
      state: "done",
      consensus: "both_bad",
      decided: "both_bad",
      count: 3,
    });
  });

  test("and may be asked no more, the unit is disputed and its pair undecided", async () => {
    const project = await projectWithQueue(1, { overlap: 2 });
    const [one, two] = [await project.person(), await project.person()];
    const unit = await takeOne(project, one);
    await answerUnit(one, answerOf(project, unit, tie));
    await answerUnit(two, answerOf(project, await takeOne(project, two), bad));
    expect(await unitOf(unit)).toMatchObject({ state: "disputed", decided: null, openSlots: 0 });
  });
});

test("a draft is kept while the lease lasts, renews it, and is gone with the answer", async () => {
  const project = await projectWithQueue(1);
  const scope = await project.person();
  const unit = await takeOne(project, scope);
  const draft = { answer: tie, comment: "hm", notes: [] };
  await shiftHolds(scope, -9);
  const { leaseUntil } = await keepDraft(scope, { queue: project.queue, unit: unit.unitId, draft });
  expect(Date.parse(leaseUntil ?? "")).toBeGreaterThan(Date.now() + 9 * 60_000);
  expect((await takeOne(project, scope)).draft).toEqual(draft);
  await answerUnit(scope, answerOf(project, unit, tie));
  expect(await keepDraft(scope, { queue: project.queue, unit: unit.unitId, draft })).toEqual({
    leaseUntil: null,
  });
  expect(await sql()`SELECT FROM review_draft WHERE unit_id = ${unit.unitId}`).toHaveLength(0);
});

describe("the other kinds of task", () => {
  test("a grade is the reviewer's own critique of the path", async () => {
    const project = await projectWithQueue(1);
    const source = { kind: "score", filter: { verdict: "correct" } };
    const { id } = await makeQueue(project.lead, newQueue.parse({ name: "Grades", source }));
    const grading = { ...project, queue: id };
    const scope = await project.person();
    const unit = await takeOne(grading, scope);
    await answerUnit(scope, answerOf(grading, unit, { kind: "score", score: 8 }, { comment: "neat" }));
    expect(
      await sql()`SELECT value, rationale, kind FROM score WHERE path_id = ${unit.paths[0]?.pathId ?? 0}`,
    ).toEqual([{ value: 8, rationale: "neat", kind: "critique" }]);
  });

  test("a bad problem goes back to the curator with a tag and the comment", async () => {
    const project = await projectWithQueue(1);
    const { id } = await makeQueue(project.lead, newQueue.parse({ name: "Seeds", source: { kind: "seed" } }));
    const checking = { ...project, queue: id };
    const scope = await project.person();
    const unit = await takeOne(checking, scope);
    expect(unit.referenceAnswer).toBe("2");
    const said = { kind: "seed", verdict: "bad", clear: false, solvable: null, answerRight: null } as const;
    await answerUnit(scope, answerOf(checking, unit, said, { comment: "What is n?" }));
    expect(await sql()`SELECT tags FROM problem WHERE id = ${unit.problemId}`).toEqual([
      { tags: ["bad problem"] },
    ]);
    expect(await problemRemarks(project.lead, unit.problemId)).toMatchObject([
      { comment: "What is n?", clear: false },
    ]);
  });

  test("a ranking and a first wrong step agree where they say the same, whatever the order on the screen", async () => {
    const project = await projectWithQueue(1);
    const make = async (source: object, name: string) =>
      (await makeQueue(project.lead, newQueue.parse({ name, overlap: 2, source }))).id;
    const ranking = { ...project, queue: await make({ kind: "ranking", paths: 2 }, "Ranks") };
    const [one, two] = [await project.person(), await project.person()];
    for (const scope of [one, two]) {
      const unit = await takeOne(ranking, scope);
      const best = Math.min(...unit.paths.map(({ pathId }) => pathId));
      const ranks = unit.paths.map(({ pathId }) => (pathId === best ? 2 : 5));
      await answerUnit(scope, answerOf(ranking, unit, { kind: "ranking", ranks }));
    }
    const [ranked] =
      await sql()`SELECT state, consensus, share FROM review_unit WHERE queue_id = ${ranking.queue}`;
    expect(ranked).toMatchObject({ state: "done", share: 1, consensus: expect.stringMatching(/^\d+>\d+$/) });
    const stepping = { ...project, queue: await make({ kind: "first_wrong" }, "Steps") };
    for (const scope of [one, two]) {
      const [unit] = (await take(stepping, scope, 2)).toSorted((a, b) => a.unitId - b.unitId);
      if (!unit) throw new Error("there are two units");
      await answerUnit(scope, answerOf(stepping, unit, { kind: "first_wrong", step: 0 }));
    }
    expect(
      await sql()`SELECT consensus FROM review_unit WHERE queue_id = ${stepping.queue} AND state = 'done'`,
    ).toEqual([{ consensus: "0" }]);
  });
});
