import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import {
  type DatasetFilter,
  type DpoFilter,
  dropReason,
  previewResult,
  type SftFilter,
} from "../contract.ts";
import { previewDataset } from "./preview.ts";

testDatabase();
afterAll(closeDatabase);

const VERDICTS = ["correct", "incorrect", "unverifiable", "error", null] as const;
const MODELS = ["m1", "m2", null] as const;
const KINDS = ["cot", "pot", "mixed"] as const;
const OUTCOMES = ["first", "second", "tie", "both_bad", null] as const;

interface Problem {
  id: number;
  text: string;
  test: boolean;
  subdomain: string | null;
}
interface Path {
  id: number;
  problem: Problem;
  verdict: (typeof VERDICTS)[number];
  model: (typeof MODELS)[number];
  kind: (typeof KINDS)[number];
  text: string;
}
interface Pair {
  id: number;
  first: Path;
  second: Path;
  proposed: (typeof OUTCOMES)[number];
  decided: (typeof OUTCOMES)[number];
}

let scope: ProjectScope;
let paths: Path[] = [];
let pairs: Pair[] = [];

/** Twenty problems with five paths and four pairs each, everything in turns of different lengths. */
beforeAll(async () => {
  const project = await emptyProject();
  scope = project.as("lead");
  const other = await emptyProject();
  for (const { id } of [other, project]) {
    await sql()`INSERT INTO subdomain (project_id, name) VALUES (${id}, 'Algebra'), (${id}, 'Calculus')`;
    await sql()`
      INSERT INTO problem (project_id, key, text, text_hash, split, subdomain_id)
      SELECT ${id}, n, 'Take ' || n || '%', n, CASE WHEN n % 7 = 0 THEN 'test' ELSE 'train' END::split,
        (SELECT min(id) + n % 3 FROM subdomain WHERE project_id = ${id} HAVING n % 3 < 2)
      FROM generate_series(1, 20) AS n ORDER BY n`;
    await sql()`
      INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict)
      SELECT ${id}, problem.id, n, (${[...KINDS]}::path_kind[])[n % 3 + 1], (${[...MODELS]}::text[])[n % 3 + 1],
        jsonb_build_array(jsonb_build_object('type', 'text', 'content', 'Way ' || n / 2)), n,
        (${[...VERDICTS]}::verdict[])[n % 5 + 1]
      FROM (SELECT id, 5 * row_number() OVER (ORDER BY id) AS base FROM problem WHERE project_id = ${id}) AS problem
      CROSS JOIN LATERAL generate_series(base, base + 4) AS n ORDER BY problem.id, n`;
    await sql()`
      INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, proposed, decided)
      SELECT ${id}, problem_id, min(id) + step, min(id) + step + 1, 'mined',
        (${[...OUTCOMES]}::pair_outcome[])[(min(id) + 2 * step) % 5 + 1],
        (${[...OUTCOMES]}::pair_outcome[])[(min(id) / 5 + step) % 5 + 1]
      FROM path CROSS JOIN generate_series(0, 3) AS step WHERE project_id = ${id}
      GROUP BY problem_id, step ORDER BY problem_id, step`;
  }
  const problems = await sql()<Problem[]>`
    SELECT problem.id, text, split = 'test' AS test, name AS subdomain FROM problem
    LEFT JOIN subdomain ON subdomain.id = subdomain_id WHERE problem.project_id = ${project.id}`;
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const rows = await sql()<(Omit<Path, "problem"> & { problemId: number })[]>`
    SELECT id, problem_id, verdict, model, kind, segments->0->>'content' AS text FROM path
    WHERE project_id = ${project.id} ORDER BY problem_id, id`;
  paths = rows.flatMap((row) => {
    const problem = byId.get(row.problemId);
    return problem ? [{ ...row, problem }] : [];
  });
  const pathById = new Map(paths.map((path) => [path.id, path]));
  const stored = await sql()<
    { id: number; firstId: number; secondId: number; proposed: Pair["proposed"]; decided: Pair["decided"] }[]
  >`
    SELECT id, first_id, second_id, proposed, decided FROM preference_pair
    WHERE project_id = ${project.id} ORDER BY problem_id, id`;
  pairs = stored.flatMap(({ firstId, secondId, ...pair }) => {
    const [first, second] = [pathById.get(firstId), pathById.get(secondId)];
    return first && second ? [{ ...pair, first, second }] : [];
  });
  expect([paths.length, pairs.length]).toEqual([100, 80]);
});

interface Judged {
  chosen: Path | null;
  rejected: Path | null;
  problem: Problem;
  reason: string | null;
}

/** The same selection, spelled out over rows in memory. */
function expected(filter: DatasetFilter): Judged[] {
  const judged = filter.kind === "sft" ? judgePaths(filter) : judgePairs(filter);
  const kept = new Map<Problem, number>();
  return judged.map((row) => {
    if (row.reason !== null) return row;
    const place = (kept.get(row.problem) ?? 0) + 1;
    kept.set(row.problem, place);
    return place > (filter.perProblem ?? Number.POSITIVE_INFINITY)
      ? { ...row, reason: "over_problem_limit" }
      : row;
  });
}

function inFilter(problem: Problem, { q, subdomain }: DatasetFilter): boolean {
  const hasWords = q === undefined || problem.text.toLowerCase().includes(q.toLowerCase());
  return hasWords && (subdomain === undefined || problem.subdomain === subdomain);
}

function judgePaths(filter: SftFilter): Judged[] {
  return paths
    .filter(
      (path) =>
        inFilter(path.problem, filter) &&
        path.verdict === filter.verdict &&
        (filter.pathKind === undefined || path.kind === filter.pathKind) &&
        (filter.model === undefined || (path.model ?? "") === filter.model),
    )
    .map((path) => ({
      chosen: path,
      rejected: null,
      problem: path.problem,
      reason: path.problem.test ? "test_split" : null,
    }));
}

function judgePairs(filter: DpoFilter): Judged[] {
  return pairs
    .filter(({ first }) => inFilter(first.problem, filter))
    .map((pair) => {
      const { decided, proposed } = pair;
      const outcome = {
        judged: decided,
        proposed: decided === null || decided === proposed ? proposed : null,
        either: decided ?? proposed,
      }[filter.choice];
      const problem = pair.first.problem;
      if (problem.test) return { chosen: null, rejected: null, problem, reason: "test_split" };
      if (outcome !== "first" && outcome !== "second")
        return { chosen: null, rejected: null, problem, reason: "undecided" };
      const [chosen, rejected] = outcome === "first" ? [pair.first, pair.second] : [pair.second, pair.first];
      const reason =
        filter.chosenCorrect && chosen.verdict !== "correct"
          ? "chosen_not_correct"
          : filter.rejectedWrong && rejected.verdict === "correct"
            ? "rejected_correct"
            : chosen.text === rejected.text
              ? "same_text"
              : null;
      return { chosen, rejected, problem, reason };
    });
}

const shared = {
  q: fc.constantFrom("1", "%", "take 1", "_", "nothing"),
  subdomain: fc.constantFrom("Algebra", "Calculus", "Nowhere"),
  perProblem: fc.integer({ min: 1, max: 3 }),
};
const filters: fc.Arbitrary<DatasetFilter> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("sft" as const),
      verdict: fc.constantFrom("correct", "incorrect", "unverifiable", "error"),
      model: fc.constantFrom("", "m1", "m9"),
      pathKind: fc.constantFrom(...KINDS),
      ...shared,
    },
    { requiredKeys: ["kind", "verdict"] },
  ),
  fc.record(
    {
      kind: fc.constant("dpo" as const),
      choice: fc.constantFrom("judged", "proposed", "either"),
      chosenCorrect: fc.boolean(),
      rejectedWrong: fc.boolean(),
      ...shared,
    },
    { requiredKeys: ["kind", "choice", "chosenCorrect", "rejectedWrong"] },
  ),
);

/** Filters that between them meet every reason. */
const open: DatasetFilter[] = [
  { kind: "dpo", choice: "either", chosenCorrect: false, rejectedWrong: false },
  { kind: "dpo", choice: "either", chosenCorrect: false, rejectedWrong: true },
  { kind: "dpo", choice: "either", chosenCorrect: false, rejectedWrong: false, perProblem: 1 },
  { kind: "dpo", choice: "either", chosenCorrect: true, rejectedWrong: false },
];

test("a preview counts and shows exactly the rows that the filter's words say", async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const rows = expected(filter);
      const kept = rows.filter(({ reason }) => reason === null);
      const result = await previewDataset(scope, filter);
      expect(previewResult.parse(result)).toEqual(result);
      expect(result).toMatchObject({
        candidates: rows.length,
        kept: kept.length,
        problems: new Set(kept.map(({ problem }) => problem)).size,
        dropped: dropReason.options
          .map((reason) => ({ reason, count: rows.filter((row) => row.reason === reason).length }))
          .filter(({ count }) => count > 0),
      });
      expect(result.rows.map(({ chosen, rejected }) => [chosen.pathId, rejected?.pathId ?? null])).toEqual(
        kept.slice(0, 50).map(({ chosen, rejected }) => [chosen?.id, rejected?.id ?? null]),
      );
      for (const { reason } of rows) met.add(reason ?? "kept");
    }),
    { numRuns: 150, examples: open.map((filter): [DatasetFilter] => [filter]) },
  );
  expect([...met].toSorted()).toEqual(["kept", ...dropReason.options].toSorted());
});

test("a preview shows no more of a long text than can be looked at", async () => {
  const long = [{ type: "text", content: "x".repeat(50_000) }];
  await sql()`UPDATE path SET segments = ${sql().json(long)} WHERE project_id = ${scope.projectId}`;
  const { rows } = await previewDataset(scope, { kind: "sft", verdict: "correct" });
  expect(rows[0]?.chosen.segments[0]?.content).toHaveLength(20_000);
});
