import type { PairRecord, PathRecord, ProblemRecord } from "../records.ts";
import type { PairRow, PathRow } from "../rows.ts";
import { joinSegments } from "../segments.ts";
import { writeRecord } from "./canonical.ts";

export interface LemmaOptions {
  /** Leave the problem's line out, because the row before had the same problem. */
  problemWritten?: boolean;
}

/** A path row as Lemma's own lines: the problem, then the path. Test problems may leave in this format. */
export function writeLemmaPath(row: PathRow, options: LemmaOptions = {}): { lines: string[] } {
  const { verdict: _computed, ...path } = row.path;
  return {
    lines: [...problemLines(row.problem, options), writeRecord("path", withProblem(path, row.problem))],
  };
}

/**
 * A pair row as Lemma's own lines: the problem, both paths, then the pair, which names its paths by their ids
 * where both have one, else by their texts.
 */
export function writeLemmaPair(row: PairRow, options: LemmaOptions = {}): { lines: string[] } {
  const { problem, origin, margin, judgements } = row;
  const chosen = withProblem(row.chosen, problem);
  const rejected = withProblem(row.rejected, problem);
  const named =
    chosen.id === undefined || rejected.id === undefined
      ? { chosen: joinSegments(chosen.segments), rejected: joinSegments(rejected.segments) }
      : { chosen: chosen.id, rejected: rejected.id };
  const pair: PairRecord = {
    ...reference(problem),
    ...named,
    origin,
    margin,
    judgements,
  };
  return {
    lines: [
      ...problemLines(problem, options),
      writeRecord("path", chosen),
      writeRecord("path", rejected),
      writeRecord("pair", pair),
    ],
  };
}

function problemLines(problem: ProblemRecord, options: LemmaOptions): string[] {
  return options.problemWritten === true ? [] : [writeRecord("problem", problem)];
}

/** Names the problem by its id, or by its text where it has none. */
function reference(problem: ProblemRecord): { problem_id?: string; problem?: string } {
  return problem.id === undefined ? { problem: problem.problem } : { problem_id: problem.id };
}

function withProblem(path: PathRecord, problem: ProblemRecord): PathRecord {
  return { ...path, problem_id: undefined, problem: undefined, ...reference(problem) };
}
