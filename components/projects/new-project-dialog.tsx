"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { slugFrom } from "./slug.ts";

interface NewProjectDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function NewProjectDialog({ open, onOpenChange }: NewProjectDialogProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useId();
  const [name, setName] = useState("");
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [description, setDescription] = useState("");
  const slug = ownSlug ?? slugFrom(name);
  const create = useMutation(
    api.projects.create.mutationOptions({
      onSuccess: async (project) => {
        await queryClient.invalidateQueries({ queryKey: api.projects.key() });
        router.push(`/projects/${project.slug}`);
      },
    }),
  );
  const failure = create.error ? apiFailure(create.error) : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate({ name, slug, description });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New project"
      footer={
        <Button
          variant="primary"
          type="submit"
          form={form}
          pending={create.isPending}
          disabled={name.trim() === ""}
        >
          Make the project
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" required error={failure?.field === "name" ? failure.message : null}>
          <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={80} autoFocus />
        </Field>
        <Field
          label="Address"
          required
          hint={`Used in links and by the command line: /projects/${slug || "…"}`}
          error={failure?.field === "slug" ? failure.message : null}
        >
          <Input mono value={slug} onChange={(event) => setOwnSlug(event.target.value)} maxLength={63} />
        </Field>
        <Field label="Description" optional>
          <Textarea
            value={description}
            onChange={(event) => setDescription(event.target.value)}
            maxLength={2000}
            grow
          />
        </Field>
        {failure && failure.field !== "name" && failure.field !== "slug" ? (
          <p role="alert" className="text-bad">
            {failure.message}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
