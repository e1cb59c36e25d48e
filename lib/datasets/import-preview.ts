import { columnMappingSchema, suggestMapping } from "#lib/formats/mapping.ts";
import type { FileType } from "#lib/formats/readers/detect.ts";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { SHAPES } from "#lib/formats/recognise.ts";
import { joinSegments } from "#lib/formats/segments.ts";
import { clipJson, clipText } from "./clip-json.ts";
import type { ImportChoices, ImportPreview } from "./import-options.ts";
import { type ImportPlan, planFile } from "./import-plan.ts";

type Preview = Omit<ImportPreview, "upload">;
type PreviewedRow = Preview["rows"][number];

export const PREVIEW_ROWS = 20;
const TEXT_LIMIT = 2000;
const COLUMN_LIMIT = 200;

/** What a file holds and how it would be imported, from its first rows as they were read. Long texts are cut. */
export function previewImport(type: FileType, options: ImportChoices, first: readonly ReadRow[]): Preview {
  const planned = planFile(type, options, first);
  const plan = planned.ok ? planned.plan : null;
  const columns = columnsOf(first);
  const rows = first.slice(0, PREVIEW_ROWS).map((found) => previewRow(found, plan));
  const shapes = SHAPES.map(({ name, title }) => ({ name, title }));
  return {
    fileType: type === "unknown" ? null : type,
    shape: shapes.find(({ name }) => name === plan?.shape) ?? null,
    shapes,
    columns,
    suggestedMapping: suggestion(columns),
    targets: columnMappingSchema.keyof().options,
    rows,
    problem: planned.ok ? allRejected(rows) : planned.message,
  };
}

function suggestion(columns: readonly string[]): Record<string, string> {
  const named = Object.entries(suggestMapping(columns));
  return Object.fromEntries(
    named.flatMap(([field, column]) => (column === undefined ? [] : [[field, column]])),
  );
}

function columnsOf(first: readonly ReadRow[]): string[] {
  const names = first.flatMap((found) => ("row" in found ? Object.keys(found.row) : []));
  return [...new Set(names)].slice(0, COLUMN_LIMIT);
}

function allRejected(rows: readonly PreviewedRow[]): string | null {
  return rows.every(({ error }) => error !== null)
    ? "None of the first rows can be imported like this: choose another shape, or say which column holds what."
    : null;
}

function previewRow(found: ReadRow, plan: ImportPlan | null): PreviewedRow {
  const nothing = { line: found.line, problems: [], paths: [], error: null };
  if ("error" in found) return { ...nothing, raw: {}, error: found.error.message };
  const raw = Object.fromEntries(
    Object.entries(found.row).map(([key, value]) => [clipText(key, TEXT_LIMIT), clipJson(value, TEXT_LIMIT)]),
  );
  if (plan === null) return { ...nothing, raw };
  const drafts = plan.draft(found.row);
  if (!drafts.ok) {
    const { field, message } = drafts.error;
    return { ...nothing, raw, error: field === null ? message : `${field}: ${message}` };
  }
  return {
    ...nothing,
    raw,
    problems: drafts.value.problems.map(({ problem, answer }) => ({
      text: clipText(problem, TEXT_LIMIT),
      answer: answer === undefined ? null : clipText(answer, TEXT_LIMIT),
    })),
    paths: drafts.value.paths.map(({ model, kind, segments }) => ({
      model: model ?? null,
      kind,
      text: clipText(joinSegments(segments), TEXT_LIMIT),
    })),
  };
}
