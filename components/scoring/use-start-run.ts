import { useRouter } from "next/navigation";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";

/** What becomes of a run that is started: its page, or why it didn't start. */
export function useStartRun(project: string) {
  const router = useRouter();
  return {
    onSuccess: (run: { id: number }) => router.push(`/projects/${project}/runs/${run.id}`),
    onError: (error: unknown) =>
      notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
  };
}
