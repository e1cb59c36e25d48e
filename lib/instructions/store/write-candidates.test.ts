import { expect, test } from "vitest";
import { growingProject, growingRun, newProblem } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sha256 } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { passedCandidates } from "./known-texts.ts";
import { acceptedBySlot, acceptedInSlot, shownTexts } from "./pools.ts";
import { slotEnds } from "./slot-ends.ts";
import { type NewCandidate, writeCandidates } from "./write-candidates.ts";

testDatabase();

const proposed = (place: number, text: string, part: Partial<NewCandidate> = {}): NewCandidate => ({
  place,
  method: "self_instruct",
  text,
  answer: "2",
  solution: "Count.",
  subdomainId: null,
  parents: ["seed"],
  values: null,
  judgement: { state: "accepted" },
  nearest: {},
  ...part,
});
const write = (
  run: { id: number; projectId: number },
  slot: number,
  candidates: NewCandidate[],
  fault: string | null = null,
) => sql().begin((tx) => writeCandidates(tx, run, { slot, fault, callId: null }, candidates));

async function begun() {
  const { id: projectId } = await growingProject();
  return { id: await growingRun(projectId), projectId };
}

test("a slot is written with its candidates, and what was accepted of them is an instruction at once", async () => {
  const run = await begun();
  const reason = { state: "dropped", reason: "too_short", detail: "1 words." } as const;
  const written = await write(run, 0, [proposed(0, "One?"), proposed(1, "Two?", { judgement: reason })]);
  expect(written.map(({ place, state }) => [place, state])).toEqual([
    [0, "accepted"],
    [1, "dropped"],
  ]);
  const rows = await sql()`
    SELECT candidate.text, candidate.text_hash, reason, detail, problem.text AS made FROM candidate
    LEFT JOIN problem ON problem.id = problem_id WHERE run_id = ${run.id} ORDER BY place`;
  expect(rows).toEqual([
    { text: "One?", textHash: sha256("One?"), reason: null, detail: null, made: "One?" },
    { text: "Two?", textHash: sha256("Two?"), reason: "too_short", detail: "1 words.", made: null },
  ]);
  expect(await slotEnds(run.id)).toEqual([{ accepted: 1, cost: 0, outcome: "candidates" }]);
});

test("neighbours are written by their row numbers: problems, earlier slots, and the same slot", async () => {
  const run = await begun();
  const problem = await newProblem(run.projectId, "Known?");
  const near = (of: NewCandidate["nearest"][keyof NewCandidate["nearest"]]) => (of ? { "rouge-l": of } : {});
  const [first] = await write(run, 0, [
    proposed(0, "One?", { nearest: near({ of: { problem }, score: 0.25 }) }),
  ]);
  const [second] = await write(run, 1, [
    proposed(0, "Two?", { nearest: near({ of: { slot: 0, place: 0 }, score: 0.5 }) }),
    proposed(1, "Three?", { nearest: near({ of: { slot: 1, place: 0 }, score: 0.75 }) }),
  ]);
  const rows =
    await sql()`SELECT nearest, rouge_l FROM candidate WHERE run_id = ${run.id} ORDER BY slot, place`;
  expect(rows).toEqual([
    { nearest: { "rouge-l": { problem, candidate: null, score: 0.25 } }, rougeL: 0.25 },
    { nearest: { "rouge-l": { problem: null, candidate: first?.id, score: 0.5 } }, rougeL: 0.5 },
    { nearest: { "rouge-l": { problem: null, candidate: second?.id, score: 0.75 } }, rougeL: 0.75 },
  ]);
  expect(await passedCandidates(run.id)).toEqual([
    { slot: 0, place: 0, text: "One?" },
    { slot: 1, place: 0, text: "Two?" },
    { slot: 1, place: 1, text: "Three?" },
  ]);
});

test("a slot is written once, and a second time leaves no trace", async () => {
  const run = await begun();
  await write(run, 0, [proposed(0, "One?")]);
  await expect(write(run, 0, [proposed(0, "Another?")])).rejects.toThrow(/generation_slot/);
  const texts = await sql()`SELECT text FROM problem WHERE project_id = ${run.projectId}`;
  expect(texts).toEqual([{ text: "One?" }]);
});

test("an accepted candidate whose text has become a problem meanwhile is a dropped duplicate", async () => {
  const run = await begun();
  await newProblem(run.projectId, "One?");
  expect(await write(run, 0, [proposed(0, "One?"), proposed(1, "Two?")])).toMatchObject([
    { state: "dropped" },
    { state: "accepted" },
  ]);
  expect(await slotEnds(run.id)).toMatchObject([{ accepted: 1 }]);
});

test("what a run shows later is what its filter accepted, also where a person has dropped it since", async () => {
  const run = await begun();
  await write(run, 0, [proposed(0, "One?"), proposed(1, "Two?")]);
  await write(run, 1, [], "Nothing was found.");
  await write(run, 2, [proposed(0, "Three?")]);
  await sql()`UPDATE candidate SET state = 'dropped', reason = 'person', decided_at = now()
    WHERE run_id = ${run.id} AND text = 'One?'`;
  const slots = await acceptedBySlot(run.id, 3);
  expect(slots.map((slot) => slot.length)).toEqual([2, 0, 1]);
  for (const [slot, shown] of slots.entries()) expect(await acceptedInSlot(run.id, slot)).toEqual(shown);
  const texts = await shownTexts(run.projectId, slots.flat().toReversed());
  expect(texts.map(({ text }) => text)).toEqual(["Three?", "Two?", "One?"]);
  await sql()`UPDATE problem SET split = 'test' WHERE project_id = ${run.projectId} AND text = 'Two?'`;
  expect((await shownTexts(run.projectId, slots.flat())).map(({ text }) => text)).toEqual(["One?", "Three?"]);
  expect((await slotEnds(run.id)).map(({ accepted }) => accepted)).toEqual([2, 0, 1]);
});
