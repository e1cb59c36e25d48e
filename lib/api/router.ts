import { implement } from "@orpc/server";
import { authRouter } from "#lib/auth/router.ts";
import { hasOwner } from "#lib/auth/store/invitations.ts";
import type { Context } from "#lib/context.ts";
import { datasetsRouter } from "#lib/datasets/router.ts";
import { candidatesRouter } from "#lib/instructions/router/candidates.ts";
import { growingRouter } from "#lib/instructions/router/growing.ts";
import { variationRouter } from "#lib/instructions/router/variation.ts";
import { runsRouter } from "#lib/jobs/router.ts";
import { modelsRouter } from "#lib/models/router.ts";
import { pairsRouter } from "#lib/pairs/router.ts";
import { samplingRouter } from "#lib/paths/router/sampling.ts";
import { pathsRouter } from "#lib/paths/router.ts";
import { binRouter } from "#lib/problems/router/bin.ts";
import { bulkRouter } from "#lib/problems/router/bulk.ts";
import { draftsRouter } from "#lib/problems/router/drafts.ts";
import { historyRouter } from "#lib/problems/router/history.ts";
import { subdomainsRouter } from "#lib/problems/router/subdomains.ts";
import { viewsRouter } from "#lib/problems/router/views.ts";
import { problemsRouter } from "#lib/problems/router.ts";
import { projectsRouter } from "#lib/projects/router.ts";
import { agreementRouter } from "#lib/review/router/agreement.ts";
import { queuesRouter } from "#lib/review/router/queues.ts";
import { workRouter } from "#lib/review/router/work.ts";
import { hardRouter } from "#lib/scoring/router/hard.ts";
import { scoringRunsRouter } from "#lib/scoring/router/runs.ts";
import { scorersRouter } from "#lib/scoring/router/scorers.ts";
import { trustRouter } from "#lib/scoring/router/trust.ts";
import { selectionRouter } from "#lib/selection/router.ts";
import packageJson from "../../package.json" with { type: "json" };
import { contract } from "./contract.ts";
import { guard } from "./guard.ts";

const os = implement(contract).$context<Context>();

export const router = os.router({
  health: os.health.use(guard).handler(async () => ({
    ok: true,
    version: packageJson.version,
    hasOwner: await hasOwner(),
  })),
  auth: authRouter,
  projects: projectsRouter,
  runs: runsRouter,
  models: modelsRouter,
  problems: problemsRouter,
  history: historyRouter,
  drafts: draftsRouter,
  bin: binRouter,
  bulk: bulkRouter,
  subdomains: subdomainsRouter,
  views: viewsRouter,
  growing: growingRouter,
  variation: variationRouter,
  candidates: candidatesRouter,
  paths: pathsRouter,
  sampling: samplingRouter,
  hard: hardRouter,
  scorers: scorersRouter,
  scoringRuns: scoringRunsRouter,
  trust: trustRouter,
  selection: selectionRouter,
  pairs: pairsRouter,
  review: workRouter,
  queues: queuesRouter,
  agreement: agreementRouter,
  datasets: datasetsRouter,
});
