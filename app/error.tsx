"use client";

import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

type ErrorPageProps = { error: unknown; retry: () => void };

/** Errors that no screen expected. Their text stays on the server; the digest finds it in the log. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const digest =
    typeof error === "object" && error !== null && "digest" in error && typeof error.digest === "string"
      ? error.digest
      : undefined;
  return (
    <main className="flex min-h-dvh items-center">
      <ErrorState
        action={<LinkButton href="/">Go to the start</LinkButton>}
        code={digest}
        message="Nothing that was saved is lost. Try again; if it keeps failing, look for the code below in the server's log."
        onRetry={retry}
        title="This page broke"
      />
    </main>
  );
}
