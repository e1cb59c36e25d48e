"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { type DatasetKind, datasetFilter } from "#lib/datasets/contract.ts";

interface NewDatasetDialogProps {
  project: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function NewDatasetDialog({ project, open, onOpenChange }: NewDatasetDialogProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useId();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<DatasetKind>("dpo");
  const create = useMutation(
    api.datasets.create.mutationOptions({
      onSuccess: async (dataset) => {
        await queryClient.invalidateQueries({ queryKey: api.datasets.list.key() });
        router.push(`/projects/${project}/datasets/${dataset.id}`);
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate({ project, name, filter: datasetFilter.parse({ kind }) });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New dataset"
      footer={
        <Button
          variant="primary"
          type="submit"
          form={form}
          pending={create.isPending}
          disabled={name.trim() === ""}
        >
          Make the dataset
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" required error={create.error ? apiFailure(create.error).message : null}>
          <Input value={name} maxLength={80} autoFocus onChange={(event) => setName(event.target.value)} />
        </Field>
        <Segmented<DatasetKind>
          label="What its rows are"
          value={kind}
          onChange={setKind}
          options={[
            { value: "dpo", label: "Preference pairs (DPO)" },
            { value: "sft", label: "Single paths (SFT)" },
          ]}
        />
      </form>
    </Dialog>
  );
}
