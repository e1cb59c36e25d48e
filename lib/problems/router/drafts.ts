import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { draftsContract } from "../contract/drafts.ts";
import { discardDraft } from "../store/drafts/discard.ts";
import { getDraft } from "../store/drafts/get.ts";
import { saveDraft } from "../store/drafts/save.ts";

const os = implement(draftsContract).$context<Context>().use(inProject);

export const draftsRouter = os.router({
  get: os.get.handler(({ context, input }) => getDraft(context.scope, input)),
  save: os.save.handler(({ context, input }) => saveDraft(context.scope, input)),
  discard: os.discard.handler(({ context, input }) => discardDraft(context.scope, input)),
});
