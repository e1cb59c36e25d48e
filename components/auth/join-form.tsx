"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Invitation, Person } from "#lib/auth/contract.ts";
import { signInWithPassword } from "./sign-in-client.ts";

interface JoinFormProps {
  token: string;
  invitation: Invitation;
  /** The person signed in, who can join as they are. */
  me: Person | null;
}

function title(invitation: Invitation): string {
  if (invitation.makesOwner) return "Set up Lemma";
  return invitation.project ? `Join ${invitation.project.name}` : "Join Lemma";
}

function explanation(invitation: Invitation): string {
  if (invitation.makesOwner)
    return "You become the owner of this installation: you invite people and make projects.";
  if (invitation.project && invitation.role) return `You are invited as ${invitation.role}.`;
  return "You are invited to make an account. A lead then adds you to a project.";
}

export function JoinForm({ token, invitation, me }: JoinFormProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState(invitation.email ?? "");
  const [password, setPassword] = useState("");
  const accept = useMutation(
    api.auth.invitations.accept.mutationOptions({
      onSuccess: async ({ project }) => {
        if (!me) await signInWithPassword(email, password);
        window.location.assign(project ? `/projects/${project}` : "/projects");
      },
    }),
  );
  const failure = accept.error ? apiFailure(accept.error) : null;
  const errorOf = (field: string) => (failure?.field?.endsWith(field) ? failure.message : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    accept.mutate(me ? { token } : { token, account: { name, email, password } });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div>
        <h1 className="text-lg font-semibold">{title(invitation)}</h1>
        <p className="mt-1 text-ink-muted">{explanation(invitation)}</p>
      </div>
      {me ? (
        <p>
          You are signed in as <strong>{me.name}</strong> ({me.email}).
        </p>
      ) : (
        <>
          <Field label="Name" error={errorOf("name")}>
            <Input
              name="name"
              autoComplete="name"
              required
              maxLength={80}
              autoFocus
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field label="E-mail address" error={errorOf("email")}>
            <Input
              type="email"
              name="email"
              autoComplete="username"
              required
              readOnly={invitation.email !== null}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </Field>
          <Field label="Password" hint="At least 10 characters." error={errorOf("password")}>
            <Input
              type="password"
              name="password"
              autoComplete="new-password"
              required
              minLength={10}
              maxLength={128}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </>
      )}
      {failure && !errorOf("name") && !errorOf("email") && !errorOf("password") ? (
        <p role="alert" className="text-bad">
          {failure.message}
        </p>
      ) : null}
      <Button type="submit" variant="primary" pending={accept.isPending || accept.isSuccess}>
        {me ? "Join" : "Make my account"}
      </Button>
    </form>
  );
}
