import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { bulkContract } from "../contract/bulk.ts";
import { applyBulk } from "../store/bulk/apply.ts";
import { listBulkEdits } from "../store/bulk/list.ts";
import { previewBulk } from "../store/bulk/preview.ts";
import { undoBulk } from "../store/bulk/undo.ts";

const os = implement(bulkContract).$context<Context>().use(inProject);

export const bulkRouter = os.router({
  list: os.list.handler(({ context }) => listBulkEdits(context.scope)),
  preview: os.preview.handler(({ context, input }) => previewBulk(context.scope, input)),
  apply: os.apply.handler(({ context, input }) => applyBulk(context.scope, input)),
  undo: os.undo.handler(({ context, input }) => undoBulk(context.scope, input.edit)),
});
