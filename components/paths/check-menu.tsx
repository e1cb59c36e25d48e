"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { RunningButton } from "./running-button.tsx";
import { useStartedRun } from "./use-started-run.ts";

/** Starts the checking of paths, as a run, and shows how far it is. `unchecked`: how many paths have no verdict. */
export function CheckMenu({ project, unchecked }: { project: string; unchecked: number | undefined }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const started = useStartedRun(project, (run) => {
    void queryClient.invalidateQueries({ queryKey: api.paths.key() });
    void queryClient.invalidateQueries({ queryKey: api.problems.key() });
    void queryClient.invalidateQueries({ queryKey: api.projects.key() });
    if (run.state === "done") notify({ tone: "good", title: "The paths are checked", id: `run-${run.id}` });
    else notify({ tone: "bad", title: "Checking didn't finish", id: `run-${run.id}`, action: see(run.id) });
  });
  const see = (run: number) => ({
    label: "See the run",
    onClick: () => router.push(`/projects/${project}/runs/${run}`),
  });
  const check = useMutation(
    api.paths.check.mutationOptions({
      onSuccess: (run) => {
        started.follow(run.id);
        notify({ title: "Checking has started", id: `run-${run.id}`, action: see(run.id) });
      },
      onError: (error) =>
        notify({ tone: "bad", title: "Checking wasn't started", description: apiFailure(error).message }),
    }),
  );
  if (started.id !== null)
    return <RunningButton project={project} id={started.id} what="Checking" run={started.run} />;
  return (
    <Menu
      label="Check paths"
      align="end"
      trigger={
        <Button icon={<ListChecks aria-hidden />} pending={check.isPending}>
          Check
        </Button>
      }
      entries={[
        {
          kind: "item",
          label: unchecked === undefined ? "Unchecked paths" : `Unchecked: ${countWords(unchecked, "path")}`,
          disabled: unchecked === 0,
          onSelect: () => check.mutate({ project, scope: "unchecked" }),
        },
        { kind: "item", label: "All paths again", onSelect: () => check.mutate({ project, scope: "all" }) },
      ]}
    />
  );
}
