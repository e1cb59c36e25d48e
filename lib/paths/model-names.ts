import type { Role } from "#lib/auth/contract.ts";

/** A reviewer judges paths, so may not know who wrote them. */
export function hidesModels(role: Role): boolean {
  return role === "reviewer";
}
