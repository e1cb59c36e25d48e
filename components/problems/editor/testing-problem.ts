import type { QueryClient } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import type { Call } from "#components/problems/fake-studio.ts";
import { problemFacetsQuery, problemQuery } from "#components/problems/queries.ts";
import { testCache } from "#components/problems/show-screen.tsx";
import { meQuery, projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { Draft } from "#lib/problems/contract/drafts.ts";
import type { DraftFields, Problem } from "#lib/problems/contract.ts";
import { draftOfFields, fieldsOfProblem } from "./draft-fields.ts";
import { draftQuery, subdomainsQuery } from "./queries.ts";

/** A problem for tests of screens, and a cache and a studio that know it. */
export const P = "gsm8k";
export const AT = "2026-11-20T10:00:00.000Z";

export const problem: Problem = {
  id: 7,
  key: "duck-7",
  text: "What is $\\frac{1}{2}$ of 36?",
  answer: "18",
  solution: "Half of 36 is **18**.",
  subdomain: "Algebra",
  origin: "seed",
  split: "train",
  difficulty: "easy",
  tags: ["eggs"],
  paths: 2,
  correct: 1,
  countedPaths: 0,
  failedPaths: 0,
  isHard: false,
  source: "by hand",
  parents: [],
  meta: {},
  version: 3,
  updatedAt: AT,
  createdAt: AT,
  previousId: 6,
  nextId: 8,
};

export const draftOf = (part: Partial<DraftFields>, baseVersion: number | null): Draft => ({
  fields: { ...draftOfFields(fieldsOfProblem(problem)), ...part },
  baseVersion,
  updatedAt: AT,
});

interface Known {
  role?: Role;
  draft?: Draft | null;
  newDraft?: Draft | null;
  saved?: Partial<Problem>;
}

export function cacheWith({
  role = "curator",
  draft = null,
  newDraft = null,
  saved = {},
}: Known = {}): QueryClient {
  const cache = testCache();
  const counts = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };
  const me = { id: "olive", name: "Olive", email: "olive@studio.test", isOwner: false };
  cache.setQueryData(meQuery(api).queryKey, me);
  const project = { slug: P, name: P, description: "", role, createdAt: AT, counts };
  cache.setQueryData(projectQuery(api, P).queryKey, project);
  cache.setQueryData(problemQuery(api, P, 7).queryKey, { ...problem, ...saved });
  cache.setQueryData(draftQuery(api, P, 7).queryKey, draft);
  cache.setQueryData(draftQuery(api, P).queryKey, newDraft);
  const algebra = { id: 1, name: "Algebra", parentId: null, problems: 1, seeds: 1, within: 1 };
  cache.setQueryData(subdomainsQuery(api, P).queryKey, { subdomains: [algebra], unclassified: 0 });
  const facets = { subdomains: [], origins: [], splits: [], difficulties: [{ value: "easy", count: 1 }] };
  cache.setQueryData(problemFacetsQuery(api, P).queryKey, facets);
  return cache;
}

/** The calls that keep or save something, without those that only ask. */
export const writes = (calls: readonly Call[]): Call[] =>
  calls.filter(({ method, path }) => method !== "GET" && !path.endsWith("/suggest"));

/** Answers what an editor asks: drafts are kept, and what is saved becomes the next version. */
export function studioWith(saved: Partial<Problem> = {}): (call: Call) => unknown {
  let version = saved.version ?? problem.version;
  return ({ method, path, body }) => {
    if (path.endsWith("/suggest")) return { subdomains: [], trainedOn: 0, accuracy: null };
    if (path.endsWith("/drafts/discard")) return { discarded: true };
    if (path.endsWith("/drafts")) return { ...draftOf({}, 3), updatedAt: new Date().toISOString() };
    if (method === "PATCH" || method === "POST") {
      version += 1;
      const fields = typeof body === "object" && body !== null && "fields" in body ? body.fields : {};
      return { ...problem, ...saved, ...(fields as Partial<Problem>), version }; // as the screen sent them
    }
    return { ...problem, ...saved, version };
  };
}
