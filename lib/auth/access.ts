import type { Access } from "#lib/api/operation.ts";
import type { Role } from "./contract.ts";

/** What is known of the caller: nobody, or a person with a role in the project at hand (null: none). */
export type Caller = { kind: "nobody" } | { kind: "person"; isOwner: boolean; role: Role | null };

export type Decision = "allow" | "sign_in" | "forbid" | "hide";

/** The caller's role in the project: owners act as lead everywhere. */
export function effectiveRole(caller: Caller): Role | null {
  if (caller.kind === "nobody") return null;
  return caller.isOwner ? "lead" : caller.role;
}

/**
 * May this caller use an operation of this access? `hide`: a project that the caller doesn't belong to looks
 * like one that doesn't exist.
 */
export function decideAccess(access: Access, caller: Caller): Decision {
  if (access === "public") return "allow";
  if (caller.kind === "nobody") return "sign_in";
  if (access === "user") return "allow";
  if (access === "owner") return caller.isOwner ? "allow" : "forbid";
  const role = effectiveRole(caller);
  if (role === null) return "hide";
  return access === "member" || role === "lead" || role === access ? "allow" : "forbid";
}
