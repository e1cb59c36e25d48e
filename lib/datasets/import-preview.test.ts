import { describe, expect, it } from "vitest";
import { shapeNameSchema } from "#lib/formats/drafts.ts";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { importPreview } from "./import-options.ts";
import { PREVIEW_ROWS, previewImport } from "./import-preview.ts";

const shape = importPreview.omit({ upload: true });
const row = (line: number, given: Record<string, unknown>): ReadRow => ({ line, row: given });
const gsm8k = (line: number) => row(line, { question: `What is ${line}?`, answer: `It.\n#### ${line}` });

describe("previewImport", () => {
  it("shows the first rows as they would be imported, with the shape by name", () => {
    const preview = previewImport("jsonl", { model: "m" }, [gsm8k(1), gsm8k(2)]);
    expect(shape.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({ fileType: "jsonl", shape: { name: "gsm8k" }, problem: null });
    expect(preview.columns).toEqual(["question", "answer"]);
    expect(preview.shapes.map(({ name }) => name)).toEqual(shapeNameSchema.options);
    expect(preview.rows[1]).toMatchObject({
      line: 2,
      raw: { question: "What is 2?" },
      problems: [{ text: "What is 2?", answer: "2" }],
      paths: [{ model: null, kind: "cot", text: "It.\n#### 2" }],
      error: null,
    });
  });

  it("shows faults beside good rows, with the field where there is one", () => {
    const fault: ReadRow = { line: 2, error: { field: null, message: "This isn't JSON." } };
    const preview = previewImport("jsonl", {}, [
      gsm8k(1),
      fault,
      row(3, { question: "Why?", answer: "So." }),
    ]);
    expect(preview.rows.map(({ error }) => error)).toEqual([
      null,
      "This isn't JSON.",
      "answer: The answer has no last line `#### N`: add it.",
    ]);
    expect(preview.problem).toBeNull();
  });

  it("says what to do where it can't tell the shape, with a guess at the columns", () => {
    const preview = previewImport("csv", {}, [row(2, { Question: "Why?", Colour: "red" })]);
    expect(preview).toMatchObject({ shape: null, suggestedMapping: { problem: "Question" } });
    expect(preview.problem).toContain("say which column holds what");
    expect(preview.targets).toContain("problem");
    expect(preview.rows).toMatchObject([
      { raw: { Question: "Why?", Colour: "red" }, problems: [], paths: [] },
    ]);
  });

  it("shows rows under a mapping by hand, once it names the problem's column", () => {
    const rows = [row(2, { Frage: "Warum?", Antwort: "Darum." })];
    expect(previewImport("csv", { mapping: {} }, rows).problem).toContain("column holds the problem");
    expect(previewImport("csv", { mapping: { problem: "Frage", answer: "Antwort" } }, rows)).toMatchObject({
      shape: null,
      problem: null,
      rows: [{ problems: [{ text: "Warum?", answer: "Darum." }] }],
    });
    expect(previewImport("csv", { mapping: { problem: "Nirgends" } }, rows).problem).toContain(
      "None of the first rows",
    );
  });

  it("stays small, however many and long the rows are", () => {
    const long = "x".repeat(100_000);
    const rows = Array.from({ length: 50 }, (_, i) => row(i + 1, { problem: `${long}${i}`, deep: [[long]] }));
    const preview = previewImport("jsonl", {}, rows);
    expect(preview.rows).toHaveLength(PREVIEW_ROWS);
    expect(JSON.stringify(preview).length).toBeLessThan(20 * 3 * 2200);
  });

  it("knows neither type nor shape of what is no table of rows", () => {
    expect(previewImport("unknown", {}, [])).toMatchObject({
      fileType: null,
      shape: null,
      rows: [],
      columns: [],
    });
    expect(previewImport("jsonl", {}, []).problem).toBe("The file has no rows.");
  });
});
