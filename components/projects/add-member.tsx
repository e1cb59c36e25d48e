"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Role } from "#lib/auth/contract.ts";
import { ROLE_OPTIONS } from "./role-options.ts";

/** Adds a person who has an account already; new people come by an owner's invitation. */
export function AddMember({ project }: { project: string }) {
  const queryClient = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("reviewer");
  const add = useMutation(
    api.projects.members.set.mutationOptions({
      onSuccess: async () => {
        setEmail("");
        await queryClient.invalidateQueries({ queryKey: api.projects.members.key() });
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    add.mutate({ project, email, role });
  }

  return (
    <Panel title="Add a member">
      <form onSubmit={submit} className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <Field label="E-mail address" error={add.error ? apiFailure(add.error).message : null}>
            <Input
              type="email"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoComplete="off"
            />
          </Field>
        </div>
        <div className="w-36">
          <Field label="Role">
            <Select value={role} options={ROLE_OPTIONS} onChange={setRole} />
          </Field>
        </div>
        <Button type="submit" variant="primary" className="mt-6" pending={add.isPending}>
          Add
        </Button>
      </form>
    </Panel>
  );
}
