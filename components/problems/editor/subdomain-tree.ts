import type { Suggestion } from "#components/ui/suggest-input.tsx";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";

/** The names of a project's sub-domains, each with the names above it, in the order of the tree. */
export function subdomainSuggestions(subdomains: readonly Subdomain[]): Suggestion[] {
  const byId = new Map(subdomains.map((one) => [one.id, one]));
  const above = (one: Subdomain): string[] => {
    const names: string[] = [];
    const seen = new Set([one.id]);
    let parent = one.parentId === null ? undefined : byId.get(one.parentId);
    while (parent && !seen.has(parent.id)) {
      names.unshift(parent.name);
      seen.add(parent.id);
      parent = parent.parentId === null ? undefined : byId.get(parent.parentId);
    }
    return names;
  };
  return subdomains
    .map((one) => ({ one, path: above(one) }))
    .sort((a, b) =>
      [...a.path, a.one.name].join("\u0000").localeCompare([...b.path, b.one.name].join("\u0000"), "en"),
    )
    .map(({ one, path }) => ({
      value: one.name,
      hint: path.length === 0 ? undefined : `in ${path.join(" › ")}`,
    }));
}
