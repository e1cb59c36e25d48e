import type { Api } from "#components/api/api.ts";
import type { ApiClient } from "#lib/api/client.ts";
import type { ProblemVersion } from "#lib/problems/contract/history.ts";

const VERSIONS_PER_PAGE = 50;

/** The caller's draft of a problem; without one, of a new problem. */
export const draftQuery = (api: Api, project: string, problem?: number) =>
  api.drafts.get.queryOptions({ input: { project, ...(problem === undefined ? {} : { problem }) } });

export const subdomainsQuery = (api: Api, project: string) =>
  api.subdomains.list.queryOptions({ input: { project } });

/** A problem's versions, newest first. */
export const versionsQuery = (api: Api, project: string, problem: number) =>
  api.history.list.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      problem,
      limit: VERSIONS_PER_PAGE,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One version of a problem, and the newest one; null where the history doesn't go back so far. */
export async function findVersion(
  client: ApiClient,
  input: { project: string; problem: number },
  version: number,
): Promise<{ found: ProblemVersion | null; newest: ProblemVersion | null }> {
  const [latest, before] = await Promise.all([
    client.history.list({ ...input, limit: 1 }),
    client.history.list({ ...input, limit: 1, cursor: version + 1 }),
  ]);
  const found = before.items.find((one) => one.version === version) ?? null;
  return { found, newest: latest.items[0] ?? null };
}
