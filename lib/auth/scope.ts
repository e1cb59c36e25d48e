import type { Actor } from "#lib/context.ts";
import type { Role } from "./contract.ts";

declare const minted: unique symbol;

/**
 * Leave to act in one project, with one role. Only `authorise` makes one, after it has checked membership,
 * so a store function that takes a ProjectScope can't be reached around the project wall.
 */
export interface ProjectScope {
  readonly [minted]: true;
  readonly projectId: number;
  readonly slug: string;
  readonly role: Role;
  readonly actor: Actor;
}

export function mintScope(project: { id: number; slug: string }, role: Role, actor: Actor): ProjectScope {
  // The brand has no value at run time; this is the one place that may claim it.
  return { projectId: project.id, slug: project.slug, role, actor } as ProjectScope;
}
