import fc from "fast-check";
import { expect, test } from "vitest";
import { recordKind, records } from "../testing/arbitraries.ts";
import { writeRecord } from "../writers/canonical.ts";
import { lemma } from "./lemma.ts";

test("each of the four records, as written, is recognised and drafted as itself", () => {
  const listOf = { problem: "problems", path: "paths", score: "scores", pair: "pairs" } as const;
  fc.assert(
    fc.property(
      recordKind.chain((kind) =>
        records[kind].map((record) => ({ kind, record, line: JSON.stringify(record) })),
      ),
      ({ kind, record, line }) => {
        const row: unknown = JSON.parse(line);
        const none = { problems: [], paths: [], scores: [], pairs: [] };
        expect(lemma.recognises(row)).toBe(true);
        expect(lemma.drafts(row, {})).toEqual({ ok: true, value: { ...none, [listOf[kind]]: [record] } });
      },
    ),
  );
});

test("options fill what a record leaves open and override nothing", () => {
  const options = { model: "m", split: "test", source: "s" } as const;
  expect(lemma.drafts({ problem: "p", split: "train" }, options)).toMatchObject({
    value: { problems: [{ problem: "p", split: "train", source: "s" }] },
  });
  const own = { problem_id: "a", text: "It is 2.", model: "own" };
  expect(lemma.drafts(own, options)).toMatchObject({ value: { paths: [{ model: "own" }] } });
  expect(lemma.drafts({ ...own, model: null }, options)).toMatchObject({
    value: { paths: [{ model: "m" }] },
  });
});

test("a canonical line is a row of this shape, and other rows aren't", () => {
  expect(lemma.recognises(JSON.parse(writeRecord("problem", { problem: "p" })))).toBe(true);
  for (const row of [
    {},
    { text: "a" },
    { problem: "" },
    { chosen: "a", rejected: "b" },
    [],
    null,
    "problem",
  ]) {
    expect(lemma.recognises(row)).toBe(false);
    expect(lemma.drafts(row, {})).toMatchObject({ ok: false, error: { field: null } });
  }
});
