import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { isLive, runQuery } from "./queries.ts";
import { PAUSABLE } from "./run-words.ts";

/** Stops a run, lets it rest, or lets it go on. */
export function RunControls({ project, run }: { project: string; run: Run }) {
  const queryClient = useQueryClient();
  const options = {
    onSuccess: (changed: Run) => {
      queryClient.setQueryData(runQuery(api, project, run.id).queryKey, changed);
    },
    onError: (error: unknown) =>
      notify({ tone: "bad", title: "The run stays as it is", description: apiFailure(error).message }),
  };
  const cancel = useMutation(api.runs.cancel.mutationOptions(options));
  const pause = useMutation(api.runs.pause.mutationOptions(options));
  const resume = useMutation(api.runs.resume.mutationOptions(options));
  const input = { project, run: run.id };
  const paused = run.state === "paused";
  if (!isLive(run) && !paused) return null;
  return (
    <>
      {paused ? (
        <Button
          variant="primary"
          icon={<Play />}
          pending={resume.isPending}
          onClick={() => resume.mutate(input)}
        >
          Go on
        </Button>
      ) : PAUSABLE.has(run.kind) ? (
        <Button
          icon={<Pause />}
          pending={pause.isPending}
          disabled={run.pauseRequested || run.cancelRequested}
          onClick={() => pause.mutate(input)}
        >
          {run.pauseRequested ? "Pausing" : "Pause"}
        </Button>
      ) : null}
      <Button
        variant="danger"
        pending={cancel.isPending}
        disabled={run.cancelRequested}
        onClick={() => cancel.mutate(input)}
      >
        {run.cancelRequested ? "Stopping" : "Cancel"}
      </Button>
    </>
  );
}
