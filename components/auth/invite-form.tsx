"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "#components/api/api.ts";
import { projectsQuery } from "#components/projects/queries.ts";
import { ROLE_OPTIONS } from "#components/projects/role-options.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Role } from "#lib/auth/contract.ts";

export function InviteForm() {
  const queryClient = useQueryClient();
  const projects = useQuery(projectsQuery(api));
  const [email, setEmail] = useState("");
  const [project, setProject] = useState<string | null>(null);
  const [role, setRole] = useState<Role>("reviewer");
  const [makesOwner, setMakesOwner] = useState(false);
  const invite = useMutation(
    api.auth.invitations.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.auth.invitations.key() }),
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    invite.mutate({
      makesOwner,
      ...(email.trim() ? { email: email.trim() } : {}),
      ...(project ? { project, role } : {}),
    });
  }

  return (
    <Panel title="Invite by link">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="E-mail address" optional hint="When given, only this address can use the link.">
            <Input
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoComplete="off"
            />
          </Field>
          <Field label="Project" optional>
            <Combobox
              value={project}
              onChange={setProject}
              clearable
              options={(projects.data ?? []).map(({ slug, name }) => ({
                value: slug,
                label: name,
                hint: slug,
              }))}
            />
          </Field>
        </div>
        {project ? (
          <Field label="Role in the project">
            <Select value={role} options={ROLE_OPTIONS} onChange={setRole} />
          </Field>
        ) : null}
        <Checkbox
          checked={makesOwner}
          onChange={setMakesOwner}
          label="Make them an owner"
          hint="Owners manage people and projects, and act as lead everywhere."
        />
        {invite.error ? (
          <p role="alert" className="text-bad">
            {apiFailure(invite.error).message}
          </p>
        ) : null}
        <div>
          <Button type="submit" variant="primary" pending={invite.isPending}>
            Make a link
          </Button>
        </div>
        {invite.data ? (
          <Callout
            tone="good"
            title="Send this link; it works once, for seven days"
            action={<CopyButton text={invite.data.link} showLabel />}
          >
            <code className="break-all font-mono text-xs">{invite.data.link}</code>
          </Callout>
        ) : null}
      </form>
    </Panel>
  );
}
