import { describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { newQueue, queueSettings, reviewQueue } from "../contract/queues.ts";
import { answerUnit } from "./answer.ts";
import { fullUnit } from "./full-unit.ts";
import { makeQueue, previewQueue } from "./make-queue.ts";
import { getQueue, listQueues, removeQueue, updateQueue } from "./queues.ts";
import { errorTags, setGold, settleUnit } from "./settle.ts";
import { takeIn } from "./take-in.ts";
import { answerOf, projectWithQueue, take, takeOne, violations } from "./testing/queue.ts";
import { listUnits } from "./units.ts";

testDatabase();

const tie = { kind: "pair", choice: "tie" } as const;
const bad = { kind: "pair", choice: "both_bad" } as const;

describe("a queue", () => {
  test("has as many units as its source, up to its limit, and says so beforehand", async () => {
    const project = await projectWithQueue(20, { limit: 12, gold: 3 });
    expect(await previewQueue(project.lead, newQueue.shape.source.parse({ kind: "pair" }))).toEqual({
      units: 20,
      gold: 20,
    });
    const queue = await getQueue(project.lead, project.queue);
    expect(reviewQueue.strict().parse(queue)).toEqual(queue);
    expect(queue.counts).toMatchObject({ units: 12, gold: 3, open: 12, wanted: 12, answers: 0, held: 0 });
    expect((await listQueues(project.lead)).map(({ id }) => id)).toEqual([project.queue]);
  });

  test.each([
    [{ kind: "ranking", paths: 2 }, 5],
    [{ kind: "score", filter: { verdict: "incorrect" } }, 5],
    [{ kind: "first_wrong", perProblem: 1 }, 5],
    [{ kind: "seed" }, 5],
  ])("can be of %o", async (source, units) => {
    const project = await projectWithQueue(5);
    const made = await makeQueue(project.lead, newQueue.parse({ name: "Other", source }));
    expect(made.counts.units).toBe(units);
    const unit = await takeOne({ ...project, queue: made.id }, await project.person());
    expect(unit.kind).toBe(source.kind);
  });

  test("with a name that is taken, or nothing in it, isn't made", async () => {
    const project = await projectWithQueue(1);
    const make = (part: object) =>
      makeQueue(project.lead, newQueue.parse({ name: "N", source: { kind: "pair" }, ...part }));
    await expect(make({ name: "Pairs" })).rejects.toMatchObject({
      code: "conflict",
      place: { field: "name" },
    });
    const empty = { source: { kind: "pair", filter: { q: "nothing like this" } } };
    await expect(make(empty)).rejects.toMatchObject({ place: { field: "source" } });
    expect(await listQueues(project.lead)).toHaveLength(1);
  });

  test("takes hard ones and close ones first where it says so", async () => {
    const project = await projectWithQueue(4);
    const [, , third = 0, fourth = 0] = project.pairIds;
    await sql()`UPDATE preference_pair SET margin = CASE id WHEN ${fourth} THEN -0.1 ELSE 3 END WHERE project_id = ${project.id}`;
    await sql()`INSERT INTO hardness (problem_id, project_id, counted, failed, is_hard)
      SELECT problem_id, project_id, 4, CASE id WHEN ${third} THEN 4 ELSE 0 END, false FROM preference_pair
      WHERE project_id = ${project.id}`;
    for (const [order, pair] of [
      ["closest", fourth],
      ["hardest", third],
    ] as const) {
      const { id } = await makeQueue(
        project.lead,
        newQueue.parse({ name: order, order, source: { kind: "pair" } }),
      );
      const unit = await takeOne({ ...project, queue: id }, await project.person());
      expect(await sql()`SELECT pair_id FROM review_unit WHERE id = ${unit.unitId}`).toEqual([
        { pairId: pair },
      ]);
    }
  });

  test("asked for more overlap opens what was done, and for less closes what has enough", async () => {
    const project = await projectWithQueue(3);
    const scope = await project.person();
    await answerUnit(scope, answerOf(project, await takeOne(project, scope), tie));
    const change = async (overlap: number) => {
      const { version, ...queue } = await getQueue(project.lead, project.queue);
      const settings = queueSettings.parse({ ...queue, overlap });
      return updateQueue(project.lead, { queue: project.queue, version, settings });
    };
    expect((await change(2)).counts).toMatchObject({ open: 3, done: 0, wanted: 5 });
    expect(await violations(project.queue)).toEqual([]);
    expect((await change(1)).counts).toMatchObject({ open: 2, done: 1, wanted: 2 });
    await expect(
      updateQueue(project.lead, {
        queue: project.queue,
        version: 1,
        settings: queueSettings.parse({ name: "x" }),
      }),
    ).rejects.toMatchObject({ code: "conflict", place: { field: "version" } });
  });

  test("that somebody has answered in isn't removed", async () => {
    const project = await projectWithQueue(1);
    const scope = await project.person();
    await answerUnit(scope, answerOf(project, await takeOne(project, scope), tie));
    await expect(removeQueue(project.lead, project.queue)).rejects.toMatchObject({ code: "conflict" });
    const empty = await projectWithQueue(1);
    expect(await removeQueue(empty.lead, empty.queue)).toEqual({ removed: true });
  });

  test("that takes in gets new pairs once, and a project without a queue gets one", async () => {
    const project = await projectWithQueue(2, { takesIn: true });
    await sql()`DELETE FROM review_unit WHERE queue_id = ${project.queue} AND pair_id = ${project.pairIds[0] ?? 0}`;
    await takeIn(project.id, null);
    await takeIn(project.id, null);
    expect((await getQueue(project.lead, project.queue)).counts.units).toBe(2);
    await sql()`DELETE FROM review_queue WHERE project_id = ${project.id}`;
    await takeIn(project.id, null);
    expect(await listQueues(project.lead)).toMatchObject([
      { name: "Pairs", takesIn: true, counts: { units: 2 } },
    ]);
  });
});

describe("a disputed unit", () => {
  async function disputed() {
    const project = await projectWithQueue(1, { overlap: 2 });
    const [one, two] = [await project.person(), await project.person()];
    const unit = await takeOne(project, one);
    await answerUnit(one, answerOf(project, unit, tie, { comment: "same" }));
    await answerUnit(two, answerOf(project, await takeOne(project, two), bad));
    return { project, unit };
  }

  test("shows a lead all votes and comments, and is decided for good", async () => {
    const { project, unit } = await disputed();
    const which = { queue: project.queue, unit: unit.unitId };
    expect(
      (await listUnits(project.lead, { queue: project.queue, state: "disputed", limit: 10 })).items,
    ).toMatchObject([{ id: unit.unitId, share: 0.5, answered: 2 }]);
    const full = await fullUnit(project.lead, which);
    expect(full.votes.map(({ category, comment }) => [category, comment])).toEqual([
      ["tie", "same"],
      ["both_bad", null],
    ]);
    expect(full.weighted.map(({ category }) => category).toSorted()).toEqual(["both_bad", "tie"]);
    expect(full.paths.map(({ model }) => model).toSorted()).toEqual(["model-right", "model-wrong"]);
    const decision = {
      ...which,
      version: full.version,
      category: "first",
      tags: ["arithmetic"],
      remark: "clear",
    };
    const settled = await settleUnit(project.lead, decision);
    expect(settled).toMatchObject({
      state: "settled",
      consensus: "first",
      share: 0,
      tags: ["arithmetic"],
      remark: "clear",
    });
    expect(await sql()`SELECT decided FROM preference_pair WHERE project_id = ${project.id}`).toEqual([
      { decided: "first" },
    ]);
    await expect(settleUnit(project.lead, decision)).rejects.toMatchObject({ place: { field: "version" } });
    expect(await errorTags(project.lead)).toEqual([{ tag: "arithmetic", count: 1 }]);
    const late = await project.person();
    await answerUnit(late, answerOf(project, unit, tie));
    expect((await fullUnit(project.lead, which)).consensus).toBe("first");
  });

  test("isn't decided with a word that means nothing, nor from another project", async () => {
    const { project, unit } = await disputed();
    const elsewhere = await projectWithQueue(1);
    const which = { queue: project.queue, unit: unit.unitId, version: 1, tags: [], remark: "" };
    await expect(settleUnit(project.lead, { ...which, category: "left" })).rejects.toMatchObject({
      place: { field: "category" },
    });
    await expect(settleUnit(elsewhere.lead, { ...which, category: "tie" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("made gold counts for nobody, and made ordinary again is as its answers say", async () => {
    const { project, unit } = await disputed();
    const which = { queue: project.queue, unit: unit.unitId };
    const gold = await setGold(project.lead, { ...which, version: 1, category: "first" });
    expect(gold).toMatchObject({ gold: "first", state: "open" });
    expect((await getQueue(project.lead, project.queue)).counts).toMatchObject({ units: 0, gold: 1 });
    const again = await setGold(project.lead, { ...which, version: gold.version, category: null });
    expect(again).toMatchObject({ gold: null, state: "disputed" });
  });
});

test("units come in pages, without gaps or repeats", async () => {
  const project = await projectWithQueue(7);
  const scope = await project.person();
  for (const unit of await take(project, scope, 3)) await answerUnit(scope, answerOf(project, unit, tie));
  for (const state of [undefined, "open", "done"] as const) {
    const seen: number[] = [];
    let cursor: number | null = null;
    do {
      const page = await listUnits(project.lead, {
        queue: project.queue,
        state,
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      expect(page.count).toBe(state === undefined ? 7 : state === "open" ? 4 : 3);
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(state === undefined ? 7 : state === "open" ? 4 : 3);
  }
});
