import { expect, test } from "vitest";
import { growingProject, growingRun, type NewCandidate, newCandidates } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { HISTOGRAM_BINS, histogram, measure } from "../contract.ts";
import { histogramOf } from "./histogram.ts";

testDatabase();

test("every hundredth from 0 to 1 falls into the bin that begins at or before it, and 1 into the last", async () => {
  const { id, person } = await growingProject();
  const run = await growingRun(id);
  const hundredths = Array.from({ length: 101 }, (_, n) => n / 100);
  await newCandidates(
    id,
    run,
    hundredths.map((score) => ({ text: `${score}`, scores: { "rouge-l": score } })),
  );
  const found = await histogramOf(await person("Ann"), { measure: "rouge-l" });
  expect(histogram.parse(found)).toEqual(found);
  expect(found.total).toBe(101);
  for (const [bin, { accepted, dropped }] of found.bins.entries()) {
    const inside = hundredths.filter(
      (score) => score >= bin / HISTOGRAM_BINS && (score < (bin + 1) / HISTOGRAM_BINS || bin === 49),
    );
    expect([bin, accepted, dropped]).toEqual([bin, inside.length, 0]);
  }
});

test("each measure has its own, of one run or of all, without what gates or people decided", async () => {
  const { id, person } = await growingProject();
  const [ann, stranger] = [await person("Ann"), await (await growingProject()).person("Bob")];
  const [one, two] = [await growingRun(id), await growingRun(id)];
  const scores = { "rouge-l": 0.1, lcs: 0.3, "jaccard-words": 0.5, "jaccard-chars": 0.7 };
  const rows: NewCandidate[] = [
    { text: "kept", scores },
    { text: "similar", state: "dropped", reason: "similar", scores },
    { text: "for tests", state: "dropped", reason: "contamination", scores },
    { text: "short", state: "dropped", reason: "too_short" },
    { text: "unlike all" },
    { text: "decided", scores },
  ];
  await newCandidates(id, one, rows);
  await newCandidates(id, two, [{ text: "kept too", scores }]);
  await sql()`UPDATE candidate SET decided_at = now() WHERE run_id = ${one} AND text = 'decided'`;
  for (const [place, of] of measure.options.entries()) {
    const bin = [5, 15, 25, 35][place] ?? 0;
    expect((await histogramOf(ann, { measure: of, run: one })).bins[bin]).toEqual({
      accepted: 1,
      dropped: 1,
    });
    expect((await histogramOf(ann, { measure: of })).bins[bin]).toEqual({ accepted: 2, dropped: 1 });
    expect(await histogramOf(ann, { measure: of })).toMatchObject({ measure: of, total: 3 });
    expect(await histogramOf(stranger, { measure: of, run: one })).toMatchObject({ total: 0 });
  }
});
