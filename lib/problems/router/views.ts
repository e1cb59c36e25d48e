import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { viewsContract } from "../contract/views.ts";
import { listViews } from "../store/views/list.ts";
import { removeView } from "../store/views/remove.ts";
import { saveView } from "../store/views/save.ts";

const os = implement(viewsContract).$context<Context>().use(inProject);

export const viewsRouter = os.router({
  list: os.list.handler(({ context, input }) => listViews(context.scope, input.room)),
  save: os.save.handler(({ context, input }) => saveView(context.scope, input)),
  remove: os.remove.handler(async ({ context, input }) => ({
    removed: await removeView(context.scope, input.view),
  })),
});
