import type { Run, RunState } from "./contract.ts";

/** A row of the table run, with its maker's name. */
export interface RunRow {
  id: number;
  kind: string;
  state: RunState;
  done: number;
  total: number | null;
  counts: Record<string, number>;
  parameters: Record<string, unknown>;
  result: Record<string, unknown> | null;
  error: { message: string } | null;
  createdBy: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  cancelRequestedAt: string | null;
  pauseRequestedAt: string | null;
}

export function runFromRow(row: RunRow): Run {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    done: row.done,
    total: row.total,
    counts: row.counts,
    parameters: row.parameters,
    result: row.result,
    error: row.error,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    cancelRequested: row.cancelRequestedAt !== null,
    pauseRequested: row.pauseRequestedAt !== null,
  };
}
