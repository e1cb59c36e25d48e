import { z } from "zod";
import { scoreKind } from "../contract.ts";

export const labelSource = z.enum(["verdicts", "grades", "judgements"]);
export type LabelSource = z.infer<typeof labelSource>;

const share = z.number().min(0).max(1);
/** Null where it is undefined, for example with labels of one class alone. */
const figure = share.nullable();

/** What was measured of a trained scorer on problems that it wasn't trained on. */
export const trainedReport = z.object({
  kind: scoreKind,
  labels: z.array(labelSource),
  train: z.object({ problems: z.number().int(), paths: z.number().int() }),
  heldOut: z.object({ problems: z.number().int(), paths: z.number().int() }),
  auc: figure.describe("Area under the ROC curve against the labels"),
  accuracy: figure.describe("At a probability of one half"),
  logLoss: z.number().nullable(),
  brier: z.number().nullable(),
  calibrationError: figure.describe("Expected calibration error over ten equal bins"),
  pairAccuracy: figure.describe(
    "Within a problem: how often the better one of two is scored higher, ties half",
  ),
  baselines: z.array(z.object({ name: z.string(), auc: figure, pairAccuracy: figure })),
  calibration: z
    .array(
      z.object({
        from: share,
        to: share,
        predicted: z.number(),
        observed: z.number(),
        count: z.number().int(),
      }),
    )
    .describe("Bins that aren't empty"),
  features: z
    .array(z.object({ name: z.string(), label: z.string(), weight: z.number(), importance: z.number() }))
    .describe(
      "Readable ones; weight for one standard deviation, importance: mean absolute contribution; strongest first",
    ),
});
export type TrainedReport = z.infer<typeof trainedReport>;
