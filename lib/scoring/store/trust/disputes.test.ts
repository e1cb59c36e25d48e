import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { orderDispute, verdictDispute } from "../../contract/trust.ts";
import { pathsProject } from "../../handlers/testing/judged-project.ts";
import { gradePath } from "../grade.ts";
import { orderDisputes, verdictDisputes } from "./disputes.ts";

testDatabase();

const PATHS = 6;

/** Scores of path n of each problem: [reward, critique], null where it has none. */
type Drafts = (readonly [number, number] | null)[][];

async function projectWith(drafts: Drafts): Promise<TestProject> {
  const project = await pathsProject(drafts.length, PATHS);
  const rows = drafts.flatMap((paths, problem) =>
    paths.flatMap((scores, at) => {
      const key = `${problem + 1}/${at + 1}`;
      return scores === null ? [] : [{ key, reward: scores[0], critique: scores[1] }];
    }),
  );
  await sql()`
    INSERT INTO score (project_id, path_id, scorer, kind, value)
    SELECT ${project.id}, path.id, one.scorer, one.kind::score_kind, one.value
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (key text, reward float, critique float)
    JOIN path ON path.project_id = ${project.id} AND path.key = row.key
    CROSS JOIN LATERAL (VALUES ('rm', 'reward', reward), ('judge', 'critique', critique)) AS one (scorer, kind, value)`;
  return project;
}

/** For each problem the strongest disagreement, by trying all pairs. */
function strongest(drafts: Drafts, margin: number) {
  return drafts
    .flatMap((paths, problem) => {
      const pairs = paths.flatMap((one, at) =>
        paths.flatMap((other, place) => {
          if (!one || !other || one[0] <= other[0] || other[1] <= one[1] || other[1] - one[1] < margin)
            return [];
          const key = (path: number) => `${problem + 1}/${path + 1}`;
          return [{ problem, rewarded: key(at), graded: key(place), gap: other[1] - one[1] }];
        }),
      );
      return pairs
        .toSorted(
          (a, b) =>
            b.gap - a.gap ||
            (a.graded < b.graded ? -1 : a.graded > b.graded ? 1 : a.rewarded < b.rewarded ? -1 : 1),
        )
        .slice(0, 1);
    })
    .toSorted((a, b) => b.gap - a.gap || a.problem - b.problem)
    .map(({ rewarded, graded }) => [rewarded, graded]);
}

const scores = fc.option(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 10 })));
const drafts: fc.Arbitrary<Drafts> = fc.array(fc.array(scores, { maxLength: PATHS }), {
  minLength: 1,
  maxLength: 8,
});

test("of each problem the pair is found whose orders disagree most, the strongest first, page by page", async () => {
  await fc.assert(
    fc.asyncProperty(
      drafts,
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      async (rows, margin, limit) => {
        const project = await projectWith(rows);
        const wanted = strongest(rows, margin);
        const found: string[][] = [];
        let cursor: number | null = 0;
        while (cursor !== null) {
          const asked = { reward: "rm", critique: "judge", margin, limit, cursor };
          const page = await orderDisputes(project.as("curator"), asked);
          expect(orderDispute.array().parse(page.items)).toEqual(page.items);
          expect(page.count).toBe(wanted.length);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          found.push(...page.items.map(({ rewarded, graded }) => [rewarded.key, graded.key]));
          cursor = page.nextCursor;
        }
        expect(found).toEqual(wanted);
        const asked = { reward: "rm", critique: "judge", margin, limit, cursor: 99 };
        expect(await orderDisputes(project.as("curator"), asked)).toEqual({
          items: [],
          nextCursor: null,
          count: wanted.length,
        });
      },
    ),
    { numRuns: 25 },
  );
});

test("a dispute tells whether the two are a pair already, and leaves out paths that are cut off", async () => {
  const project = await projectWith([
    [
      [3, 1],
      [2, 5],
      [1, 9],
    ],
  ]);
  const asked = { reward: "rm", critique: "judge", margin: 2, limit: 10 };
  const keys = async () => {
    const { items } = await orderDisputes(project.as("curator"), asked);
    return items.map(({ rewarded, graded, pairId, decided }) => [
      rewarded.key,
      graded.key,
      pairId !== null,
      decided,
    ]);
  };
  expect(await keys()).toEqual([["1/1", "1/3", false, false]]);
  await sql()`INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, decided)
    SELECT project_id, problem_id, min(id), max(id), 'mined', 'tie' FROM path
    WHERE project_id = ${project.id} AND key IN ('1/1', '1/3') GROUP BY project_id, problem_id`;
  expect(await keys()).toEqual([["1/1", "1/3", true, true]]);
  await sql()`UPDATE path SET flaw = 'truncated' WHERE project_id = ${project.id} AND key = '1/3'`;
  expect(await keys()).toEqual([["1/1", "1/2", false, false]]);
});

test("a right path with a bad critique and a wrong one with a good critique are listed, the most disputed first", async () => {
  const value = fc.integer({ min: 1, max: 10 });
  const verdict = fc.constantFrom("correct", "incorrect", "error", "unverifiable", null);
  const paths = fc.array(fc.record({ value, verdict, isCut: fc.boolean() }), { maxLength: PATHS });
  await fc.assert(
    fc.asyncProperty(paths, value, value, async (rows, low, high) => {
      const project = await projectWith([rows.map(({ value }) => [0, value] as const)]);
      for (const [at, { verdict, isCut }] of rows.entries()) {
        await sql()`UPDATE path SET verdict = ${verdict}, flaw = ${isCut ? "truncated" : null}
          WHERE project_id = ${project.id} AND key = ${`1/${at + 1}`}`;
      }
      const wanted = rows
        .flatMap(({ value, verdict, isCut }, at) => {
          const isRight = verdict === "correct";
          const isWrong = verdict === "incorrect" || verdict === "error";
          if (isCut || !((isRight && value <= low) || (isWrong && value >= high))) return [];
          return [{ key: `1/${at + 1}`, gap: isRight ? 10 - value : value - 1 }];
        })
        .toSorted((a, b) => b.gap - a.gap || (a.key < b.key ? -1 : 1))
        .map(({ key }) => key);
      const first = await verdictDisputes(project.as("curator"), { critique: "judge", low, high, limit: 2 });
      const rest = await verdictDisputes(project.as("curator"), {
        critique: "judge",
        low,
        high,
        limit: 9,
        cursor: 2,
      });
      const items = [...first.items, ...rest.items];
      expect(items.map(({ key }) => key)).toEqual(wanted);
      expect(verdictDispute.array().parse(items)).toHaveLength(wanted.length);
      expect([first.count, first.nextCursor, rest.nextCursor]).toEqual([
        wanted.length,
        wanted.length > 2 ? 2 : null,
        null,
      ]);
    }),
    { numRuns: 25 },
  );
});

test("one's own grade stands beside what is disputed, nobody else's", async () => {
  const project = await projectWith([[[1, 2]]]);
  await sql()`UPDATE path SET verdict = 'correct' WHERE project_id = ${project.id} AND key = '1/1'`;
  const asked = { critique: "judge", low: 3, high: 8, limit: 5 };
  const [{ id }] = await sql()<
    [{ id: number }]
  >`SELECT id FROM path WHERE project_id = ${project.id} AND key = '1/1'`;
  const mine = project.as("curator");
  await gradePath(mine, { path: id, value: 9, rationale: null });
  expect((await verdictDisputes(mine, asked)).items).toMatchObject([{ graded: 9 }]);
  const other = { ...mine, actor: { ...mine.actor, userId: "somebody else" } };
  expect((await verdictDisputes(other, asked)).items).toMatchObject([{ graded: null }]);
});
