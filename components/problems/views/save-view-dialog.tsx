"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { SavedView, ViewRoom } from "#lib/problems/contract/views.ts";
import { searchWords } from "./search-words.ts";

interface SaveViewDialogProps {
  project: string;
  room: ViewRoom;
  search: string;
  views: readonly SavedView[];
  onClose: () => void;
}

export function SaveViewDialog({ project, room, search, views, onClose }: SaveViewDialogProps) {
  const queryClient = useQueryClient();
  const form = useId();
  const [name, setName] = useState("");
  const replaces = views.some((view) => view.name === name.trim());
  const save = useMutation(
    api.views.save.mutationOptions({
      onSuccess: async (view) => {
        await queryClient.invalidateQueries({ queryKey: api.views.key() });
        notify({ tone: "good", title: `“${view.name}” is saved` });
        onClose();
      },
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== "" && !save.isPending) save.mutate({ project, room, name, search });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="sm"
      title="Save this view"
      description={searchWords(search) || `All ${room}, without a filter`}
      footer={
        <>
          <Button onClick={onClose} disabled={save.isPending}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={save.isPending}
            disabled={name.trim() === ""}
          >
            {replaces ? "Replace" : "Save"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field
          label="Name"
          hint={
            replaces ? "There is a view of this name; it is replaced." : "All members of the project see it."
          }
          error={save.error ? apiFailure(save.error).message : null}
        >
          <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={80} autoFocus />
        </Field>
      </form>
    </Dialog>
  );
}
