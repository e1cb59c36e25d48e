import { freezeHandler } from "#lib/datasets/handlers/freeze.ts";
import { importHandler } from "#lib/datasets/handlers/import.ts";
import { instructHandler } from "#lib/instructions/handlers/instruct.ts";
import { varyHandler } from "#lib/instructions/handlers/vary.ts";
import { mineHandler } from "#lib/pairs/handlers/mine.ts";
import { checkHandler } from "#lib/paths/handlers/check.ts";
import { sampleHandler } from "#lib/paths/handlers/sample.ts";
import { verifyHandler } from "#lib/paths/handlers/verify.ts";
import { takesIn } from "#lib/review/handlers/take-in.ts";
import { applyHandler } from "#lib/scoring/handlers/apply.ts";
import { compareHandler } from "#lib/scoring/handlers/compare.ts";
import { critiqueHandler } from "#lib/scoring/handlers/critique.ts";
import { judgedHandler } from "#lib/scoring/handlers/judged.ts";
import { keepHardness } from "#lib/scoring/handlers/keep-hardness.ts";
import { rewardHandler } from "#lib/scoring/handlers/reward.ts";
import { trainHandler } from "#lib/scoring/handlers/train.ts";
import { embedHandler } from "#lib/selection/handlers/embed.ts";
import { selectHandler } from "#lib/selection/handlers/select.ts";
import type { Handler } from "./job.ts";

/** Every kind of run that this worker can do. */
export const handlers: readonly Handler[] = [
  keepHardness(takesIn(importHandler)),
  instructHandler,
  varyHandler,
  keepHardness(checkHandler),
  keepHardness(verifyHandler),
  keepHardness(sampleHandler),
  keepHardness(trainHandler),
  keepHardness(applyHandler),
  keepHardness(critiqueHandler),
  rewardHandler,
  compareHandler,
  judgedHandler,
  embedHandler,
  selectHandler,
  takesIn(mineHandler),
  freezeHandler,
];
