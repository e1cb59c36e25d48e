import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import type { Selection } from "#lib/selection/contract.ts";
import { selectionsQuery } from "./queries.ts";

/** Takes a selection away, once that was confirmed; a refusal stands in the dialog. */
export function RemoveSelection({ project, selection }: { project: string; selection: Selection }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.selection.remove.mutationOptions({
      onSuccess: async () => {
        notify({ tone: "good", title: `${selection.name} is removed` });
        router.push(`/projects/${project}/selection`);
        await queryClient.invalidateQueries({ queryKey: selectionsQuery(api, project).queryKey });
      },
    }),
  );
  return (
    <>
      <Button icon={<Trash2 />} onClick={() => setAsking(true)}>
        Remove
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Remove ${selection.name}?`}
        description="What it says of each path goes, and can't be had back but by selecting anew. The paths stay as they are."
        confirmLabel="Remove it"
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ project, selection: selection.id });
        }}
      />
    </>
  );
}
