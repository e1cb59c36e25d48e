import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { pairFilter } from "#lib/pairs/contract.ts";
import { pathFilter } from "#lib/paths/contract.ts";
import { problemFilter } from "#lib/problems/contract.ts";
import { blindPath, note, taskKind } from "../contract.ts";

/** Units of one queue at most. */
export const MOST_UNITS = 200_000;

/** Where a queue's units come from. */
export const queueSource = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("pair"),
    filter: pairFilter.default({}),
    policy: z.string().max(100).nullable().default(null).describe("As the pairs were mined; null: any"),
    hardOnly: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal("ranking"),
    filter: pathFilter.default({}),
    paths: z
      .number()
      .int()
      .min(2)
      .max(9)
      .default(4)
      .describe("Paths of each problem, different answers first"),
  }),
  z.object({
    kind: z.enum(["score", "first_wrong"]),
    filter: pathFilter.default({}),
    perProblem: z.number().int().min(1).max(64).default(4),
  }),
  z.object({ kind: z.literal("seed"), problems: problemFilter.default({}) }),
]);
export type QueueSource = z.infer<typeof queueSource>;

/** hardest: problems whose paths mostly fail first; closest: pairs of the least margin first; given: as they came. */
export const queueOrder = z.enum(["hardest", "closest", "random", "given"]);
export type QueueOrder = z.infer<typeof queueOrder>;

/** me: skipped units come back once the rest is done; others: to others alone; drop: out of the queue. */
export const skipPolicy = z.enum(["me", "others", "drop"]);
export type SkipPolicy = z.infer<typeof skipPolicy>;

const settings = z.object({
  name: z.string().trim().min(1, "Give the queue a name").max(80),
  instructions: z.string().max(20_000).default("").describe("Markdown"),
  overlap: z.number().int().min(1).max(20).default(1).describe("Answers of each unit"),
  extra: z.number().int().min(0).max(10).default(0).describe("More answers, one by one, where they disagree"),
  skipPolicy: skipPolicy.default("others"),
  goldShare: z
    .number()
    .min(0)
    .max(0.5)
    .default(0)
    .describe("Share of each reviewer's units whose answer is known"),
  hidesVerdict: z.boolean().default(true),
  target: z.number().int().min(1).max(10_000_000).nullable().default(null).describe("Answers wanted in all"),
  deadline: timestamp.nullable().default(null),
  leaseMinutes: z.number().int().min(1).max(240).default(10),
});
export const queueSettings = settings;
export type QueueSettings = z.infer<typeof settings>;

export const newQueue = settings.extend({
  source: queueSource,
  order: queueOrder.default("random"),
  limit: z.number().int().min(1).max(MOST_UNITS).default(10_000).describe("Units at most"),
  gold: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(0)
    .describe("Of a queue of pairs: so many pairs of a correct and an incorrect path, whose answer is known"),
  takesIn: z
    .boolean()
    .default(false)
    .describe("Of a queue of pairs: new ones that match come in by themselves"),
});
export type NewQueue = z.infer<typeof newQueue>;

export const queueCounts = z.object({
  units: z.number().int().describe("Without gold ones"),
  gold: z.number().int(),
  open: z.number().int(),
  done: z.number().int(),
  disputed: z.number().int(),
  settled: z.number().int(),
  dropped: z.number().int(),
  held: z.number().int(),
  answers: z.number().int(),
  wanted: z.number().int().describe("Answers that are still wanted"),
});
export type QueueCounts = z.infer<typeof queueCounts>;

export const reviewQueue = settings.extend({
  id: rowId,
  kind: taskKind,
  source: queueSource,
  order: queueOrder,
  takesIn: z.boolean(),
  state: z.enum(["open", "paused", "closed"]),
  version: z.number().int(),
  by: z.string().nullable(),
  createdAt: timestamp,
  counts: queueCounts,
});
export type ReviewQueue = z.infer<typeof reviewQueue>;

export const unitState = z.enum(["open", "done", "disputed", "settled", "dropped"]);
export type UnitState = z.infer<typeof unitState>;

export const unitRow = z.object({
  id: rowId,
  problemId: rowId,
  problemText: z.string().describe("First 200 characters"),
  pairId: rowId.nullable(),
  state: unitState,
  gold: z.string().nullable(),
  wanted: z.number().int(),
  answered: z.number().int(),
  consensus: z.string().nullable().describe("The category that was agreed on or decided"),
  share: z.number().nullable().describe("Share of the answers that say so"),
  tags: z.array(z.string()),
});
export type UnitRow = z.infer<typeof unitRow>;

/** One reviewer's answer to a unit, as a lead sees it. */
export const unitVote = z.object({
  id: z.uuid(),
  reviewerId: z.string(),
  reviewer: z.string(),
  category: z.string().nullable().describe("Null: skipped"),
  value: z.record(z.string(), z.unknown()).nullable(),
  strength: z.number().int().nullable(),
  comment: z.string().nullable(),
  notes: z.array(note),
  seconds: z.number(),
  late: z.boolean(),
  at: timestamp,
});
export type UnitVote = z.infer<typeof unitVote>;

/** A unit with all that was said of it. Paths are in the unit's own order, with their models. */
export const fullUnit = unitRow.extend({
  kind: taskKind,
  version: z.number().int(),
  problemText: z.string(),
  referenceAnswer: z.string().nullable(),
  paths: z.array(blindPath.extend({ model: z.string().nullable(), answer: z.string().nullable() })),
  votes: z.array(unitVote),
  weighted: z
    .array(z.object({ category: z.string(), probability: z.number() }))
    .describe("By Dawid–Skene over the queue, most probable first; beside the plain majority"),
  settledBy: z.string().nullable(),
  settledAt: timestamp.nullable(),
  remark: z.string().nullable(),
});
export type FullUnit = z.infer<typeof fullUnit>;

const tags = ["Review"];
const path = "/projects/{project}/queues";
const oneQueue = projectInput.extend({ queue: rowId });
const oneUnit = oneQueue.extend({ unit: rowId });
const lead = operation.meta({ role: "lead" });

/** What a lead does with queues. */
export const queuesContract = {
  list: lead
    .route({ method: "GET", path, tags, summary: "Queues, newest first" })
    .input(projectInput)
    .output(z.array(reviewQueue)),
  get: lead
    .route({ method: "GET", path: `${path}/{queue}`, tags, summary: "One queue" })
    .input(oneQueue)
    .output(reviewQueue),
  preview: lead
    .route({ method: "POST", path: `${path}/preview`, tags, summary: "How many units a queue would have" })
    .input(projectInput.extend({ source: queueSource }))
    .output(z.object({ units: z.number().int(), gold: z.number().int().describe("That could be gold") })),
  create: lead
    .route({ method: "POST", path, tags, summary: "Make a queue and its units" })
    .input(projectInput.extend(newQueue.shape))
    .output(reviewQueue),
  update: lead
    .route({
      method: "PATCH",
      path: `${path}/{queue}`,
      tags,
      summary: "Change a queue's settings; more overlap asks for more answers of units that are done",
    })
    .input(oneQueue.extend({ version: z.number().int(), settings }))
    .output(reviewQueue),
  setState: lead
    .route({ method: "PUT", path: `${path}/{queue}/state`, tags, summary: "Pause, open or close a queue" })
    .input(oneQueue.extend({ state: z.enum(["open", "paused", "closed"]) }))
    .output(reviewQueue),
  remove: lead
    .route({
      method: "DELETE",
      path: `${path}/{queue}`,
      tags,
      summary: "Remove a queue that nobody has answered in",
    })
    .input(oneQueue)
    .output(z.object({ removed: z.boolean() })),
  units: lead
    .route({
      method: "GET",
      path: `${path}/{queue}/units`,
      tags,
      summary: "Units; of disputed ones the worst first",
    })
    .input(
      oneQueue
        .extend(pageInput.shape)
        .extend({ state: unitState.optional(), gold: z.stringbool().or(z.boolean()).optional() }),
    )
    .output(pageOf(unitRow)),
  unit: lead
    .route({
      method: "GET",
      path: `${path}/{queue}/units/{unit}`,
      tags,
      summary: "A unit with all its answers",
    })
    .input(oneUnit)
    .output(fullUnit),
  settle: lead
    .route({
      method: "PUT",
      path: `${path}/{queue}/units/{unit}/decision`,
      tags,
      summary: "Decide a unit for good",
    })
    .input(
      oneUnit.extend({
        version: z.number().int(),
        category: z.string().min(1).max(100),
        tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
        remark: z.string().trim().max(4000).default(""),
      }),
    )
    .output(fullUnit),
  setGold: lead
    .route({
      method: "PUT",
      path: `${path}/{queue}/units/{unit}/gold`,
      tags,
      summary: "Make a unit gold by its known answer, or, with null, an ordinary one again",
    })
    .input(oneUnit.extend({ version: z.number().int(), category: z.string().min(1).max(100).nullable() }))
    .output(fullUnit),
  tags: lead
    .route({
      method: "GET",
      path: "/projects/{project}/error-tags",
      tags,
      summary: "Error tags in use, by count",
    })
    .input(projectInput)
    .output(z.array(z.object({ tag: z.string(), count: z.number().int() }))),
};
