import { os } from "@orpc/server";
import { authorise } from "#lib/auth/authorise.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Context } from "#lib/context.ts";
import { AppError } from "#lib/errors.ts";
import type { OperationMeta } from "./operation.ts";

function projectOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null || !("project" in input)) return undefined;
  return typeof input.project === "string" ? input.project : undefined;
}

function roleOf(meta: OperationMeta, path: readonly string[]) {
  if (meta.role === undefined) throw new AppError("internal", `${path.join(".")} declares no role`);
  return meta.role;
}

const base = os.$context<Context>().$meta<OperationMeta>({});

/** For the installation's operations: checks the role that the contract declares. */
export const guard = base.middleware(async ({ context, procedure, path, next }) => {
  await authorise(context, roleOf(procedure["~orpc"].meta, path), undefined);
  return next();
});

/** For a project's operations: checks the role, and hands the handler its ProjectScope. */
export const inProject = base.middleware(async ({ context, procedure, path, next }, input: unknown) => {
  const slug = projectOf(input) ?? "";
  const scope = await authorise(context, roleOf(procedure["~orpc"].meta, path), slug);
  if (!scope) throw new AppError("internal", `${path.join(".")} names no project`);
  return next({ context: { scope } satisfies { scope: ProjectScope } });
});
