import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { segmentsOf } from "#lib/answers/testing/trajectory.ts";
import { openSandbox } from "./pool.ts";
import { HAS_SYMPY } from "./testing/sympy.ts";

vi.setConfig({ testTimeout: 300_000 });
const file = join(import.meta.dirname, "../../../shared/data/gsm8k/tora-70b.jsonl");
const missing = !existsSync(file);
if (missing) console.warn(`SKIPPED: ${file} isn't there, so ToRA's 1319 programs aren't run.`);

type Trajectory = { idx: number; code: [string] };

describe.skipIf(missing || !HAS_SYMPY)("the programs of ToRA 70B on GSM8K", () => {
  const sandbox = openSandbox();
  afterAll(() => sandbox.close());

  test("all 1319 run to the output that was recorded, or to the same failure", async () => {
    const rows: Trajectory[] = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row));
    const differing: unknown[] = [];
    await Promise.all(
      rows.map(async ({ idx, code }) => {
        const segments = segmentsOf(code[0]);
        const blocks = segments.flatMap(({ type, content }) => (type === "code" ? [content] : []));
        const recorded = segments.flatMap(({ type, content }) => (type === "output" ? [content.trim()] : []));
        const ran = await sandbox.run({ blocks }, { limits: { milliseconds: 8_000 } });
        const printed = ran.blocks.map(({ stdout }) => stdout.trim());
        const same = printed.length === recorded.length && printed.every((text, at) => text === recorded[at]);
        if (!same) differing.push({ idx, recorded, printed, error: ran.error?.kind ?? null });
      }),
    );
    expect(rows).toHaveLength(1319);
    expect(differing).toEqual([
      // The trajectory ends before its output.
      { idx: 146, recorded: [], printed: ["2125.0"], error: null },
      // No Python: the recorded output is the error's last line, and ours says the same.
      { idx: 587, recorded: ["SyntaxError: invalid syntax"], printed: [""], error: "exception" },
      // A loop without an end, stopped there as here.
      {
        idx: 881,
        recorded: ["timeout_decorator.timeout_decorator.TimeoutError: 'Timed Out'"],
        printed: [],
        error: "timeout",
      },
    ]);
  });
});
