import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { agreementContract } from "../contract/agreement.ts";
import { queueAgreement } from "../store/agreement.ts";
import { readMine, readReviewers } from "../store/reviewers.ts";
import { readWinRates } from "../store/win-rates.ts";

const os = implement(agreementContract).$context<Context>().use(inProject);

export const agreementRouter = os.router({
  ofQueue: os.ofQueue.handler(({ context, input }) => queueAgreement(context.scope, input.queue)),
  reviewers: os.reviewers.handler(({ context, input }) => readReviewers(context.scope, input.queue)),
  mine: os.mine.handler(({ context, input }) => readMine(context.scope, input.queue)),
  winRates: os.winRates.handler(({ context, input }) => readWinRates(context.scope, input.queue)),
});
