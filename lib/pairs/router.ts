import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { pairsContract } from "./contract.ts";
import { pairFacets } from "./store/facets.ts";
import { getPair } from "./store/get.ts";
import { listPairs } from "./store/list.ts";
import { startMining } from "./store/start-mining.ts";

const os = implement(pairsContract).$context<Context>().use(inProject);

export const pairsRouter = os.router({
  list: os.list.handler(({ context, input }) => listPairs(context.scope, input)),
  facets: os.facets.handler(({ context }) => pairFacets(context.scope)),
  get: os.get.handler(({ context, input }) => getPair(context.scope, input.pair)),
  mine: os.mine.handler(({ context, input }) => startMining(context.scope, input)),
});
