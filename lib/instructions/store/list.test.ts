import { beforeAll, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { growingProject, growingRun, type NewCandidate, newCandidates } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import {
  type CandidateFilter,
  type CandidateRow,
  candidateFacets,
  candidateRow,
  dropReason,
} from "../contract.ts";
import { facetCandidates } from "./facets.ts";
import { listCandidates } from "./list.ts";

testDatabase();

let scope: ProjectScope;
let elsewhere: ProjectScope;
let runs: number[];

/** Thirty candidates of one run: every third is dropped, fields go round with gaps. */
function thirty(mark: string): NewCandidate[] {
  return Array.from({ length: 30 }, (_, n) => {
    const subdomain = ["algebra", "calculus"][n % 4];
    return {
      text: `${mark}${n}: take ${n}% of a_b. ${"Show each step. ".repeat(40)}`,
      ...(n % 3 === 0 ? { state: "dropped", reason: n % 2 === 0 ? "similar" : "too_short" } : {}),
      ...(subdomain === undefined ? {} : { subdomain }),
      ...(n === 3
        ? { scores: { "rouge-l": 0.75, lcs: 0.5, "jaccard-words": 0.25, "jaccard-chars": 1 } }
        : {}),
    };
  });
}

beforeAll(async () => {
  const [here, there] = [await growingProject(), await growingProject()];
  scope = await here.person("Ann");
  elsewhere = await there.person("Bob", "lead");
  // Numbers of the two projects lie among each other.
  runs = [await growingRun(here.id), await growingRun(here.id)];
  const other = await growingRun(there.id);
  const [first, second] = [runs[0] ?? 0, runs[1] ?? 0];
  await newCandidates(here.id, first, thirty("A"));
  await newCandidates(there.id, other, thirty("A"));
  await newCandidates(here.id, second, thirty("B"));
  await sql()`UPDATE candidate SET decided_at = now(), decided_by_id = ${scope.actor.userId}
    WHERE run_id = ${second} AND place < 5`;
});

async function all(filter: CandidateFilter = {}): Promise<CandidateRow[]> {
  const { items, count } = await listCandidates(scope, { ...filter, limit: 200 });
  expect(count).toBe(items.length);
  return items;
}

describe("a list of candidates", () => {
  test("has the contract's rows, with the first 400 characters, the reason and the scores", async () => {
    const items = await all();
    expect(items).toHaveLength(60);
    expect(candidateRow.array().parse(items)).toEqual(items);
    expect(items[3]).toMatchObject({
      state: "dropped",
      reason: "too_short",
      detail: "Because of too_short",
      rougeL: 0.75,
      lcs: 0.5,
      jaccardWords: 0.25,
      jaccardChars: 1,
      decidedBy: null,
    });
    expect(items[3]?.text).toHaveLength(400);
    expect(items[31]).toMatchObject({ subdomain: "calculus", decidedBy: "Ann", rougeL: null });
  });

  test.each([1, 7, 59, 60, 61])("shows every row once when it is walked in pages of %i", async (limit) => {
    const seen: number[] = [];
    let cursor: number | null = 0;
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof listCandidates>> = await listCandidates(scope, { limit, cursor });
      expect(page.count).toBe(60);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual((await all()).map(({ id }) => id));
  });

  test.each<[string, CandidateFilter, (row: CandidateRow) => boolean]>([
    ["words, whatever their case", { q: "tAKE 1" }, ({ text }) => /take 1/.test(text)],
    ["a per cent sign as such", { q: "1% of" }, ({ text }) => text.includes("1% of")],
    ["an underscore as such", { q: "take 1_" }, () => false],
    ["a state", { state: "dropped" }, ({ state }) => state === "dropped"],
    ["a reason", { reason: "similar" }, ({ reason }) => reason === "similar"],
    ["a reason that nothing was dropped for", { reason: "language" }, () => false],
    ["a sub-domain", { subdomain: "calculus" }, ({ subdomain }) => subdomain === "calculus"],
    ["a sub-domain that isn't there", { subdomain: "geometry" }, () => false],
    ["a method", { method: "variation" }, () => false],
    ["who decided: the filter", { decided: "filter" }, ({ decidedAt }) => decidedAt === null],
    ["who decided: a person", { decided: "person" }, ({ decidedAt }) => decidedAt !== null],
    [
      "all of it at once",
      { q: "B", state: "accepted", subdomain: "algebra", method: "self_instruct", decided: "person" },
      ({ text, state, subdomain, decidedAt }) =>
        text.startsWith("B") && state === "accepted" && subdomain === "algebra" && decidedAt !== null,
    ],
  ])("can be filtered by %s", async (_, filter, holds) => {
    expect(await all(filter)).toEqual((await all()).filter(holds));
  });

  test("can be filtered by a run, but not by another project's", async () => {
    expect(await all({ run: runs[1] })).toEqual((await all()).slice(30));
    const [theirs] = (await listCandidates(elsewhere, { limit: 1 })).items;
    expect(await all({ run: theirs?.runId })).toEqual([]);
  });
});

test("facets count each value as the list does, the newest run first", async () => {
  const facets = await facetCandidates(scope);
  expect(candidateFacets.parse(facets)).toEqual(facets);
  expect(facets.runs.map(({ id, kind, candidates }) => [id, kind, candidates])).toEqual([
    [runs[1], "instruct", 30],
    [runs[0], "instruct", 30],
  ]);
  expect(facets.states).toEqual([
    { value: "accepted", count: 40 },
    { value: "dropped", count: 20 },
  ]);
  expect(facets.methods).toEqual([{ value: "self_instruct", count: 60 }]);
  expect(facets.reasons).toHaveLength(2);
  for (const { value, count } of facets.reasons) {
    expect(await all({ reason: dropReason.parse(value) })).toHaveLength(count);
  }
  expect(facets.subdomains).toHaveLength(2);
  for (const { value, count } of facets.subdomains)
    expect(await all({ subdomain: value })).toHaveLength(count);
});

test("facets of a project without candidates are empty", async () => {
  const empty = await (await growingProject()).person("Cid");
  expect(await facetCandidates(empty)).toEqual({
    runs: [],
    states: [],
    reasons: [],
    methods: [],
    subdomains: [],
  });
});
