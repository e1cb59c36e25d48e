import type { QueryClient } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";

/** After a change to problems: everything that shows them asks anew, what is on the screen at once. */
export async function refreshProblems(queryClient: QueryClient): Promise<void> {
  const keys = [api.problems, api.history, api.bin, api.bulk, api.subdomains, api.projects].map((room) =>
    room.key(),
  );
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
