import { useMutation } from "@tanstack/react-query";
import { Funnel } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { SelectionRule } from "#lib/selection/contract.ts";

/** Gives the rule's result a name, and starts the run that writes it. */
export function ApplyRule({ project, rule }: { project: string; rule: SelectionRule | null }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const start = useMutation(
    api.selection.start.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
    }),
  );
  const ready = rule !== null && name.trim() !== "";
  return (
    <form
      className="flex items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !start.isPending) start.mutate({ project, name: name.trim(), rule });
      }}
    >
      <div className="min-w-0 flex-1">
        <Field label="Name of the selection">
          <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        </Field>
      </div>
      <Button type="submit" variant="primary" icon={<Funnel />} disabled={!ready} pending={start.isPending}>
        Apply
      </Button>
    </form>
  );
}
