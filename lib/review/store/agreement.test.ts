import { describe, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { queueAgreement as agreementShape, reviewerFigures } from "../contract/agreement.ts";
import { queueAgreement } from "./agreement.ts";
import { answerUnit } from "./answer.ts";
import { readMine, readReviewers } from "./reviewers.ts";
import { answerOf, choosing, projectWithQueue, type QueueProject, takeOne } from "./testing/queue.ts";
import { undo } from "./undo.ts";
import { readWinRates } from "./win-rates.ts";

testDatabase();

/** Each reviewer says of each unit, by its place from 0, whether the right path is the better one. */
async function judged(
  units: number,
  opinions: readonly ((unit: number) => boolean)[],
  settings: object = {},
) {
  const project = await projectWithQueue(units, { overlap: opinions.length, ...settings });
  const people = await Promise.all(opinions.map(() => project.person()));
  for (const [who, scope] of people.entries()) {
    for (let unit = 0; unit < units; unit += 1) await say(project, scope, opinions[who]?.(unit) ?? true);
  }
  return { project, people };
}

async function say(
  project: QueueProject,
  scope: Parameters<typeof takeOne>[1],
  right: boolean,
): Promise<void> {
  const unit = await takeOne(project, scope);
  const ids = unit.paths.map(({ pathId }) => pathId);
  const [row] = await sql()<
    [{ id: number }]
  >`SELECT id FROM path WHERE id = ANY(${ids}::int[]) AND verdict = 'correct'`;
  const other = ids.find((id) => id !== row.id) ?? 0;
  await answerUnit(scope, answerOf(project, unit, choosing(unit, right ? row.id : other)));
}

describe("agreement in a queue", () => {
  test("is that of its standing answers, in all, by sub-domain and by two reviewers", async () => {
    const { project } = await judged(10, [() => true, (unit) => unit % 5 !== 0]);
    await sql()`INSERT INTO subdomain (project_id, name) VALUES (${project.id}, 'sums')`;
    await sql()`UPDATE problem SET subdomain_id = (SELECT id FROM subdomain WHERE project_id = ${project.id} LIMIT 1)
      WHERE project_id = ${project.id} AND key IN ('p1', 'p2', 'p3')`;
    const found = await queueAgreement(project.lead, project.queue);
    expect(agreementShape.parse(found)).toEqual(found);
    expect(found.all).toMatchObject({ units: 10, percent: { kind: "defined", value: 0.8 } });
    expect(found.bySubdomain.map(({ subdomain, units }) => [subdomain, units])).toEqual([
      [null, 7],
      ["sums", 3],
    ]);
    expect(found.byPair).toMatchObject([{ shared: 10, percent: { value: 0.8 }, a: { name: "reviewer" } }]);
    const alpha = found.all.alphaNominal;
    // Two observers, 20 values: right paths are first in half of the pairs, so both categories come as often.
    expect(alpha.kind === "defined" && alpha.value).toBeCloseTo(1 - (4 * 19) / (2 * 10 * 10), 1);
  });

  test("of a queue without answers says why there is none", async () => {
    const project = await projectWithQueue(1);
    expect((await queueAgreement(project.lead, project.queue)).all).toMatchObject({
      units: 0,
      percent: { kind: "undefined", why: "No unit has two answers yet." },
    });
    const elsewhere = await projectWithQueue(1);
    await expect(queueAgreement(elsewhere.lead, project.queue)).rejects.toMatchObject({ code: "not_found" });
  });

  test("leaves gold units, skips and undone answers out", async () => {
    const { project, people } = await judged(4, [() => true, () => true]);
    const [one] = people;
    if (!one) throw new Error("there are two people");
    await undo(one, { queue: project.queue });
    await sql()`UPDATE review_unit SET gold = 'first' WHERE id = (SELECT min(id) FROM review_unit WHERE queue_id = ${project.queue})`;
    expect((await queueAgreement(project.lead, project.queue)).all.units).toBe(2);
  });
});

describe("a queue's reviewers", () => {
  test("have their answers, agreement, sides, gold and reliability counted", async () => {
    const { project, people } = await judged(12, [() => true, () => true, (unit) => unit % 2 === 0]);
    const rows = await readReviewers(project.lead, project.queue);
    expect(z.array(reviewerFigures).parse(rows)).toEqual(rows);
    const of = (who: number) => rows.find(({ id }) => id === people[who]?.actor.userId);
    expect(of(0)).toMatchObject({
      answers: 12,
      skips: 0,
      medianSeconds: 7.25,
      agreement: { value: 0.75 },
      streak: 1,
    });
    expect(of(2)).toMatchObject({ agreement: { value: 0.5 } });
    const [good, poor] = [of(0)?.reliability, of(2)?.reliability];
    if (good?.kind !== "defined" || poor?.kind !== "defined") throw new Error("both are known");
    expect(good.value).toBeGreaterThan(0.9);
    expect(poor.value).toBeLessThan(0.7);
    expect(of(0)?.days.map(({ answers }) => answers)).toEqual([12]);
  });

  test("hold what is on their screens, also before they have answered anything", async () => {
    const project = await projectWithQueue(3);
    const scope = await project.person();
    await takeOne(project, scope);
    expect(await readReviewers(project.lead, project.queue)).toMatchObject([
      { answers: 0, holds: 1, heldSince: expect.any(String), reliability: { kind: "undefined" } },
    ]);
  });

  test("are told of gold by what is known to be right", async () => {
    const project = await projectWithQueue(8, { gold: 4, goldShare: 0.5 });
    const scope = await project.person();
    for (let at = 0; at < 3; at += 1) await say(project, scope, at !== 1);
    const { gold } = await readMine(scope, project.queue);
    expect(gold.of).toBeGreaterThan(0);
    expect(gold.right).toBeLessThanOrEqual(gold.of);
    const stranger = await project.person();
    expect(await readMine(stranger, project.queue)).toMatchObject({ answers: 0, streak: 0, perHour: null });
  });
});

test("models are compared by whose paths people preferred", async () => {
  const { project } = await judged(10, [(unit) => unit < 7]);
  const { rates, strengths } = await readWinRates(project.lead, undefined);
  expect(rates).toMatchObject([
    { model: "model-right", against: "model-wrong", wins: 7, ties: 0, losses: 3 },
  ]);
  expect(strengths.map(({ model }) => model)).toEqual(["model-right", "model-wrong"]);
  expect(await readWinRates(project.lead, project.queue)).toEqual({ rates, strengths });
});
