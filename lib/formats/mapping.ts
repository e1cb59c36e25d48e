import { z } from "zod";
import { buildDrafts, type ShapeOptions, type ShapeResult } from "./drafts.ts";
import { leftover, plainOf, type Row } from "./fields.ts";
import { isObject } from "./json-value.ts";
import { bad } from "./parsed.ts";

const column = z.string().min(1).max(500);

/**
 * Which column of a file feeds which field; only `problem` must be named. With `path`, each row is also a
 * reasoning path, and the `model`, `kind`, `temperature`, `tokens`, `path_answer` columns belong to it.
 */
export const columnMappingSchema = z.strictObject({
  problem: column.describe("Column of the problem's text"),
  id: column.optional(),
  answer: column.optional().describe("Column of the reference answer"),
  solution: column.optional(),
  subdomain: column.optional(),
  origin: column.optional(),
  split: column.optional(),
  difficulty: column.optional(),
  tags: column.optional().describe("A list, or a text with commas or semicolons between the tags"),
  source: column.optional(),
  path: column.optional().describe("Column of a reasoning path's text"),
  path_id: column.optional(),
  path_answer: column.optional().describe("Column of the path's own final answer"),
  model: column.optional(),
  kind: column.optional(),
  temperature: column.optional(),
  tokens: column.optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;
export type MappedField = keyof ColumnMapping;

/** Names that columns often have, for each field, as `suggestMapping` compares them. */
const SYNONYMS: Readonly<Record<MappedField, readonly string[]>> = {
  problem: [
    "problem",
    "question",
    "query",
    "prompt",
    "instruction",
    "problem text",
    "problem statement",
    "statement",
  ],
  id: ["id", "problem id", "question id", "unique id"],
  answer: [
    "answer",
    "reference answer",
    "final answer",
    "expected answer",
    "ground truth",
    "gold",
    "gt",
    "target",
  ],
  solution: ["solution", "worked solution", "reference solution", "explanation", "rationale"],
  subdomain: ["subdomain", "sub domain", "domain", "subject", "topic", "category", "type", "field"],
  origin: ["origin"],
  split: ["split", "subset"],
  difficulty: ["difficulty", "level", "grade"],
  tags: ["tags", "labels", "keywords"],
  source: ["source", "dataset", "data source", "problem source"],
  path: [
    "path",
    "response",
    "output",
    "completion",
    "generation",
    "generated solution",
    "model output",
    "reasoning",
  ],
  path_id: ["path id", "response id", "completion id"],
  path_answer: ["path answer", "predicted answer", "prediction", "pred", "model answer"],
  model: ["model", "model name", "generator", "engine"],
  kind: ["kind", "path kind"],
  temperature: ["temperature", "temp"],
  tokens: ["tokens", "token count", "num tokens", "completion tokens"],
};

/**
 * A first guess at the mapping from the columns' names, case and `_-.` aside. Each column is used once; fields
 * that no name fits are left out, `problem` too, so the guess must be completed by a person.
 */
export function suggestMapping(columns: readonly string[]): Partial<ColumnMapping> {
  const free = new Map(columns.map((name) => [plainName(name), name]));
  const mapping: Partial<ColumnMapping> = {};
  for (const field of columnMappingSchema.keyof().options) {
    const fit = SYNONYMS[field].find((synonym) => free.has(synonym));
    const name = fit === undefined ? undefined : free.get(fit);
    if (fit === undefined || name === undefined) continue;
    mapping[field] = name;
    free.delete(fit);
  }
  return mapping;
}

function plainName(name: string): string {
  return name
    .trim()
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[\s_.-]+/g, " ");
}

/**
 * Turns a row into drafts by a mapping that a person made. Numbers may stand as texts (as they do in CSV).
 * Columns that the mapping doesn't name are kept in `meta`: the path's where the row is a path, else the
 * problem's. Errors name the column. Never throws.
 */
export function draftsFromMapping(row: unknown, mapping: ColumnMapping, options: ShapeOptions): ShapeResult {
  if (!isObject(row)) return bad(null, "Each row must be an object of columns and values.");
  const from: Record<string, string> = {};
  for (const [field, name] of Object.entries(mapping)) if (name !== undefined) from[field] = name;
  const rest = leftover(row, Object.values(from));
  const at = (field: MappedField): unknown => {
    const name = mapping[field];
    return name === undefined || !Object.hasOwn(row, name) ? undefined : row[name];
  };
  const problem = plainOf(at("problem"));
  const record: Row = {
    problem,
    id: at("id"),
    answer: at("answer"),
    solution: at("solution"),
    subdomain: plainOf(at("subdomain")) ?? at("subdomain"),
    origin: at("origin"),
    split: at("split"),
    difficulty: at("difficulty"),
    tags: tagList(at("tags")),
    source: at("source"),
  };
  const problemId = plainOf(at("id"));
  const path: Row = {
    id: at("path_id"),
    problem_id: problemId,
    problem: problemId === undefined ? problem : undefined,
    kind: at("kind"),
    text: plainOf(at("path")) ?? at("path"),
    model: at("model"),
    temperature: asNumber(at("temperature")),
    tokens: asNumber(at("tokens")),
    answer: at("path_answer"),
    meta: rest,
  };
  const pathFrom = {
    ...from,
    id: from["path_id"] ?? "id",
    text: from["path"] ?? "text",
    answer: from["path_answer"] ?? "answer",
  };
  const hasPath = plainOf(at("path")) !== undefined;
  return buildDrafts(
    {
      problems: [{ record: hasPath ? record : { ...record, meta: rest }, from }],
      paths: hasPath ? [{ record: path, from: pathFrom }] : [],
    },
    options,
  );
}

function asNumber(value: unknown): unknown {
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))
    ? Number(value)
    : value;
}

function tagList(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const tags = value.split(/[,;]/).map((tag) => tag.trim());
  return tags.some((tag) => tag !== "") ? tags.filter((tag) => tag !== "") : undefined;
}
