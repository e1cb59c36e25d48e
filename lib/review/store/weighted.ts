import type { ProjectScope } from "#lib/auth/scope.ts";
import { weigh } from "../weighting.ts";
import { findQueue } from "./find-queue.ts";
import { queueVotes } from "./votes.ts";

/** What a unit's answers come to where each counts by how far its reviewer can be relied on. Rankings aren't weighed. */
export async function weightedCategories(
  scope: ProjectScope,
  { queue, unit }: { queue: number; unit: number },
): Promise<{ category: string; probability: number }[]> {
  const { kind } = await findQueue(scope, queue);
  // Each unit of a ranking has categories of its own.
  if (kind === "ranking") return [];
  return weigh(await queueVotes(queue)).ofUnit(unit);
}
