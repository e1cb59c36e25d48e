import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { mineBatch } from "./mine.ts";

testDatabase();

interface Draft {
  text: string;
  reward: number | null;
  critique: number | null;
  isCut: boolean;
}

/** A project of such problems. A path's key is `problem/place`, its place from 0. */
async function projectWith(problems: readonly Draft[][]): Promise<TestProject> {
  const project = await emptyProject();
  const rows = JSON.stringify(
    problems.flatMap((paths, problem) => paths.map((path, place) => ({ ...path, problem, place }))),
  );
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash)
    SELECT ${project.id}, n, n, n FROM generate_series(0, ${problems.length - 1}) AS n ORDER BY n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, flaw)
    SELECT ${project.id}, problem.id, row.problem || '/' || row.place, 'cot', jsonb_build_array(row.text), row.place,
      CASE WHEN "isCut" THEN 'truncated'::path_flaw END
    FROM jsonb_to_recordset(${rows}::jsonb) AS row (problem int, place int, text text, "isCut" boolean)
    JOIN problem ON problem.project_id = ${project.id} AND problem.key = row.problem::text
    ORDER BY problem.id, row.place`;
  await sql()`
    INSERT INTO score (project_id, path_id, scorer, kind, value)
    SELECT ${project.id}, path.id, one.scorer, one.kind::score_kind, one.value
    FROM jsonb_to_recordset(${rows}::jsonb) AS row (problem int, place int, reward float, critique float)
    JOIN path ON path.project_id = ${project.id} AND path.key = row.problem || '/' || row.place
    CROSS JOIN LATERAL (VALUES ('rm', 'reward', reward), ('judge', 'critique', critique)) AS one (scorer, kind, value)
    WHERE one.value IS NOT NULL`;
  return project;
}

/** The pairs of a problem, by trying them all: lower place first, strongest disagreement first. */
function expected(paths: readonly Draft[], margin: number, perProblem: number): [number, number][] {
  const whole = paths.flatMap(({ reward, critique, isCut, text }, place) =>
    isCut || reward === null || critique === null ? [] : [{ place, reward, critique, text }],
  );
  const rankOf = (reward: number) => whole.filter((one) => one.reward > reward).length;
  return whole
    .flatMap((one) =>
      whole.flatMap((other) => {
        const gap = other.critique - one.critique;
        if (one.reward <= other.reward || gap <= 0 || gap < margin || one.text === other.text) return [];
        return [{ one, other, gap, apart: rankOf(other.reward) - rankOf(one.reward) }];
      }),
    )
    .toSorted(
      (a, b) =>
        b.gap - a.gap || b.apart - a.apart || a.one.place - b.one.place || a.other.place - b.other.place,
    )
    .slice(0, perProblem)
    .map(({ one, other }) => [Math.min(one.place, other.place), Math.max(one.place, other.place)]);
}

const score = (most: number) => fc.option(fc.integer({ min: 1, max: most }));
const draft = fc.record({
  text: fc.constantFrom("a", "b", "c", "d"),
  reward: score(4),
  critique: score(10),
  isCut: fc.constantFrom(false, false, false, true),
});
const problems = fc.array(fc.array(draft, { maxLength: 9 }), { minLength: 1, maxLength: 8 });
const mining = (margin: number, perProblem: number) =>
  ({ policy: "orders-disagree", perProblem, reward: "rm", critique: "judge", margin }) as const;

describe("mining where orders disagree", () => {
  test("takes the pairs whose critiques contradict the rewards most, and proposes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        problems,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        async (drafts, margin, perProblem) => {
          const project = await projectWith(drafts);
          await mineBatch(project.id, 0, 100, mining(margin, perProblem));
          const found = await sql()`
            SELECT problem.key::int AS problem, split_part(one.key, '/', 2)::int AS first,
              split_part(other.key, '/', 2)::int AS second, priority, proposed, policy
            FROM preference_pair AS pair JOIN problem ON problem.id = pair.problem_id
            JOIN path AS one ON one.id = first_id JOIN path AS other ON other.id = second_id
            WHERE pair.project_id = ${project.id} ORDER BY pair.problem_id, priority`;
          const wanted = drafts.flatMap((paths, problem) =>
            expected(paths, margin, perProblem).map(([first, second], at) => ({
              problem,
              first,
              second,
              priority: at + 1,
              proposed: null,
              policy: "orders-disagree",
            })),
          );
          expect([...found]).toEqual(wanted);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("again adds nothing", async () => {
    const [low, high] = [
      { text: "a", reward: 2, critique: 1, isCut: false },
      { text: "b", reward: 1, critique: 9, isCut: false },
    ];
    const project = await projectWith([[low, high]]);
    expect(await mineBatch(project.id, 0, 100, mining(2, 3))).toMatchObject({ created: 1, present: 0 });
    expect(await mineBatch(project.id, 0, 100, mining(2, 3))).toMatchObject({ created: 0, present: 1 });
    expect(await mineBatch(project.id, 0, 100, mining(9, 3))).toMatchObject({ created: 0, present: 0 });
  });

  test("pairs a problem with very many paths among those whose places differ most", async () => {
    const many = Array.from({ length: 150 }, (_, at): Draft => {
      const isOdd = at === 149;
      return { text: `way ${at}`, reward: at, critique: isOdd ? 1 : 2 + at / 100, isCut: false };
    });
    const project = await projectWith([many]);
    expect(await mineBatch(project.id, 0, 10, mining(0, 50))).toMatchObject({ created: 50 });
    const [pair] = await sql()`
      SELECT one.key AS first, other.key AS second FROM preference_pair AS pair
      JOIN path AS one ON one.id = first_id JOIN path AS other ON other.id = second_id
      WHERE pair.project_id = ${project.id} ORDER BY priority LIMIT 1`;
    expect(pair).toMatchObject({ second: "0/149" });
  });
});

test("no policy pairs a path that was cut off", async () => {
  const whole = { text: "a", reward: null, critique: null, isCut: false };
  const project = await projectWith([[whole, { ...whole, text: "b", isCut: true }]]);
  const mined = await mineBatch(project.id, 0, 10, { policy: "any-two", perProblem: 3 });
  expect(mined).toMatchObject({ created: 0 });
});
