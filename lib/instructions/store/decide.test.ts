import { describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import {
  growingProject,
  growingRun,
  type NewCandidate,
  newCandidates,
  newProblem,
} from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sha256 } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { binProblems } from "#lib/problems/store/bin.ts";
import { candidateRow } from "../contract.ts";
import { makeInstructions } from "./accept.ts";
import { decideAllCandidates, decideCandidate } from "./decide.ts";
import { listCandidates } from "./list.ts";

testDatabase();

/** A project with these candidates, those of them that are accepted made into problems. */
async function project(candidates: readonly NewCandidate[]) {
  const { id, person } = await growingProject();
  const run = await growingRun(id);
  const ids = await newCandidates(id, run, candidates);
  await sql().begin((tx) => makeInstructions(tx, id, ids));
  return { id, run, ids, first: ids[0] ?? 0, ann: await person("Ann"), bob: await person("Bob") };
}

const texts = async (projectId: number) =>
  (await sql()<{ text: string }[]>`SELECT text FROM problem WHERE project_id = ${projectId} ORDER BY id`).map(
    ({ text }) => text,
  );

const audit = async (projectId: number) =>
  (
    await sql()<{ action: string }[]>`
      SELECT action FROM audit_entry WHERE project_id = ${projectId} AND action LIKE 'candidate%' ORDER BY id`
  ).map(({ action }) => action);

const row = async (scope: ProjectScope, id: number) =>
  (await listCandidates(scope, { limit: 1, cursor: id - 1 })).items[0];

describe("a person's decision", () => {
  test("makes an instruction of what the filter had dropped, and says who decided", async () => {
    const { id, ann, first } = await project([{ text: "a", state: "dropped", reason: "similar" }]);
    const decided = await decideCandidate(ann, { candidate: first, state: "accepted", seen: null });
    expect(candidateRow.parse(decided)).toEqual(decided);
    expect(decided).toMatchObject({ state: "accepted", reason: "similar", decidedBy: "Ann" });
    expect(decided.problemId).not.toBeNull();
    expect(await texts(id)).toEqual(["a"]);
    const [entry] = await sql()`SELECT actor_id, target, detail FROM audit_entry WHERE project_id = ${id}`;
    expect(entry).toMatchObject({
      actorId: ann.actor.userId,
      target: String(first),
      detail: { from: { state: "dropped", reason: "similar" }, to: "accepted" },
    });
  });

  test("puts the instruction of a dropped candidate into the bin, and accepting brings the same one back", async () => {
    const { id, ann, first } = await project([{ text: "a" }]);
    const before = await row(ann, first);
    await sql()`UPDATE problem SET answer = 'edited', text = 'edited', text_hash = ${sha256("edited")}
      WHERE id = ${before?.problemId ?? 0}`;
    const dropped = await decideCandidate(ann, { candidate: first, state: "dropped", seen: null });
    expect(dropped).toMatchObject({ state: "dropped", reason: "person", problemId: null });
    expect(await texts(id)).toEqual([]);
    const again = await decideCandidate(ann, {
      candidate: first,
      state: "accepted",
      seen: dropped.decidedAt,
    });
    expect(again).toMatchObject({ state: "accepted", reason: null, problemId: before?.problemId });
    expect(await texts(id)).toEqual(["edited"]);
  });

  test("can be taken back: everything is as the filter had it", async () => {
    const { id, ann, ids } = await project([
      { text: "kept" },
      { text: "similar", state: "dropped", reason: "similar" },
    ]);
    const before = await listCandidates(ann, { limit: 10 });
    for (const opposite of ["dropped", "accepted"] as const) {
      for (const state of [opposite, "undecided"] as const) {
        for (const candidate of ids) {
          const seen = (await row(ann, candidate))?.decidedAt ?? null;
          await decideCandidate(ann, { candidate, state, seen });
        }
      }
      expect(await listCandidates(ann, { limit: 10 })).toEqual(before);
      expect(await texts(id)).toEqual(["kept"]);
    }
  });

  test("is made once when it is sent twice, and a lost answer can be asked for again", async () => {
    const { id, ann, first } = await project([{ text: "a", state: "dropped", reason: "similar" }]);
    const once = { candidate: first, state: "accepted", seen: null } as const;
    const answers = await Promise.all([decideCandidate(ann, once), decideCandidate(ann, once)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await decideCandidate(ann, once)).toEqual(answers[0]);
    expect(await texts(id)).toEqual(["a"]);
    expect(await audit(id)).toEqual(["candidate.decide"]);
  });

  test("that agrees with the filter is kept as a person's", async () => {
    const { ann, ids } = await project([
      { text: "a" },
      { text: "b", state: "dropped", reason: "no_question" },
    ]);
    const [kept, dropped] = [ids[0] ?? 0, ids[1] ?? 0];
    const problem = (await row(ann, kept))?.problemId;
    expect(await decideCandidate(ann, { candidate: kept, state: "accepted", seen: null })).toMatchObject({
      decidedBy: "Ann",
      problemId: problem,
    });
    expect(await decideCandidate(ann, { candidate: dropped, state: "dropped", seen: null })).toMatchObject({
      decidedBy: "Ann",
      reason: "no_question",
    });
  });

  test("loses to another's that it hadn't seen, and nothing is overwritten", async () => {
    const { id, ann, bob, first } = await project([{ text: "a", state: "dropped", reason: "similar" }]);
    const outcomes = await Promise.allSettled([
      decideCandidate(ann, { candidate: first, state: "accepted", seen: null }),
      decideCandidate(bob, { candidate: first, state: "dropped", seen: null }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const after = await row(ann, first);
    const [annWon] = outcomes.map(({ status }) => status === "fulfilled");
    expect(after).toMatchObject(
      annWon ? { state: "accepted", decidedBy: "Ann" } : { state: "dropped", decidedBy: "Bob" },
    );
    expect(await texts(id)).toEqual(annWon ? ["a"] : []);
    const loser = outcomes.find(({ status }) => status === "rejected");
    expect(loser).toMatchObject({ reason: { code: "conflict" } });
    const second = await decideCandidate(bob, {
      candidate: first,
      state: annWon ? "dropped" : "accepted",
      seen: after?.decidedAt ?? null,
    });
    expect(second.decidedBy).toBe("Bob");
  });

  test("can't accept a text that is a problem already, and says which", async () => {
    const { id, ann, first } = await project([{ text: "a", state: "dropped", reason: "similar" }]);
    const seed = await newProblem(id, "a", { key: "seed" });
    await expect(
      decideCandidate(ann, { candidate: first, state: "accepted", seen: null }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(`Problem ${seed}`) });
    expect(await row(ann, first)).toMatchObject({ state: "dropped", reason: "similar", decidedBy: null });
    expect(await audit(id)).toEqual([]);
  });

  test("brings back an instruction that was put into the bin from its own page", async () => {
    const { id, ann, first } = await project([{ text: "a" }]);
    const problem = (await row(ann, first))?.problemId ?? 0;
    await sql().begin((tx) => binProblems(tx, { projectId: id, actorId: ann.actor.userId }, [problem]));
    expect(await row(ann, first)).toMatchObject({ state: "accepted", problemId: null });
    const accepted = await decideCandidate(ann, { candidate: first, state: "accepted", seen: null });
    expect(accepted).toMatchObject({ problemId: problem });
    expect(await texts(id)).toEqual(["a"]);
  });

  test("makes a new instruction when the old one was deleted for good, and never takes a seed out of the bin", async () => {
    const { id, ann, ids } = await project([
      { text: "a" },
      { text: "b", state: "dropped", reason: "similar" },
    ]);
    const [gone, other] = [ids[0] ?? 0, ids[1] ?? 0];
    await sql()`DELETE FROM problem WHERE project_id = ${id}`;
    const seed = await newProblem(id, "b", { key: "seed" });
    await sql().begin((tx) => binProblems(tx, { projectId: id, actorId: ann.actor.userId }, [seed]));
    await decideCandidate(ann, { candidate: gone, state: "accepted", seen: null });
    const accepted = await decideCandidate(ann, { candidate: other, state: "accepted", seen: null });
    expect(accepted.problemId).not.toBe(seed);
    expect(await texts(id)).toEqual(["a", "b"]);
  });

  test("stops at the project's wall", async () => {
    const [here, there] = [await project([]), await project([{ text: "a" }])];
    await expect(
      decideCandidate(here.ann, { candidate: there.first, state: "dropped", seen: null }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await texts(there.id)).toEqual(["a"]);
  });
});

describe("a decision on all that match", () => {
  const many = Array.from({ length: 30 }, (_, n): NewCandidate => {
    return { text: `t${n}`, ...(n % 3 === 0 ? {} : { state: "dropped", reason: "similar" }) };
  });

  test("changes exactly those that match and aren't so yet, with one entry in the audit", async () => {
    const { id, ann } = await project(many);
    const filter = { reason: "similar" } as const;
    expect(await decideAllCandidates(ann, { filter, state: "accepted", changing: 20 })).toEqual({
      changed: 20,
    });
    expect(await texts(id)).toHaveLength(30);
    const { items } = await listCandidates(ann, { limit: 100 });
    expect(items.filter(({ decidedBy }) => decidedBy === "Ann")).toHaveLength(20);
    expect(await decideAllCandidates(ann, { filter: { q: "t1" }, state: "dropped", changing: 11 })).toEqual({
      changed: 11,
    });
    expect(await texts(id)).toHaveLength(19);
    expect(await audit(id)).toEqual(["candidates.decide", "candidates.decide"]);
  });

  test("is a conflict when another number would change, and is safe to repeat", async () => {
    const { id, ann } = await project(many);
    const all = { filter: {}, state: "dropped" } as const;
    await expect(decideAllCandidates(ann, { ...all, changing: 9 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("10"),
    });
    expect(await texts(id)).toHaveLength(10);
    expect(await decideAllCandidates(ann, { ...all, changing: 10 })).toEqual({ changed: 10 });
    expect(await decideAllCandidates(ann, { ...all, changing: 10 })).toEqual({ changed: 0 });
    expect(await audit(id)).toHaveLength(1);
  });

  test("leaves texts that are problems already as dropped duplicates of nobody's decision", async () => {
    const { id, ann } = await project([
      { text: "a", state: "dropped", reason: "similar" },
      { text: "b", state: "dropped", reason: "similar" },
      { text: "b", state: "dropped", reason: "similar" },
    ]);
    await newProblem(id, "a");
    expect(await decideAllCandidates(ann, { filter: {}, state: "accepted", changing: 3 })).toEqual({
      changed: 1,
    });
    const { items } = await listCandidates(ann, { limit: 10 });
    expect(items.map(({ reason, decidedBy }) => [reason, decidedBy])).toEqual([
      ["duplicate", null],
      ["similar", "Ann"],
      ["duplicate", null],
    ]);
  });

  test("by two people at once is made by one of them, and the other is told", async () => {
    const { id, ann, bob } = await project(many);
    const outcomes = await Promise.allSettled([
      decideAllCandidates(ann, { filter: {}, state: "accepted", changing: 20 }),
      decideAllCandidates(bob, { filter: {}, state: "dropped", changing: 10 }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect([0, 30]).toContain((await texts(id)).length);
  });
});
