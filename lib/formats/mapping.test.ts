import fc from "fast-check";
import { expect, test } from "vitest";
import { type ColumnMapping, columnMappingSchema, draftsFromMapping, suggestMapping } from "./mapping.ts";
import { anyRow } from "./testing/arbitraries.ts";

const mapping: ColumnMapping = {
  problem: "Frage",
  id: "Nr",
  answer: "Lösung",
  tags: "Themen",
  path: "Weg",
  model: "Modell",
  temperature: "T",
  tokens: "N",
  path_answer: "Ergebnis",
};
const row = {
  Frage: "1 + 1?",
  Nr: "7",
  Lösung: "2",
  Themen: "Zahlen; leicht",
  Weg: "Es ist 2.",
  Modell: "m",
  T: "0.7",
  N: "12",
  Ergebnis: 2,
  Seite: "4",
};

test("no row and no mapping makes it throw", () => {
  const anyMapping = fc.record(
    {
      problem: fc.string(),
      path: fc.string(),
      tags: fc.constantFrom("tags", "__proto__", "question"),
      tokens: fc.string(),
    },
    { requiredKeys: ["problem"] },
  );
  fc.assert(
    fc.property(anyRow, anyMapping, (value, columns) => {
      const result = draftsFromMapping(value, columns, {});
      if (!result.ok) expect(result.error.message).not.toBe("");
    }),
  );
});

test("mapped columns become a problem and a path, numbers in texts are read, the rest is kept in meta", () => {
  expect(draftsFromMapping(row, mapping, { source: "s" })).toEqual({
    ok: true,
    value: {
      problems: [{ id: "7", problem: "1 + 1?", answer: "2", tags: ["Zahlen", "leicht"], source: "s" }],
      paths: [
        {
          problem_id: "7",
          kind: "cot",
          segments: [{ type: "text", content: "Es ist 2." }],
          model: "m",
          temperature: 0.7,
          tokens: 12,
          answer: "2",
          meta: { Seite: "4" },
        },
      ],
      scores: [],
      pairs: [],
    },
  });
});

test("a row without a path's text is a problem alone, which keeps the rest", () => {
  expect(draftsFromMapping({ Frage: "1 + 1?", Seite: 4 }, mapping, {})).toEqual({
    ok: true,
    value: { problems: [{ problem: "1 + 1?", meta: { Seite: 4 } }], paths: [], scores: [], pairs: [] },
  });
});

test("a fault names the column", () => {
  expect(draftsFromMapping({ ...row, Frage: "" }, mapping, {})).toMatchObject({ error: { field: "Frage" } });
  expect(draftsFromMapping({ ...row, T: "hot" }, mapping, {})).toMatchObject({ error: { field: "T" } });
  expect(draftsFromMapping({ ...row, Weg: "\0" }, mapping, {})).toMatchObject({ error: { field: "Weg" } });
});

test("a suggestion names only columns that are there, and each once", () => {
  const names = fc.constantFrom(
    "Question",
    "answer",
    "question_id",
    "Level",
    "model",
    "dataSource",
    "x",
    "output",
    "id",
  );
  fc.assert(
    fc.property(fc.uniqueArray(names), (columns) => {
      const named = Object.values(suggestMapping(columns));
      expect(columns).toEqual(expect.arrayContaining(named));
      expect(new Set(named).size).toBe(named.length);
    }),
  );
});

test("usual names are suggested whatever their case and separators", () => {
  expect(suggestMapping(["Problem_Statement", "ExpectedAnswer", "Level", "model-name", "page"])).toEqual({
    problem: "Problem_Statement",
    answer: "ExpectedAnswer",
    difficulty: "Level",
    model: "model-name",
  });
  expect(columnMappingSchema.safeParse(suggestMapping(["page"])).success).toBe(false);
});
