import { implement } from "@orpc/server";
import { authRouter } from "#lib/auth/router.ts";
import { hasOwner } from "#lib/auth/store/invitations.ts";
import type { Context } from "#lib/context.ts";
import { datasetsRouter } from "#lib/datasets/router.ts";
import { runsRouter } from "#lib/jobs/router.ts";
import { pairsRouter } from "#lib/pairs/router.ts";
import { pathsRouter } from "#lib/paths/router.ts";
import { problemsRouter } from "#lib/problems/router.ts";
import { projectsRouter } from "#lib/projects/router.ts";
import { reviewRouter } from "#lib/review/router.ts";
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
  problems: problemsRouter,
  paths: pathsRouter,
  pairs: pairsRouter,
  review: reviewRouter,
  datasets: datasetsRouter,
});
