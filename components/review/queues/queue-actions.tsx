import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Lock, Pause, Play, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { ReviewQueue } from "#lib/review/contract/queues.ts";
import { queueQuery, queuesQuery } from "./queries.ts";
import { QUEUE_STATE_WORD } from "./queue-words.ts";

interface QueueActionsProps {
  project: string;
  queue: ReviewQueue;
}

/** Pauses, opens and closes a queue, and removes one that nobody has answered in. */
export function QueueActions({ project, queue }: QueueActionsProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const list = () => queryClient.invalidateQueries({ queryKey: queuesQuery(api, project).queryKey });
  const change = useMutation(
    api.queues.setState.mutationOptions({
      onSuccess: async (changed) => {
        queryClient.setQueryData(queueQuery(api, project, queue.id).queryKey, changed);
        notify({ tone: "good", title: `${changed.name}: ${QUEUE_STATE_WORD[changed.state].toLowerCase()}` });
        await list();
      },
      onError: (error) =>
        notify({ tone: "bad", title: "The queue stays as it was", description: apiFailure(error).message }),
    }),
  );
  const remove = useMutation(
    api.queues.remove.mutationOptions({
      onSuccess: async () => {
        notify({ tone: "good", title: `${queue.name} is removed` });
        router.push(`/projects/${project}/queues`);
        await list();
      },
    }),
  );
  const to = (state: ReviewQueue["state"]) => {
    if (!change.isPending) change.mutate({ project, queue: queue.id, state });
  };
  const isGoingTo = (state: ReviewQueue["state"]) => change.isPending && change.variables.state === state;
  return (
    <>
      {queue.state === "open" ? (
        <Button icon={<Pause />} pending={isGoingTo("paused")} onClick={() => to("paused")}>
          Pause
        </Button>
      ) : (
        <Button icon={<Play />} pending={isGoingTo("open")} onClick={() => to("open")}>
          Open
        </Button>
      )}
      {queue.state === "closed" ? null : (
        <Button icon={<Lock />} pending={isGoingTo("closed")} onClick={() => to("closed")}>
          Close
        </Button>
      )}
      {queue.counts.answers === 0 ? (
        <Button icon={<Trash2 />} onClick={() => setRemoving(true)}>
          Remove
        </Button>
      ) : null}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove ${queue.name}?`}
        description="Its units go, and with them what reviewers have begun. Pairs, paths and problems stay as they are."
        confirmLabel="Remove it"
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ project, queue: queue.id });
        }}
      />
    </>
  );
}
