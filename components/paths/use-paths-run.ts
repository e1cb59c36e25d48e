import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { useStartedRun } from "./use-started-run.ts";

/**
 * A run over paths that this screen starts: `callbacks` for the mutation that starts it, `id` and `run` while it goes
 * on. Says when it starts and ends, and has everything that it changed fetched again. `what`: "Checking"; `done`:
 * "The paths are checked".
 */
export function usePathsRun(project: string, { what, done }: { what: string; done: string }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const see = (run: number) => ({
    label: "See the run",
    onClick: () => router.push(`/projects/${project}/runs/${run}`),
  });
  const { id, run, follow } = useStartedRun(project, (ended) => {
    for (const room of [api.paths, api.problems, api.projects])
      void queryClient.invalidateQueries({ queryKey: room.key() });
    const notice = `run-${ended.id}`;
    const left = ended.counts["unavailable"] ?? 0;
    if (ended.state === "done" && left > 0) {
      const title = `${countWords(left, "path")} couldn't be verified here`;
      notify({ tone: "warn", title, id: notice, action: see(ended.id) });
    } else if (ended.state === "done") notify({ tone: "good", title: done, id: notice });
    else notify({ tone: "bad", title: `${what} didn't finish`, id: notice, action: see(ended.id) });
  });
  const callbacks = {
    onSuccess: (started: Run) => {
      follow(started.id);
      notify({ title: `${what} has started`, id: `run-${started.id}`, action: see(started.id) });
    },
    onError: (error: unknown) =>
      notify({ tone: "bad", title: `${what} wasn't started`, description: apiFailure(error).message }),
  };
  return { id, run, callbacks };
}
