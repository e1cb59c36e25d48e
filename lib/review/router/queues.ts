import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { queuesContract } from "../contract/queues.ts";
import { fullUnit } from "../store/full-unit.ts";
import { makeQueue, previewQueue } from "../store/make-queue.ts";
import { getQueue, listQueues, removeQueue, setQueueState, updateQueue } from "../store/queues.ts";
import { errorTags, setGold, settleUnit } from "../store/settle.ts";
import { listUnits } from "../store/units.ts";

const os = implement(queuesContract).$context<Context>().use(inProject);

export const queuesRouter = os.router({
  list: os.list.handler(({ context }) => listQueues(context.scope)),
  get: os.get.handler(({ context, input }) => getQueue(context.scope, input.queue)),
  preview: os.preview.handler(({ context, input }) => previewQueue(context.scope, input.source)),
  create: os.create.handler(({ context, input }) => makeQueue(context.scope, input)),
  update: os.update.handler(({ context, input }) => updateQueue(context.scope, input)),
  setState: os.setState.handler(({ context, input }) => setQueueState(context.scope, input)),
  remove: os.remove.handler(({ context, input }) => removeQueue(context.scope, input.queue)),
  units: os.units.handler(({ context, input }) => listUnits(context.scope, input)),
  unit: os.unit.handler(({ context, input }) => fullUnit(context.scope, input)),
  settle: os.settle.handler(({ context, input }) => settleUnit(context.scope, input)),
  setGold: os.setGold.handler(({ context, input }) => setGold(context.scope, input)),
  tags: os.tags.handler(({ context }) => errorTags(context.scope)),
});
