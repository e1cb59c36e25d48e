"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Save } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Path, Segment } from "#lib/paths/contract.ts";

interface SaveAsPathProps {
  project: string;
  path: Path;
  /** The revised path; null before it has run. */
  segments: Segment[] | null;
  /** Why it can't be saved, or null. */
  reason: string | null;
}

/** Saves a revised path as a new one, by the person who revised it, and goes there. */
export function SaveAsPath({ project, path, segments, reason }: SaveAsPathProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const create = useMutation(
    api.paths.create.mutationOptions({
      onSuccess: (created) => {
        void queryClient.invalidateQueries({ queryKey: api.paths.key() });
        notify({ tone: "good", title: "Saved as a path of yours" });
        router.push(`/projects/${project}/paths/${created.id}`);
      },
      onError: (error) =>
        notify({ tone: "bad", title: "It wasn't saved", description: apiFailure(error).message }),
    }),
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        icon={<Save aria-hidden />}
        pending={create.isPending || create.isSuccess}
        disabled={reason !== null || segments === null}
        aria-describedby="why-not-saved"
        onClick={() =>
          segments && create.mutate({ project, problem: path.problemId, segments, revisionOf: path.id })
        }
      >
        Save as a new path
      </Button>
      <span id="why-not-saved" className="min-w-0 text-ink-muted text-xs">
        {reason ?? "Yours, beside this one, which stays as it is."}
      </span>
    </div>
  );
}
