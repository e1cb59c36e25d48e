import { expect, test } from "vitest";
import { growingProject, growingRun, newCandidates, newProblem } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { similarities } from "#lib/similarity/similarity.ts";
import { candidate as shape } from "../contract.ts";
import { getCandidate } from "./get.ts";

testDatabase();

const EGGS = "A duck lays 16 eggs a day and eats three. How many are left?";
const HENS = "A hen lays 12 eggs a day and eats two. How many are left?";

test("a candidate comes with its texts, its origin and those before and after it in the project", async () => {
  const { id, person } = await growingProject();
  const ann = await person("Ann");
  const [seed, other] = [await newProblem(id, "x".repeat(900), { key: "seed" }), await growingProject()];
  const run = await growingRun(id);
  const [before = 0] = await newCandidates(id, run, [{ text: "before" }]);
  await newCandidates(other.id, await growingRun(other.id), [{ text: "theirs" }]);
  const [own = 0] = await newCandidates(id, run, [
    { text: EGGS.repeat(20), slot: 4, solution: "13.", answer: "13", parents: ["seed", "gone"] },
  ]);
  const [call] = await sql()<[{ id: number }]>`
    INSERT INTO model_call (project_id, run_id, endpoint_id, slot, request)
    SELECT ${id}, ${run}, id, '4', '{}' FROM model_endpoint WHERE project_id = ${id} RETURNING id`;
  await sql()`INSERT INTO generation_slot (run_id, slot, call_id) VALUES (${run}, 4, ${call.id})`;
  const found = await getCandidate(ann, own);
  expect(shape.parse(found)).toEqual(found);
  expect(found).toMatchObject({
    text: EGGS.repeat(20),
    solution: "13.",
    slot: 4,
    place: 0,
    callId: call.id,
    model: "model-x",
    promptVersion: 3,
    previousId: before,
    nextId: null,
    neighbours: [],
    values: null,
    parents: [
      { key: "seed", id: seed, text: "x".repeat(400) },
      { key: "gone", id: null, text: null },
    ],
  });
  expect(await getCandidate(ann, before)).toMatchObject({ previousId: null, nextId: own, callId: null });
});

test.each([false, true])(
  "each nearest text comes once with all scores of the two, stemmed: %s",
  async (stem) => {
    const { id, person } = await growingProject();
    const run = await growingRun(id, { stem });
    const problem = await newProblem(id, HENS);
    const [earlier = 0] = await newCandidates(id, run, [{ text: "How many eggs are left?" }]);
    const [own = 0] = await newCandidates(id, run, [
      {
        text: EGGS,
        slot: 1,
        nearest: {
          "rouge-l": { problem, candidate: null, score: 0.8 },
          lcs: { problem: null, candidate: earlier, score: 0.7 },
          "jaccard-words": { problem, candidate: null, score: 0.6 },
        },
      },
    ]);
    const { neighbours } = await getCandidate(await person("Ann"), own);
    expect(neighbours).toEqual([
      {
        problem,
        candidate: null,
        text: HENS,
        measures: ["rouge-l", "jaccard-words"],
        scores: similarities(EGGS, HENS, { stem }),
      },
      expect.objectContaining({ problem: null, candidate: earlier, measures: ["lcs"] }),
    ]);
  },
);

test("a nearest problem in the bin is shown without its number, one that was deleted for good is left out", async () => {
  const { id, person } = await growingProject();
  const run = await growingRun(id);
  const [bin] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name, bin_of_id) VALUES (${`${id}~bin`}, 'bin', ${id}) RETURNING id`;
  const binned = await newProblem(bin.id, HENS);
  const elsewhere = await newProblem((await growingProject()).id, "Not for these eyes");
  const [own = 0] = await newCandidates(id, run, [
    {
      text: EGGS,
      nearest: {
        "rouge-l": { problem: binned, candidate: null, score: 0.8 },
        lcs: { problem: 2_000_000_000, candidate: null, score: 0.8 },
        "jaccard-words": { problem: elsewhere, candidate: null, score: 0.8 },
      },
    },
  ]);
  const found = await getCandidate(await person("Ann"), own);
  expect(found.neighbours).toEqual([expect.objectContaining({ problem: null, candidate: null, text: HENS })]);
});

test("a candidate behind the wall looks like one that doesn't exist", async () => {
  const [here, there] = [await growingProject(), await growingProject()];
  const [theirs = 0] = await newCandidates(there.id, await growingRun(there.id), [{ text: "theirs" }]);
  await expect(getCandidate(await here.person("Ann"), theirs)).rejects.toMatchObject({ code: "not_found" });
  expect(await getCandidate(await there.person("Bob"), theirs)).toMatchObject({ id: theirs });
});
