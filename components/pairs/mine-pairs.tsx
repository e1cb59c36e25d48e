"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pickaxe } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { RunningButton } from "#components/paths/running-button.tsx";
import { useStartedRun } from "#components/paths/use-started-run.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { MineDialog } from "./mine-dialog.tsx";
import { minedWords } from "./mined-words.ts";

/** The button that mines pairs, its dialog, and the run that follows. */
export function MinePairs({ project }: { project: string }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const see = (run: number) => ({
    label: "See the run",
    onClick: () => router.push(`/projects/${project}/runs/${run}`),
  });
  const started = useStartedRun(project, (run) => {
    void queryClient.invalidateQueries({ queryKey: api.pairs.key() });
    void queryClient.invalidateQueries({ queryKey: api.projects.key() });
    const id = `run-${run.id}`;
    if (run.state === "done") notify({ tone: "good", title: minedWords(run), id, action: see(run.id) });
    else notify({ tone: "bad", title: "Mining didn't finish", id, action: see(run.id) });
  });
  const mine = useMutation(
    api.pairs.mine.mutationOptions({
      onSuccess: (run) => {
        setOpen(false);
        started.follow(run.id);
        notify({ title: "Mining has started", id: `run-${run.id}`, action: see(run.id) });
      },
      onError: (error) =>
        notify({ tone: "bad", title: "Mining wasn't started", description: apiFailure(error).message }),
    }),
  );
  return (
    <>
      {started.id === null ? (
        <Button variant="primary" icon={<Pickaxe aria-hidden />} onClick={() => setOpen(true)}>
          Mine pairs
        </Button>
      ) : (
        <RunningButton project={project} id={started.id} what="Mining" run={started.run} />
      )}
      <MineDialog
        project={project}
        open={open}
        onOpenChange={setOpen}
        pending={mine.isPending}
        onMine={(mining) => mine.mutate({ project, ...mining })}
      />
    </>
  );
}
