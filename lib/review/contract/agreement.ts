import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { modelStrength } from "#lib/scoring/contract/scorers.ts";

/** A measured figure with its interval, or why there is none. Never NaN. */
export const agreementFigure = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("defined"),
    value: z.number(),
    low: z.number().nullable().describe("95 %, by bootstrap over units"),
    high: z.number().nullable(),
  }),
  z.object({ kind: z.literal("undefined"), why: z.string().describe("In words") }),
]);
export type AgreementFigure = z.infer<typeof agreementFigure>;

/** Agreement over a set of units. */
export const agreementOf = z.object({
  units: z.number().int().describe("With two answers or more"),
  percent: agreementFigure,
  alphaNominal: agreementFigure.describe("Krippendorff's alpha"),
  alphaOrdinal: agreementFigure.nullable().describe("Null where answers have no order"),
  fleiss: agreementFigure.describe("Fleiss' kappa, over units with the most frequent number of answers"),
});
export type AgreementOf = z.infer<typeof agreementOf>;

export const queueAgreement = z.object({
  all: agreementOf,
  bySubdomain: z.array(agreementOf.extend({ subdomain: z.string().nullable() })),
  byPair: z.array(
    z.object({
      a: z.object({ id: z.string(), name: z.string() }),
      b: z.object({ id: z.string(), name: z.string() }),
      shared: z.number().int().describe("Units that both have answered"),
      percent: agreementFigure,
      cohen: agreementFigure.describe("Cohen's kappa"),
    }),
  ),
});
export type QueueAgreement = z.infer<typeof queueAgreement>;

/** What is known of one reviewer in a queue. */
export const reviewerFigures = z.object({
  id: z.string(),
  name: z.string(),
  answers: z.number().int(),
  skips: z.number().int(),
  perHour: z.number().nullable(),
  medianSeconds: z.number().nullable(),
  leftShare: agreementFigure.describe(
    "Of pairs with a better side, the share that chose the left; Wilson interval",
  ),
  agreement: agreementFigure.describe("With the others' answers to the same units"),
  gold: z.object({ right: z.number().int(), of: z.number().int() }),
  reliability: agreementFigure.describe("Expected accuracy by Dawid–Skene"),
  lastAt: timestamp.nullable(),
  holds: z.number().int().describe("Units on their screen now"),
  heldSince: timestamp.nullable(),
  days: z.array(z.object({ day: z.string(), answers: z.number().int() })).describe("The last 30 days"),
  streak: z.number().int().describe("Days in a row up to today or yesterday with an answer"),
  warning: z.enum(["fast", "one_sided"]).nullable(),
});
export type ReviewerFigures = z.infer<typeof reviewerFigures>;

export const winRate = z.object({
  model: z.string(),
  against: z.string(),
  wins: z.number().int(),
  ties: z.number().int(),
  losses: z.number().int(),
  rate: agreementFigure.describe("Ties count half; Wilson interval"),
});
export type WinRate = z.infer<typeof winRate>;

const tags = ["Review"];
const one = projectInput.extend({ queue: rowId });

export const agreementContract = {
  ofQueue: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/queues/{queue}/agreement",
      tags,
      summary: "Agreement in a queue",
    })
    .input(one)
    .output(queueAgreement),
  reviewers: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/queues/{queue}/reviewers",
      tags,
      summary: "A queue's reviewers",
    })
    .input(one)
    .output(z.array(reviewerFigures)),
  mine: operation
    .meta({ role: "reviewer" })
    .route({
      method: "GET",
      path: "/projects/{project}/review/queues/{queue}/me",
      tags,
      summary: "My own figures",
    })
    .input(one)
    .output(reviewerFigures),
  winRates: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/win-rates",
      tags,
      summary: "Which model's paths people prefer, pair by pair, and their Bradley–Terry strengths",
    })
    .input(projectInput.extend({ queue: rowId.optional() }))
    .output(z.object({ rates: z.array(winRate), strengths: z.array(modelStrength) })),
};
