import { createReadStream, existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { RowDrafts, ShapeName } from "./drafts.ts";
import { parseRecord } from "./parse-record.ts";
import { readJsonl } from "./readers/jsonl.ts";
import { recogniseShape, shapeByName } from "./recognise.ts";
import { joinSegments } from "./segments.ts";
import { writeRecord } from "./writers/canonical.ts";

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

interface Read {
  shape: ShapeName | undefined;
  drafts: RowDrafts;
  faults: unknown[];
}

async function importFile(name: string): Promise<Read> {
  const rows: Record<string, unknown>[] = [];
  const faults: unknown[] = [];
  for await (const item of readJsonl(createReadStream(new URL(name, data)))) {
    if ("row" in item) rows.push(item.row);
    else faults.push(item);
  }
  const shape = recogniseShape(rows.slice(0, 50))?.shape;
  const drafts: RowDrafts = { problems: [], paths: [], scores: [], pairs: [] };
  for (const row of shape === undefined ? [] : rows) {
    const result = shapeByName(shape ?? "lemma").drafts(row, {});
    if (!result.ok) {
      faults.push(result.error);
      continue;
    }
    drafts.problems.push(...result.value.problems);
    drafts.paths.push(...result.value.paths);
  }
  return { shape, drafts, faults };
}

function count<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

function expectRoundTrip({ problems, paths }: RowDrafts): void {
  const wrong = [
    ...problems.map((record) => ({
      record,
      back: parseRecord(JSON.parse(writeRecord("problem", record)), "problem"),
    })),
    ...paths.map((record) => ({
      record,
      back: parseRecord(JSON.parse(writeRecord("path", record)), "path"),
    })),
  ].filter(({ record, back }) => JSON.stringify(back) !== JSON.stringify({ ok: true, value: record }));
  expect(wrong).toEqual([]);
}

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

  test.each([
    ["gsm8k/train.jsonl", 7473],
    ["gsm8k/test.jsonl", 1319],
  ])("%s gives %i problems with an answer and as many reference paths", async (name, rows) => {
    const { shape, drafts, faults } = await importFile(name);
    expect({ shape, faults }).toEqual({ shape: "gsm8k", faults: [] });
    expect(new Set(drafts.problems.map(({ problem }) => problem)).size).toBe(rows);
    expect(drafts.problems.filter(({ answer }) => /^-?[\d.,]+$/.test(answer ?? ""))).toHaveLength(rows);
    expect(count(drafts.paths, ({ kind }) => kind)).toEqual({ cot: rows });
    expectRoundTrip(drafts);
  });

  test("example_model_solutions gives 1319 problems and four models' paths, as many correct as is known", async () => {
    const { shape, drafts, faults } = await importFile("gsm8k/example_model_solutions.jsonl");
    expect({ shape, faults }).toEqual({ shape: "openai-model-solutions", faults: [] });
    expect(drafts.problems.filter(({ answer }) => answer !== undefined)).toHaveLength(1319);
    expect(count(drafts.paths, ({ model }) => model ?? "")).toEqual({
      "6b_finetuning": 1319,
      "6b_verification": 1319,
      "175b_finetuning": 1319,
      "175b_verification": 1319,
    });
    const right = drafts.paths.filter(({ meta }) => meta?.["is_correct"] === true);
    const share = Object.entries(count(right, ({ model }) => model ?? "")).map(([model, n]) => [
      model,
      n / 1319,
    ]);
    expect(Object.fromEntries(share)).toEqual({
      "6b_finetuning": expect.closeTo(0.217, 3),
      "6b_verification": expect.closeTo(0.39, 3),
      "175b_finetuning": expect.closeTo(0.347, 3),
      "175b_verification": expect.closeTo(0.563, 3),
    });
    expect(count(drafts.paths, ({ kind }) => kind)).toEqual({ cot: 5276 });
    expectRoundTrip(drafts);
  });

  test("tora-70b gives 1319 paths of one model, which join to the bytes they came from", async () => {
    const { shape, drafts, faults } = await importFile("gsm8k/tora-70b.jsonl");
    expect({ shape, faults }).toEqual({ shape: "tora", faults: [] });
    expect(drafts.problems).toHaveLength(1319);
    expect(count(drafts.paths, ({ model }) => model ?? "")).toEqual({ "tora-70b": 1319 });
    expect(count(drafts.paths, ({ kind }) => kind)).toEqual({ pot: 1317, mixed: 2 });
    expect(count(drafts.paths, ({ segments }) => segments.map(({ type }) => type).join(" "))).toEqual({
      "code output text": 1318,
      code: 1,
    });
    expectRoundTrip(drafts);
    const sources: unknown[] = [];
    for await (const item of readJsonl(createReadStream(new URL("gsm8k/tora-70b.jsonl", data)))) {
      if ("row" in item && Array.isArray(item.row["code"])) sources.push(...item.row["code"]);
    }
    const same = drafts.paths.filter(({ segments }, i) => joinSegments(segments) === sources[i]);
    expect(same).toHaveLength(1319);
  });

  test("the three gsm8k test files are about the same 1319 problems, to the letter", async () => {
    const names = ["gsm8k/test.jsonl", "gsm8k/example_model_solutions.jsonl", "gsm8k/tora-70b.jsonl"];
    const texts = new Set<string>();
    for (const name of names)
      for (const { problem } of (await importFile(name)).drafts.problems) texts.add(problem);
    expect(texts.size).toBe(1319);
  });

  test("MATH gives 5000 problems of seven sub-domains and five levels, each with a boxed answer", async () => {
    const { shape, drafts, faults } = await importFile("math/test.jsonl");
    expect({ shape, faults }).toEqual({ shape: "math", faults: [] });
    expect(new Set(drafts.problems.map(({ problem }) => problem)).size).toBe(5000);
    expect(drafts.problems.filter(({ answer }) => answer === undefined)).toEqual([]);
    expect(Object.keys(count(drafts.problems, ({ subdomain }) => subdomain ?? ""))).toHaveLength(7);
    expect(count(drafts.problems, ({ difficulty }) => difficulty ?? "")).toEqual({
      "1": 437,
      "2": 894,
      "3": 1131,
      "4": 1214,
      "5": 1324,
    });
    expect(count(drafts.paths, ({ kind }) => kind)).toEqual({ cot: 5000 });
    expectRoundTrip(drafts);
  });

  test("Self-Instruct's seed tasks are no shape of maths data", async () => {
    const { shape, faults } = await importFile("self-instruct-seed-tasks.jsonl");
    expect({ shape, faults }).toEqual({ shape: undefined, faults: [] });
  });
});
