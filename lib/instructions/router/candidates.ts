import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { candidatesContract } from "../contract/candidates.ts";
import { decideAllCandidates, decideCandidate } from "../store/decide.ts";
import { facetCandidates } from "../store/facets.ts";
import { familyOf } from "../store/family.ts";
import { getCandidate } from "../store/get.ts";
import { histogramOf } from "../store/histogram.ts";
import { listCandidates } from "../store/list.ts";
import { previewRefilter, refilterRun } from "../store/refilter.ts";
import { unparsedReplies } from "../store/unparsed.ts";

const os = implement(candidatesContract).$context<Context>().use(inProject);

export const candidatesRouter = os.router({
  list: os.list.handler(({ context, input }) => listCandidates(context.scope, input)),
  facets: os.facets.handler(({ context }) => facetCandidates(context.scope)),
  get: os.get.handler(({ context, input }) => getCandidate(context.scope, input.candidate)),
  decide: os.decide.handler(({ context, input }) => decideCandidate(context.scope, input)),
  decideAll: os.decideAll.handler(({ context, input }) => decideAllCandidates(context.scope, input)),
  histogram: os.histogram.handler(({ context, input }) => histogramOf(context.scope, input)),
  previewRefilter: os.previewRefilter.handler(({ context, input }) => previewRefilter(context.scope, input)),
  refilter: os.refilter.handler(({ context, input }) => refilterRun(context.scope, input)),
  unparsed: os.unparsed.handler(({ context, input }) => unparsedReplies(context.scope, input)),
  family: os.family.handler(({ context, input }) => familyOf(context.scope, input.problem)),
});
