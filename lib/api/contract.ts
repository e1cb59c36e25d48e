import { z } from "zod";
import { authContract } from "#lib/auth/contract.ts";
import { datasetsContract } from "#lib/datasets/contract.ts";
import { candidatesContract } from "#lib/instructions/contract/candidates.ts";
import { growingContract } from "#lib/instructions/contract/growing.ts";
import { variationContract } from "#lib/instructions/contract/variation.ts";
import { runsContract } from "#lib/jobs/contract.ts";
import { modelsContract } from "#lib/models/contract.ts";
import { pairsContract } from "#lib/pairs/contract.ts";
import { samplingContract } from "#lib/paths/contract/sampling.ts";
import { pathsContract } from "#lib/paths/contract.ts";
import { binContract } from "#lib/problems/contract/bin.ts";
import { bulkContract } from "#lib/problems/contract/bulk.ts";
import { draftsContract } from "#lib/problems/contract/drafts.ts";
import { historyContract } from "#lib/problems/contract/history.ts";
import { subdomainsContract } from "#lib/problems/contract/subdomains.ts";
import { viewsContract } from "#lib/problems/contract/views.ts";
import { problemsContract } from "#lib/problems/contract.ts";
import { projectsContract } from "#lib/projects/contract.ts";
import { agreementContract } from "#lib/review/contract/agreement.ts";
import { queuesContract } from "#lib/review/contract/queues.ts";
import { workContract } from "#lib/review/contract/work.ts";
import { hardContract } from "#lib/scoring/contract/hard.ts";
import { scoringRunsContract } from "#lib/scoring/contract/runs.ts";
import { scorersContract } from "#lib/scoring/contract/scorers.ts";
import { trustContract } from "#lib/scoring/contract/trust.ts";
import { selectionContract } from "#lib/selection/contract.ts";
import { operation } from "./operation.ts";

const health = operation
  .meta({ role: "public" })
  .route({
    method: "GET",
    path: "/health",
    tags: ["Installation"],
    summary: "Is the studio up, and does it have an owner?",
  })
  .output(z.object({ ok: z.literal(true), version: z.string(), hasOwner: z.boolean() }));

/** The one contract: the browser, the command line, scripts and trainers all use it. */
export const contract = {
  health,
  auth: authContract,
  projects: projectsContract,
  runs: runsContract,
  models: modelsContract,
  problems: problemsContract,
  history: historyContract,
  drafts: draftsContract,
  bin: binContract,
  bulk: bulkContract,
  subdomains: subdomainsContract,
  views: viewsContract,
  growing: growingContract,
  variation: variationContract,
  candidates: candidatesContract,
  paths: pathsContract,
  sampling: samplingContract,
  scorers: scorersContract,
  scoringRuns: scoringRunsContract,
  trust: trustContract,
  hard: hardContract,
  selection: selectionContract,
  pairs: pairsContract,
  review: workContract,
  queues: queuesContract,
  agreement: agreementContract,
  datasets: datasetsContract,
};
