import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growingProject, growingRun, type NewCandidate, newCandidates } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import type { Measure } from "#lib/similarity/measure.ts";
import { measure, type Thresholds, thresholds } from "../contract.ts";
import { judgeCandidate } from "../judge-candidate.ts";
import { makeInstructions } from "./accept.ts";
import { decideCandidate } from "./decide.ts";
import { listCandidates } from "./list.ts";
import { previewRefilter, refilterRun } from "./refilter.ts";

testDatabase();

const NONE: Thresholds = { "rouge-l": null, lcs: null, "jaccard-words": null, "jaccard-chars": null };

async function project(candidates: readonly NewCandidate[], state = "done") {
  const { id, person } = await growingProject();
  const run = await growingRun(id, { state });
  const ids = await newCandidates(id, run, candidates);
  await sql().begin((tx) => makeInstructions(tx, id, ids));
  return { id, run, ids, ann: await person("Ann") };
}

const liveTexts = async (projectId: number) =>
  (
    await sql()<{ text: string }[]>`SELECT text FROM problem WHERE project_id = ${projectId} ORDER BY text`
  ).map(({ text }) => text);

type Scores = Record<Measure, number | null>;
const score = fc.option(fc.integer({ min: 0, max: 100 }).map((n) => n / 100));
const scores: fc.Arbitrary<Scores> = fc.record({
  "rouge-l": score,
  lcs: score,
  "jaccard-words": score,
  "jaccard-chars": score,
});

function reaches(own: Scores, limits: Thresholds): boolean {
  return measure.options.some((of) => {
    const [value, limit] = [own[of], limits[of]];
    return value !== null && limit !== null && value >= limit;
  });
}

test("a run filtered anew is as it would be had each score been held against the thresholds, and the preview said so", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(scores, { minLength: 1, maxLength: 12 }),
      scores,
      scores,
      async (rows, first, then) => {
        const { id, run, ann } = await project(
          rows.map((own, n) => ({
            text: `t${n}`,
            scores: Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)),
          })),
        );
        for (const limits of [first, then]) {
          const kept = rows.flatMap((own, n) => (reaches(own, limits) ? [] : [`t${n}`]));
          const preview = await previewRefilter(ann, { run, thresholds: limits });
          const outcome = await refilterRun(ann, { run, thresholds: limits });
          expect(preview).toEqual({
            accepted: kept.length,
            dropped: rows.length - kept.length,
            changing: outcome.changed,
          });
          expect(outcome).toMatchObject({ accepted: preview.accepted, dropped: preview.dropped });
          expect(await liveTexts(id)).toEqual(kept.toSorted());
          const { items } = await listCandidates(ann, { limit: 100 });
          expect(items.filter(({ problemId }) => problemId !== null)).toHaveLength(kept.length);
          expect(items.every(({ state, reason }) => (state === "dropped") === (reason === "similar"))).toBe(
            true,
          );
          expect(await refilterRun(ann, { run, thresholds: limits })).toMatchObject({ changed: 0 });
        }
      },
    ),
    { numRuns: 25 },
  );
});

describe("filtering a run anew", () => {
  const high = { scores: { "rouge-l": 0.9 } };

  test("leaves what gates dropped, what people decided and other runs", async () => {
    const { id, run, ann, ids } = await project([
      { text: "for tests", state: "dropped", reason: "contamination", ...high },
      { text: "unsolved", state: "dropped", reason: "no_solution", ...high },
      { text: "short", state: "dropped", reason: "too_short" },
      { text: "Ann's", state: "dropped", reason: "similar", ...high },
      { text: "not Ann's", scores: { "rouge-l": 0.1 } },
      { text: "similar", state: "dropped", reason: "similar", ...high },
    ]);
    await decideCandidate(ann, { candidate: ids[3] ?? 0, state: "accepted", seen: null });
    await decideCandidate(ann, { candidate: ids[4] ?? 0, state: "dropped", seen: null });
    const other = await growingRun(id);
    await newCandidates(id, other, [{ text: "other", state: "dropped", reason: "similar", ...high }]);
    expect(await previewRefilter(ann, { run, thresholds: NONE })).toEqual({
      accepted: 1,
      dropped: 0,
      changing: 1,
    });
    expect(await refilterRun(ann, { run, thresholds: NONE })).toEqual({
      accepted: 1,
      dropped: 0,
      changed: 1,
    });
    expect(await liveTexts(id)).toEqual(["Ann's", "similar"]);
    const strict = { ...NONE, "rouge-l": 0.5 };
    expect(await refilterRun(ann, { run, thresholds: strict })).toEqual({
      accepted: 0,
      dropped: 1,
      changed: 1,
    });
    expect(await liveTexts(id)).toEqual(["Ann's"]);
  });

  test("drops from the threshold itself on, and says so in the words of the run's own filter", async () => {
    const nearest = { lcs: { problem: 12, candidate: null, score: 0.7 } };
    const { run, ann } = await project([
      { text: "at", scores: { "rouge-l": 0.2, lcs: 0.7 }, nearest },
      { text: "below", scores: { lcs: 0.6999 } },
    ]);
    const details = async () => (await listCandidates(ann, { limit: 10 })).items.map(({ detail }) => detail);
    for (const [lcs, below] of [
      [0.7, null],
      [0.65, "LCS ratio 0.70 to an earlier candidate of this run, from 0.65 on it is dropped."],
    ] as const) {
      const limits = { ...NONE, "rouge-l": 0.6, lcs };
      await refilterRun(ann, { run, thresholds: limits });
      const found = { lcs: { of: { problem: 12 }, score: 0.7 } };
      const judged = judgeCandidate(found, null, { thresholds: limits, gates: { contamination: 1 } });
      expect(await details()).toEqual([judged.state === "dropped" ? judged.detail : null, below]);
    }
  });

  test("is recorded in the run's result beside what was there, and in the audit", async () => {
    const { id, run, ann } = await project([{ text: "a", ...high }]);
    await sql()`UPDATE run SET result = '{"stopped": "wanted"}' WHERE id = ${run}`;
    const wanted = thresholds.parse({ "rouge-l": 0.5 });
    await refilterRun(ann, { run, thresholds: wanted });
    const [row] = await sql()`SELECT result FROM run WHERE id = ${run}`;
    expect(row).toEqual({ result: { stopped: "wanted", thresholds: wanted } });
    const [entry] = await sql()`
      SELECT target, detail FROM audit_entry WHERE project_id = ${id} AND action = 'candidates.refilter'`;
    expect(entry).toEqual({
      target: `run ${run}`,
      detail: { thresholds: wanted, accepted: 0, dropped: 1, changed: 1 },
    });
  });

  test.each(["queued", "running", "paused"])(
    "is a conflict while the run is %s, though a preview isn't",
    async (state) => {
      const { run, ann, id } = await project([{ text: "a", ...high }], state);
      const input = { run, thresholds: { ...NONE, "rouge-l": 0.5 } };
      await expect(refilterRun(ann, input)).rejects.toMatchObject({ code: "conflict" });
      expect(await previewRefilter(ann, input)).toEqual({ accepted: 0, dropped: 1, changing: 1 });
      expect(await liveTexts(id)).toEqual(["a"]);
    },
  );

  test("finds no run behind another project's wall", async () => {
    const [here, there] = [await project([]), await project([{ text: "a", ...high }])];
    const input = { run: there.run, thresholds: { ...NONE, "rouge-l": 0.5 } };
    await expect(refilterRun(here.ann, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(previewRefilter(here.ann, input)).rejects.toMatchObject({ code: "not_found" });
    expect(await liveTexts(there.id)).toEqual(["a"]);
  });
});
