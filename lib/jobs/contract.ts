import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";

export const runState = z.enum(["queued", "running", "paused", "done", "failed", "cancelled"]);
export type RunState = z.infer<typeof runState>;

export const run = z.object({
  id: rowId,
  kind: z.string(),
  state: runState,
  done: z.number(),
  total: z.number().nullable(),
  counts: z.record(z.string(), z.number()).describe("What the run has counted so far, by name"),
  parameters: z.record(z.string(), z.unknown()),
  result: z.record(z.string(), z.unknown()).nullable(),
  error: z.object({ message: z.string() }).nullable(),
  createdBy: z.string().nullable(),
  createdAt: timestamp,
  startedAt: timestamp.nullable(),
  finishedAt: timestamp.nullable(),
  cancelRequested: z.boolean(),
  pauseRequested: z.boolean(),
});
export type Run = z.infer<typeof run>;

export const runLogEntry = z.object({
  id: rowId,
  at: timestamp,
  level: z.enum(["info", "warning", "error"]),
  line: z.number().int().nullable(),
  field: z.string().nullable(),
  message: z.string(),
});
export type RunLogEntry = z.infer<typeof runLogEntry>;

const runInput = projectInput.extend({ run: rowId });
const tags = ["Runs"];

export const runsContract = {
  list: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/runs",
      tags,
      summary: "Runs of a project, newest first",
    })
    .input(projectInput.extend(pageInput.shape).extend({ kind: z.string().optional() }))
    .output(pageOf(run)),
  get: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/runs/{run}",
      tags,
      summary: "One run with its progress",
    })
    .input(runInput)
    .output(run),
  log: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/runs/{run}/log",
      tags,
      summary: "A run's messages, line by line",
    })
    .input(runInput.extend(pageInput.shape))
    .output(pageOf(runLogEntry)),
  cancel: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/runs/{run}/cancel",
      tags,
      summary: "Ask a run to stop",
    })
    .input(runInput)
    .output(run),
  pause: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/runs/{run}/pause",
      tags,
      summary: "Ask a run to rest; it keeps what it has",
    })
    .input(runInput)
    .output(run),
  resume: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/runs/{run}/resume",
      tags,
      summary: "Let a paused run go on",
    })
    .input(runInput)
    .output(run),
};
