import { z } from "zod";
import { judgementSchema, pairOriginSchema, pathRecordSchema, problemRecordSchema } from "./records.ts";

export const verdictSchema = z.enum(["correct", "incorrect", "unverifiable", "error"]);

/** One row of a frozen version of paths: the path with its problem, as they were when it was frozen. */
export const pathRowSchema = z.strictObject({
  problem: problemRecordSchema,
  path: pathRecordSchema.safeExtend({ verdict: verdictSchema.optional() }),
});
export type PathRow = z.infer<typeof pathRowSchema>;

/** One row of a frozen version of preference pairs. */
export const pairRowSchema = z.strictObject({
  problem: problemRecordSchema,
  chosen: pathRecordSchema,
  rejected: pathRecordSchema,
  origin: pairOriginSchema,
  margin: z.number().optional(),
  judgements: z.array(judgementSchema).optional(),
});
export type PairRow = z.infer<typeof pairRowSchema>;
