import { createReadStream } from "node:fs";
import { finished } from "node:stream/promises";
import { AppError } from "#lib/errors.ts";
import type { PathRecord } from "#lib/formats/records.ts";
import { type SelectionRule, selectionRule } from "#lib/selection/contract.ts";
import { type SelectedPath, selectPaths } from "#lib/selection/select-paths.ts";
import { wholeLines } from "./dedupe-lines.ts";
import { Faults } from "./faults.ts";
import { fileShape } from "./file-shape.ts";
import { ensureReadable } from "./file-size.ts";
import { openDropped } from "./open-dropped.ts";
import { newReferences } from "./references.ts";
import { selectablePath, selectRow } from "./select-row.ts";
import { isReaderGone, writeChunk } from "./write-chunk.ts";

export interface SelectOptions {
  k: string;
  distance: string;
  least: string;
  correct?: boolean;
  duplicates: string;
  dropped?: string;
}

/** A path's line, to the byte, with what it says. */
interface PathLine {
  line: number;
  bytes: Uint8Array;
  json: string;
  problem: string;
  path: PathRecord;
}

/**
 * Writes the paths of a file that a rule keeps onto standard output, to the byte and in the order of the file. A
 * problem's paths may stand anywhere in it, so the file's paths are held in memory. Gives the exit code: 1 where a line
 * couldn't be read.
 */
export async function selectFile(file: string, options: SelectOptions): Promise<number> {
  const rule = ruleOf(options);
  await ensureReadable(file);
  const shape = await fileShape(file);
  const faults = new Faults();
  const references = newReferences();
  const lines: PathLine[] = [];
  for await (const found of wholeLines(createReadStream(file, { highWaterMark: 256 * 1024 }))) {
    if (!("text" in found)) {
      faults.tell(`line ${found.line}: ${found.error.message}`);
      continue;
    }
    const row = objectOf(found.text);
    const read = row === null ? { fault: "This is no JSON object." } : selectRow(row, shape, references);
    if ("fault" in read) faults.tell(`line ${found.line}: ${read.fault}`);
    else if ("path" in read)
      lines.push({ line: found.line, bytes: found.bytes, json: found.text.trim(), ...read });
  }
  if (options.correct && lines.every(({ path }) => references.of(path) === null)) {
    throw new AppError(
      "invalid_input",
      `${file} has no reference answers, so --correct would keep nothing: add the problems' records to it.`,
    );
  }
  const selected = selectAll(lines, rule, references);
  const dropped = options.dropped === undefined ? null : await openDropped(options.dropped, file);
  try {
    for (const [at, { bytes, line, json }] of lines.entries()) {
      const one = selected.get(at);
      if (one?.kept) await writeChunk(process.stdout, withBreak(bytes));
      else if (dropped !== null && one) {
        const nearest = one.nearest === null ? null : (lines[one.nearest]?.line ?? null);
        const place = JSON.stringify({
          line,
          reason: one.reason,
          detail: one.detail,
          distance: one.distance,
          nearest,
        });
        await writeChunk(dropped, `${place.slice(0, -1)},"row":${json}}\n`);
      }
    }
  } catch (error) {
    if (isReaderGone(error)) return 0;
    throw error;
  } finally {
    if (dropped !== null) {
      dropped.end();
      await finished(dropped);
    }
  }
  faults.sum();
  if (process.stderr.isTTY) {
    const kept = [...selected.values()].filter((one) => one.kept).length;
    console.error(`${kept.toLocaleString("en")} of ${lines.length.toLocaleString("en")} paths kept`);
  }
  return faults.count > 0 ? 1 : 0;
}

function selectAll(
  lines: readonly PathLine[],
  rule: SelectionRule,
  references: ReturnType<typeof newReferences>,
): Map<number, SelectedPath> {
  const problems = new Map<string, number[]>();
  for (const [at, { problem }] of lines.entries()) {
    const group = problems.get(problem);
    if (group) group.push(at);
    else problems.set(problem, [at]);
  }
  const selected = new Map<number, SelectedPath>();
  for (const places of problems.values()) {
    const paths = places.flatMap((at) => {
      const line = lines[at];
      return line ? [selectablePath(at, line.path, references)] : [];
    });
    for (const one of selectPaths(paths, rule)) selected.set(one.id, one);
  }
  return selected;
}

function ruleOf({ k, distance, least, correct, duplicates }: SelectOptions): SelectionRule {
  const parsed = selectionRule.safeParse({
    k: Number(k),
    distance,
    least: Number(least),
    duplicates,
    gates: { verdicts: correct ? ["correct"] : [] },
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError(
    "invalid_input",
    `--${issue?.path.join(".")}: ${issue?.message ?? "this can't be read"}`,
  );
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The last line of a file may have no break of its own. */
function withBreak(bytes: Uint8Array): Uint8Array {
  const LINE_FEED = 10;
  return bytes.at(-1) === LINE_FEED ? bytes : Buffer.concat([bytes, Buffer.of(LINE_FEED)]);
}
