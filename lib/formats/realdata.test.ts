import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { recogniseShape, shapeByName } from "./recognise.ts";

const data = new URL("../../../shared/data/", import.meta.url);
const missing = !existsSync(data);
if (missing) console.info(`SKIPPED: real data is not here: ${data.pathname}`);

/** file, its shape, rows, paths of models, paths that are worked solutions */
const FILES = [
  ["gsm8k/train.jsonl", "gsm8k", 7473, 0, 7473],
  ["gsm8k/test.jsonl", "gsm8k", 1319, 0, 1319],
  ["gsm8k/example_model_solutions.jsonl", "openai-model-solutions", 1319, 5276, 0],
  ["gsm8k/tora-70b.jsonl", "tora", 1319, 1319, 0],
  ["math/test.jsonl", "math", 5000, 0, 5000],
] as const;

describe.skipIf(missing)("real files (skipped where ../shared/data is missing)", () => {
  test.each(FILES)(
    "%s is recognised as %s, and each of its %i rows is read without a fault",
    (file, name, rows, models, solutions) => {
      const lines = readFileSync(new URL(file, data), "utf8").trim().split("\n");
      const parsed: unknown[] = lines.map((line) => JSON.parse(line));
      expect(recogniseShape(parsed.slice(0, 50))?.shape).toBe(name);
      const drafts = parsed.map((row) => shapeByName(name).drafts(row, {}));
      expect(drafts.filter((each) => !each.ok)).toEqual([]);
      const good = drafts.flatMap((each) => (each.ok ? [each.value] : []));
      const paths = good.flatMap((each) => each.paths);
      expect(good.flatMap((each) => each.problems)).toHaveLength(rows);
      expect(paths.filter(({ model }) => model !== undefined)).toHaveLength(models);
      expect(paths.filter(({ meta }) => meta?.["source"] === "reference")).toHaveLength(solutions);
      expect(good.flatMap((each) => each.problems).filter(({ answer }) => answer === undefined)).toHaveLength(
        0,
      );
    },
  );
});
