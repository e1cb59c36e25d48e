"use client";

import { useMutation } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";

/** Loads the demo project and goes there. */
export function DemoButton() {
  const router = useRouter();
  const load = useMutation(
    api.datasets.demo.mutationOptions({
      onSuccess: (project) => router.push(`/projects/${project.slug}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The demo couldn't be loaded", description: apiFailure(error).message }),
    }),
  );
  return (
    <Button icon={<Sparkles />} pending={load.isPending || load.isSuccess} onClick={() => load.mutate({})}>
      Load the demo project
    </Button>
  );
}
