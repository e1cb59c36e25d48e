"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { refreshProblems } from "../refresh-problems.ts";

/** Two sub-domains that were about to have one name: `from` can go into `into`. */
export interface Merge {
  readonly from: Subdomain;
  readonly into: Subdomain;
}

/** Changes to the project's tree. Each resolves once the tree shows it: to what it was asked for, or to null. */
export function useSubdomainChanges(project: string, subdomains: readonly Subdomain[]) {
  const queryClient = useQueryClient();
  const [merge, setMerge] = useState<Merge | null>(null);
  const onSuccess = () => refreshProblems(queryClient);
  const create = useMutation(api.subdomains.create.mutationOptions({ onSuccess }));
  const update = useMutation(api.subdomains.update.mutationOptions({ onSuccess }));
  const remove = useMutation(api.subdomains.remove.mutationOptions({ onSuccess }));

  async function told<T>(title: string, change: () => Promise<T>): Promise<T | null> {
    try {
      return await change();
    } catch (error) {
      notify({ tone: "bad", title, description: apiFailure(error).message });
      return null;
    }
  }

  return {
    pending: create.isPending || update.isPending || remove.isPending,
    merge,
    closeMerge: () => setMerge(null),
    add: (name: string, parentId: number | null) =>
      told(`“${name}” wasn't made`, () => create.mutateAsync({ project, name, parentId })),
    async rename(subdomain: Subdomain, name: string): Promise<Subdomain | null> {
      const into = subdomains.find((each) => each.name === name && each.id !== subdomain.id);
      if (into) {
        setMerge({ from: subdomain, into });
        return null;
      }
      return told(`“${subdomain.name}” keeps its name`, () =>
        update.mutateAsync({ project, subdomain: subdomain.id, name }),
      );
    },
    move: (subdomain: Subdomain, parentId: number | null) =>
      told(`“${subdomain.name}” wasn't moved`, () =>
        update.mutateAsync({ project, subdomain: subdomain.id, parentId }),
      ),
    /** Rejects with words for the dialog that asked. */
    async remove(subdomain: Subdomain, into: number | null): Promise<void> {
      try {
        await remove.mutateAsync({ project, subdomain: subdomain.id, into });
      } catch (error) {
        throw new Error(apiFailure(error).message, { cause: error });
      }
    },
  };
}

export type SubdomainChanges = ReturnType<typeof useSubdomainChanges>;
