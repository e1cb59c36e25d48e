import type { Access } from "#lib/api/operation.ts";
import type { Context } from "#lib/context.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { type Caller, decideAccess, effectiveRole } from "./access.ts";
import { mintScope, type ProjectScope } from "./scope.ts";
import { projectWithRole } from "./store/project.ts";

/**
 * Checks that the caller may use an operation of this access, in this project if it names one.
 * Returns the scope for a project's operation, null for the installation's. Throws AppError otherwise:
 * unauthorised, forbidden, or not_found for a project outside the caller's walls.
 */
export async function authorise(
  context: Context,
  access: Access,
  projectSlug: string | undefined,
): Promise<ProjectScope | null> {
  const { actor } = context;
  const found = actor && projectSlug !== undefined ? await projectWithRole(projectSlug, actor.userId) : null;
  const caller: Caller = actor
    ? { kind: "person", isOwner: actor.isOwner, role: found?.role ?? null }
    : { kind: "nobody" };

  switch (decideAccess(access, caller)) {
    case "sign_in":
      throw new AppError("unauthorised", "Sign in, or send an API key as `Authorization: Bearer lemma_…`.");
    case "hide":
      throw notFound("project");
    case "forbid":
      throw new AppError(
        "forbidden",
        `This needs the role ${access}. Ask a lead of the project or an owner.`,
      );
    case "allow": {
      if (projectSlug === undefined || !actor) return null;
      const role = effectiveRole(caller);
      if (!found || role === null) throw notFound("project");
      return mintScope(found, role, actor);
    }
  }
}
