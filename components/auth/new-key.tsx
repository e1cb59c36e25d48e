"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { apiFailure } from "#lib/api/client.ts";

/** Makes an API key and shows it, this once. */
export function NewKey() {
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const create = useMutation(
    api.auth.keys.create.mutationOptions({
      onSuccess: async () => {
        setName("");
        await queryClient.invalidateQueries({ queryKey: api.auth.keys.key() });
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate({ name });
  }

  return (
    <div className="flex flex-col gap-4 p-4">
      <form onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <Field label="New key for" error={create.error ? apiFailure(create.error).message : null}>
            <Input
              value={name}
              required
              maxLength={80}
              placeholder="training cluster"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </div>
        <Button type="submit" className="mt-6" pending={create.isPending}>
          Make key
        </Button>
      </form>
      {create.data ? (
        <Callout
          tone="good"
          title="Copy this key now; it isn't shown again"
          action={<CopyButton text={create.data.key} showLabel />}
        >
          <code className="break-all font-mono text-xs">{create.data.key}</code>
        </Callout>
      ) : null}
    </div>
  );
}
