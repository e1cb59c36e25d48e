import { oc } from "@orpc/contract";
import { z } from "zod";

/**
 * Who may call an operation.
 * public: anyone; user: anyone signed in; owner: an owner of the installation;
 * member: any role in the project; curator, reviewer: that role or lead; lead: leads alone.
 * Owners act as lead in every project.
 */
export type Access = "public" | "user" | "owner" | "member" | "curator" | "reviewer" | "lead";

export interface OperationMeta {
  role?: Access;
}

/** Start of every operation's contract. Each must name its role: `.meta({ role })`. */
export const operation = oc.$meta<OperationMeta>({});

/** A project is addressed by its slug. */
export const projectInput = z.object({ project: z.string().min(1).max(64).describe("The project's slug") });

/** Row number of a problem, path, pair … in URLs. Files use `key` instead. */
export const rowId = z.coerce.number().int().min(1).max(2_147_483_647);

export const timestamp = z.iso.datetime().describe("ISO 8601, UTC");

/** Keyset pages: pass `nextCursor` of one page as `cursor` of the next. */
export const pageInput = z.object({
  cursor: z.coerce.number().int().min(0).optional().describe("Where the page before ended"),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** Counting stops at this many rows, so that a filter's count never takes long on a large table. */
export const COUNT_LIMIT = 100_000;

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.number().int().nullable(),
    count: z.number().int().describe(`Rows that match the filter, counted up to ${COUNT_LIMIT}`),
  });
}
