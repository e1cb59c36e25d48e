import { expect, test } from "vitest";
import { BUCKETS, COLUMNS, differenceOf, rawRows, scaledRow, scalingOf } from "./feature-rows.ts";
import { FEATURES, type SeenPath } from "./path-features.ts";

const path = (id: number, content: string): SeenPath => ({
  id,
  segments: [{ type: "text", content }],
  answer: null,
  answerRule: null,
  execution: null,
  isModels: true,
});

const raw = rawRows("What is 3 + 4?", [path(1, "3 + 4 = 7, seven."), path(2, "Perhaps eight."), path(3, "")]);

test("readable features have mean 0 and deviation 1 over the rows that they were scaled by", () => {
  const rows = raw.map((row) => scaledRow(row, scalingOf(raw)));
  FEATURES.forEach((_, column) => {
    const values = rows.map((row) => row.value[column] ?? Number.NaN);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8);
    const spread = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.abs(spread - 1) < 1e-8 || spread === 0).toBe(true);
  });
});

test("hashed words stand behind them, as a vector of length 1, and numbers are all one", () => {
  const [first] = raw;
  const length = Math.sqrt(
    (first?.hashed.value ?? new Float64Array()).reduce((sum, part) => sum + part * part, 0),
  );
  expect(length).toBeCloseTo(1, 10);
  const [one, other] = rawRows("", [path(1, "It is 12 now"), path(2, "It is 7 now")]);
  expect(one?.hashed).toEqual(other?.hashed);
  const row = scaledRow(
    raw[0] ?? { id: 0, readable: [], hashed: { index: new Int32Array(), value: new Float64Array() } },
    scalingOf(raw),
  );
  expect(Math.max(...row.index)).toBeLessThan(COLUMNS);
  expect(COLUMNS).toBe(FEATURES.length + BUCKETS);
});

test("a row less itself is nothing", () => {
  const row = scaledRow(
    raw[1] ?? { id: 0, readable: [], hashed: { index: new Int32Array(), value: new Float64Array() } },
    scalingOf(raw),
  );
  expect(differenceOf(row, row).value.every((value) => value === 0)).toBe(true);
});
