import { type ShapeName, type ShapeOptions, type ShapeResult, shapeNameSchema } from "#lib/formats/drafts.ts";
import { type ColumnMapping, columnMappingSchema, draftsFromMapping } from "#lib/formats/mapping.ts";
import type { FileType } from "#lib/formats/readers/detect.ts";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { recogniseShape, shapeByName } from "#lib/formats/recognise.ts";
import type { ImportChoices } from "./import-options.ts";

/** A shape is recognised from this many rows. */
export const SAMPLE_ROWS = 50;

/** How every row of a file becomes records: by a known shape, or by columns mapped by hand (`shape` is null). */
export interface ImportPlan {
  shape: ShapeName | null;
  draft(row: unknown): ShapeResult;
}

export type Planned = { ok: true; plan: ImportPlan } | { ok: false; field: string; message: string };

const UNKNOWN_TYPE =
  "This is neither JSONL, CSV nor Parquet: save the file as one of these, in UTF-8 and not packed, and send it again.";
const NOT_RECOGNISED =
  "The first rows have none of the shapes that Lemma knows: choose a shape, or say which column holds what.";

/**
 * Decides how a file of this type is read, from the options and its first rows as they were read. Where no row can
 * be read, the first fault says more than that no shape was recognised.
 */
export function planFile(type: FileType, options: ImportChoices, first: readonly ReadRow[]): Planned {
  if (type === "unknown") return { ok: false, field: "file", message: UNKNOWN_TYPE };
  const [start] = first;
  if (start === undefined) return { ok: false, field: "file", message: "The file has no rows." };
  const rows = first.flatMap((found) => ("row" in found ? [found.row] : []));
  if (rows.length === 0 && "error" in start) {
    return {
      ok: false,
      field: "file",
      message: `No row can be read. Line ${start.line}: ${start.error.message}`,
    };
  }
  return planImport(options, rows);
}

/** Decides how rows are read, from the options and, where they leave it open, from its first rows. */
export function planImport(options: ImportChoices, firstRows: readonly unknown[]): Planned {
  const fill = shapeOptions(options);
  if (options.mapping !== undefined) return byMapping(options.mapping, fill);
  if (options.shape !== undefined) {
    const named = shapeNameSchema.safeParse(options.shape);
    if (named.success) return byShape(named.data, fill);
    const known = shapeNameSchema.options.join(", ");
    return {
      ok: false,
      field: "shape",
      message: `There is no shape ${options.shape}. Choose one of: ${known}.`,
    };
  }
  const recognised = firstRows.length === 0 ? null : recogniseShape(firstRows);
  return recognised
    ? byShape(recognised.shape, fill)
    : { ok: false, field: "shape", message: NOT_RECOGNISED };
}

function byShape(name: ShapeName, fill: ShapeOptions): Planned {
  const shape = shapeByName(name);
  return { ok: true, plan: { shape: name, draft: (row) => shape.drafts(row, fill) } };
}

function byMapping(given: Record<string, string>, fill: ShapeOptions): Planned {
  const parsed = columnMappingSchema.safeParse(given);
  if (parsed.success) {
    const mapping: ColumnMapping = parsed.data;
    return { ok: true, plan: { shape: null, draft: (row) => draftsFromMapping(row, mapping, fill) } };
  }
  if (given["problem"] === undefined) {
    return { ok: false, field: "mapping.problem", message: "Say which column holds the problem's text." };
  }
  const known = columnMappingSchema.keyof().options.join(", ");
  return {
    ok: false,
    field: "mapping",
    message: `A mapping names columns for these fields alone: ${known}.`,
  };
}

function shapeOptions({ model, split, source, solutionAsPath }: ImportChoices): ShapeOptions {
  return {
    ...(model ? { model } : {}),
    ...(split ? { split } : {}),
    ...(source ? { source } : {}),
    ...(solutionAsPath === undefined ? {} : { solutionAsPath }),
  };
}
