import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { mintScope, type ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { mineBatch } from "./mine.ts";

testDatabase();

type Verdict = "correct" | "incorrect" | "unverifiable" | "error" | null;
interface Draft {
  verdict: Verdict;
  answer: string | null;
  text: string;
}
interface Mined {
  problem: string;
  first: number;
  second: number;
  proposed: string | null;
  priority: number;
}

const lead = {
  userId: "lead",
  name: "Lead",
  email: "lead@example.org",
  isOwner: false,
  by: "session" as const,
};
let projects = 0;

async function newProject(): Promise<ProjectScope> {
  projects += 1;
  const slug = `mining-${projects}`;
  const [row] = await sql()<
    [{ id: number }]
  >`INSERT INTO project (slug, name) VALUES (${slug}, ${slug}) RETURNING id`;
  return mintScope({ id: row.id, slug }, "lead", lead);
}

/** Puts in one problem for each list of paths. A path's key is its place in the list, from 0. */
async function addProblems(
  scope: ProjectScope,
  problems: readonly Draft[][],
  split = "train",
): Promise<void> {
  const drafts = problems.map((paths, at) => ({ name: `${split}-${String(at).padStart(4, "0")}`, paths }));
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, split)
    SELECT ${scope.projectId}, name, name, name, ${split}
    FROM jsonb_to_recordset(${JSON.stringify(drafts)}::text::jsonb) AS draft (name text) ORDER BY name`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, verdict, answer)
    SELECT ${scope.projectId}, problem.id, draft.name || '/' || item.place, 'cot',
      jsonb_build_array(jsonb_build_object('type', 'text', 'content', item.path->>'text')), item.place,
      (item.path->>'verdict')::verdict, item.path->>'answer'
    FROM jsonb_to_recordset(${JSON.stringify(drafts)}::text::jsonb) AS draft (name text, paths jsonb)
    JOIN problem ON problem.project_id = ${scope.projectId} AND problem.key = draft.name
    CROSS JOIN jsonb_array_elements(draft.paths) WITH ORDINALITY AS item (path, place)
    ORDER BY problem.id, item.place`;
}

type Policy = Parameters<typeof mineBatch>[3]["policy"];

async function mineAll(scope: ProjectScope, policy: Policy, perProblem: number, batch = 7): Promise<number> {
  let [after, created] = [0, 0];
  for (;;) {
    const mined = await mineBatch(scope.projectId, after, batch, { policy, perProblem });
    if (!mined) return created;
    after = mined.through;
    created += mined.created;
  }
}

/** The project's pairs in the order of review, paths by their places. */
async function pairsOf(scope: ProjectScope): Promise<Mined[]> {
  return sql()<Mined[]>`
    SELECT problem.key AS problem, split_part(first.key, '/', 2)::int - 1 AS first,
      split_part(second.key, '/', 2)::int - 1 AS second, proposed, priority
    FROM preference_pair AS pair JOIN problem ON problem.id = pair.problem_id
    JOIN path AS first ON first.id = first_id JOIN path AS second ON second.id = second_id
    WHERE pair.project_id = ${scope.projectId} ORDER BY pair.priority, pair.id`;
}

/** Places of the paths that `keep` lets through, one of each kind of path first, then by place. */
function inOrder(
  paths: readonly Draft[],
  keep: (path: Draft) => boolean,
  kind: (path: Draft) => string,
): number[] {
  const seen = new Map<string, number>();
  const rounds = paths.flatMap((path, place) => {
    if (!keep(path)) return [];
    const round = seen.get(kind(path)) ?? 0;
    seen.set(kind(path), round + 1);
    return [{ place, round }];
  });
  return rounds
    .toSorted((one, other) => one.round - other.round || one.place - other.place)
    .map(({ place }) => place);
}

function expectedAgainstIncorrect(paths: readonly Draft[], perProblem: number) {
  const good = inOrder(
    paths,
    ({ verdict }) => verdict === "correct",
    ({ answer }) => String(answer),
  );
  const bad = inOrder(
    paths,
    ({ verdict }) => verdict === "incorrect",
    ({ answer }) => String(answer),
  );
  const pairs = good.flatMap((_, pass) =>
    bad.map((rejected, at) => ({ chosen: good[(at + pass) % good.length] ?? -1, rejected })),
  );
  return pairs.slice(0, perProblem).map(({ chosen, rejected }) => ({
    first: Math.min(chosen, rejected),
    second: Math.max(chosen, rejected),
    proposed: chosen < rejected ? "first" : "second",
  }));
}

function expectedAnyTwo(paths: readonly Draft[], perProblem: number) {
  const order = inOrder(
    paths,
    () => true,
    ({ verdict, answer }) => JSON.stringify([verdict, answer]),
  );
  const pairs = order.flatMap((one, at) =>
    order.slice(at + 1).map((other, gap) => {
      const [p, q] = [paths[one], paths[other]];
      const verdicts = [p?.verdict, q?.verdict];
      const open = !(verdicts.includes("correct") && verdicts.includes("incorrect")) && p?.text !== q?.text;
      return { one, other, at, gap, open, same: p?.answer === q?.answer };
    }),
  );
  return pairs
    .filter(({ open }) => open)
    .toSorted((p, q) => Number(p.same) - Number(q.same) || p.gap - q.gap || p.at - q.at)
    .slice(0, perProblem)
    .map(({ one, other }) => ({ first: Math.min(one, other), second: Math.max(one, other), proposed: null }));
}

const draft = (verdicts: readonly Verdict[], answers: readonly (string | null)[]) =>
  fc.record({
    verdict: fc.constantFrom(...verdicts),
    answer: fc.constantFrom(...answers),
    text: fc.uuid(),
  });
const anyDraft = draft(
  ["correct", "incorrect", "incorrect", "unverifiable", "error", null],
  ["1", "2", "3", null],
);
const problems = fc.array(fc.array(anyDraft, { maxLength: 14 }), { minLength: 1, maxLength: 30 });
const perProblem = fc.integer({ min: 1, max: 9 });
const few = { numRuns: 15 };

describe("mining", () => {
  test.each([
    ["correct-vs-incorrect", expectedAgainstIncorrect] as const,
    ["any-two", expectedAnyTwo] as const,
  ])(
    "by %s takes the first pairs of each problem in the documented order, whatever the batches",
    async (policy, expected) => {
      await fc.assert(
        fc.asyncProperty(
          problems,
          perProblem,
          fc.integer({ min: 1, max: 40 }),
          async (drafts, limit, batch) => {
            const scope = await newProject();
            await addProblems(scope, drafts);
            const created = await mineAll(scope, policy, limit, batch);
            const wanted = drafts.flatMap((paths, at) =>
              expected(paths, limit).map((pair, rank) => ({
                problem: `train-${String(at).padStart(4, "0")}`,
                ...pair,
                priority: rank + 1,
              })),
            );
            // Review meets every problem's first pair, in the order of the problems, before any problem's second one.
            const interleaved = wanted.toSorted(
              (one, other) => one.priority - other.priority || (one.problem < other.problem ? -1 : 1),
            );
            expect(await pairsOf(scope)).toEqual(interleaved);
            expect(created).toBe(wanted.length);
          },
        ),
        few,
      );
    },
  );

  test("again adds nothing, and with a higher limit only what is beyond the lower one", async () => {
    await fc.assert(
      fc.asyncProperty(problems, perProblem, fc.integer({ min: 1, max: 6 }), async (drafts, limit, more) => {
        const [scope, straight] = [await newProject(), await newProject()];
        for (const project of [scope, straight]) await addProblems(project, drafts);
        const created = await mineAll(scope, "correct-vs-incorrect", limit);
        expect(await mineAll(scope, "correct-vs-incorrect", limit)).toBe(0);
        const added = await mineAll(scope, "correct-vs-incorrect", limit + more);
        expect(added + created).toBe(await mineAll(straight, "correct-vs-incorrect", limit + more));
        const byPlace = (pairs: readonly Mined[]) => pairs.map((pair) => JSON.stringify(pair)).toSorted();
        expect(byPlace(await pairsOf(scope))).toEqual(byPlace(await pairsOf(straight)));
      }),
      few,
    );
  });

  test("repeats no wrong answer while another one has not been paired", async () => {
    const wrong = draft(["incorrect"], ["1", "2", "3", "4", "5"]);
    const right = draft(["correct"], ["0"]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(wrong, { minLength: 1, maxLength: 12 }),
        fc.array(right, { minLength: 1, maxLength: 4 }),
        perProblem,
        async (wrongs, rights, limit) => {
          const scope = await newProject();
          const paths = [...wrongs, ...rights];
          await addProblems(scope, [paths]);
          const created = await mineAll(scope, "correct-vs-incorrect", limit);
          const answers = (await pairsOf(scope)).map(({ first }) => paths[first]?.answer);
          expect(new Set(answers).size).toBe(
            Math.min(created, new Set(wrongs.map(({ answer }) => answer)).size),
          );
        },
      ),
      few,
    );
  });
});

describe("mining leaves out", () => {
  const right = { verdict: "correct", answer: "4", text: "2 + 2 = 4" } as const;
  const wrong = { verdict: "incorrect", answer: "5", text: "2 + 2 = 5" } as const;
  let scope: ProjectScope;
  beforeAll(async () => {
    scope = await newProject();
  });

  test("problems of the test split, and other projects' problems", async () => {
    const other = await newProject();
    await addProblems(other, [[right, wrong]]);
    await addProblems(scope, [[right, wrong]], "test");
    await addProblems(scope, [[wrong, right]]);
    await mineAll(scope, "correct-vs-incorrect", 50);
    await mineAll(scope, "any-two", 50);
    expect(await pairsOf(scope)).toEqual([
      { problem: "train-0000", first: 0, second: 1, proposed: "second", priority: 1 },
    ]);
    expect(await pairsOf(other)).toEqual([]);
  });

  test("two paths with the same text", async () => {
    const twins = await newProject();
    await addProblems(twins, [
      [right, { ...right, verdict: "unverifiable" }, { ...right, verdict: "incorrect" }],
    ]);
    expect(await mineAll(twins, "any-two", 50)).toBe(0);
    expect(await mineAll(twins, "correct-vs-incorrect", 50)).toBe(0);
  });
});
