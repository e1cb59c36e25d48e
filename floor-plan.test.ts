import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { cruise, type IForbiddenRuleType } from "dependency-cruiser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forbidden } from "./floor-plan.mjs";

/** [file, what it wrongly imports, the rule that must say so] */
const PLANTED: readonly [string, string, string][] = [
  ["lib/problems/store/a.ts", "lib/problems/store/b.ts", "no-cycles"],
  ["components/problems/list.tsx", "app/page.tsx", "nothing-imports-app"],
  ["lib/jobs/store/read.ts", "app/page.tsx", "nothing-imports-app"],
  ["components/problems/table.tsx", "lib/problems/store/list.ts", "screens-see-contracts-only"],
  ["components/problems/form.tsx", "lib/problems/router.ts", "screens-see-contracts-only"],
  ["components/paths/run.tsx", "lib/jobs/queue.ts", "screens-see-contracts-only"],
  ["components/ui/grid.tsx", "components/problems/list.tsx", "ui-knows-no-room"],
  ["components/ui/badge.tsx", "lib/problems/contract.ts", "ui-knows-no-room"],
  ["app/problems/page.tsx", "lib/problems/store/list.ts", "pages-go-through-the-door"],
  ["app/problems/other.tsx", "lib/problems/router.ts", "pages-go-through-the-door"],
  ["lib/answers/equal.ts", "lib/db.ts", "rules-are-pure"],
  ["lib/pairs/choice.ts", "lib/pairs/store/list.ts", "rules-are-pure"],
  ["lib/review/contract.ts", "lib/db.ts", "rules-are-pure"],
  ["lib/formats/lines.ts", "lib/auth/scope.ts", "rules-rooms-know-only-rules"],
  ["lib/formats/rows.ts", "lib/paths/contract.ts", "rules-rooms-know-only-rules"],
  ["lib/problems/router.ts", "lib/db.ts", "only-stores-touch-the-database"],
  ["app/api/v1/route.ts", "lib/db.ts", "only-stores-touch-the-database"],
  ["lib/jobs/queue.ts", "lib/paths/contract.ts", "machinery-knows-no-concept"],
  ["lib/cli/select-file.ts", "lib/selection/store/rows.ts", "file-tools-use-rules-alone"],
  ["lib/auth/store/actor.ts", "lib/projects/contract.ts", "machinery-knows-no-concept"],
  ["lib/projects/store/read.ts", "lib/problems/contract.ts", "projects-looks-left"],
  ["lib/paths/store/list.ts", "lib/pairs/contract.ts", "paths-looks-left"],
  ["lib/pairs/store/list.ts", "lib/review/contract.ts", "pairs-looks-left"],
  ["lib/paths/store/check.ts", "lib/paths/handlers/check.ts", "only-the-worker-runs-handlers"],
  ["lib/datasets/store/merge.ts", "lib/pairs/router.ts", "rooms-keep-their-routers"],
];

/** Allowed neighbours of the planted ones: none of them may be reported. */
const ALLOWED: readonly [string, string][] = [
  ["components/review/screen.tsx", "lib/review/contract.ts"],
  ["components/review/keys.tsx", "lib/review/sides.ts"],
  ["components/review/data.tsx", "lib/api/client.ts"],
  ["lib/datasets/handlers/import.ts", "lib/pairs/store/merge.ts"],
  ["lib/datasets/store/save.ts", "lib/db.ts"],
  ["lib/formats/shapes/math.ts", "lib/answers/extract.ts"],
  ["lib/jobs/registry.ts", "lib/datasets/handlers/import.ts"],
  ["lib/api/router.ts", "lib/review/router.ts"],
];

const root = mkdtempSync(join(tmpdir(), "lemma-floor-plan-"));
const found = new Set<string>();

function addImport(sources: Map<string, string>, from: string, to: string): void {
  const path = relative(dirname(from), to);
  const line = `import "${path.startsWith(".") ? path : `./${path}`}";\n`;
  sources.set(from, (sources.get(from) ?? "") + line);
  if (!sources.has(to)) sources.set(to, "");
}

beforeAll(async () => {
  const sources = new Map<string, string>();
  for (const [from, to] of [...PLANTED, ...ALLOWED]) addImport(sources, from, to);
  addImport(sources, "lib/problems/store/b.ts", "lib/problems/store/a.ts");
  for (const [file, text] of sources) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}export {};\n`);
  }
  // The generated rules are plain objects of this shape; dependency-cruiser checks them when it runs.
  const rules = forbidden as IForbiddenRuleType[];
  const { output } = await cruise(["app", "components", "lib"], {
    baseDir: root,
    validate: true,
    tsPreCompilationDeps: true,
    ruleSet: { forbidden: rules },
  });
  if (typeof output === "string") throw new Error("dependency-cruiser gave a report instead of its result");
  for (const { from, to, rule } of output.summary.violations) found.add(`${from} > ${to}: ${rule.name}`);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(PLANTED)("%s importing %s breaks %s", (from, to, rule) => {
  expect([...found]).toContain(`${from} > ${to}: ${rule}`);
});

test("what the house allows is not reported", () => {
  const allowed = ALLOWED.map(([from, to]) => `${from} > ${to}:`);
  expect([...found].filter((line) => allowed.some((start) => line.startsWith(start)))).toEqual([]);
});
