"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { signInWithPassword } from "./sign-in-client.ts";

/** `hasOwner` false: nobody can sign in yet, and the page says where the set-up link is. */
export function SignInForm({ hasOwner }: { hasOwner: boolean }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const outcome = await signInWithPassword(email, password);
    if (outcome.ok) {
      // A full page load: nothing that was cached for nobody must stay.
      window.location.assign("/projects");
      return;
    }
    setRefusal(outcome.message);
    setPending(false);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <h1 className="text-lg font-semibold">Sign in</h1>
      {hasOwner ? null : (
        <Callout tone="accent" title="This installation has no owner yet">
          Open the set-up link that was printed where Lemma was started. It works once.
        </Callout>
      )}
      <Field label="E-mail address">
        <Input
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password" error={refusal}>
        <Input
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Sign in
      </Button>
      <p className="text-ink-muted">No account? Owners invite people by link.</p>
    </form>
  );
}
