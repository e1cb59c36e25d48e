import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { historyContract } from "../contract/history.ts";
import { listVersions } from "../store/history/list.ts";
import { restoreVersion } from "../store/history/restore.ts";

const os = implement(historyContract).$context<Context>().use(inProject);

export const historyRouter = os.router({
  list: os.list.handler(({ context, input }) => listVersions(context.scope, input)),
  restore: os.restore.handler(({ context, input }) => restoreVersion(context.scope, input)),
});
