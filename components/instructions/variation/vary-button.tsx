import { useMutation } from "@tanstack/react-query";
import { Shuffle } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";

/** Starts a variation run of this one seed and goes to its page. */
export function VaryButton({ project, problem }: { project: string; problem: number }) {
  const router = useRouter();
  const start = useMutation(
    api.variation.start.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
    }),
  );
  return (
    <Button
      icon={<Shuffle />}
      pending={start.isPending}
      onClick={() => start.mutate({ project, problems: [problem] })}
    >
      Vary this seed
    </Button>
  );
}
