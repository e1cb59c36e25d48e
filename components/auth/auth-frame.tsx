import type { ReactNode } from "react";

/** Frame of the pages before sign-in: one narrow column, the name above it. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center bg-sunken px-4 pt-[18vh] pb-12">
      <div className="w-full max-w-sm">
        <p className="mb-6 flex items-baseline gap-2 text-xl font-semibold tracking-tight">
          Lemma{" "}
          <span className="text-sm font-normal tracking-normal text-ink-muted">maths reasoning data</span>
        </p>
        <div className="rounded-lg border border-line bg-raised p-6">{children}</div>
      </div>
    </main>
  );
}
