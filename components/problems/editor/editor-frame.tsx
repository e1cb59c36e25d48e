"use client";

import { LockKeyhole } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Role } from "#lib/auth/contract.ts";
import { Failure } from "../failure.tsx";

interface EditorFrameProps {
  title: string;
  back: { href: string; label: string };
  what: string;
  role: Role | undefined;
  query: { isError: boolean; error: unknown; isFetching: boolean; refetch: () => unknown };
}

/** An editor's page before there is anything to write in, or where nobody may write. */
export function EditorFrame({ title, back, what, role, query }: EditorFrameProps) {
  return (
    <>
      <PageHeader back={back} title={title} />
      <PageBody>
        {role === "reviewer" ? (
          <EmptyState icon={<LockKeyhole />} title="Reviewers don't write problems">
            A curator or lead of this project does. Ask a lead if you should.
          </EmptyState>
        ) : query.isError ? (
          <Failure
            error={query.error}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            what={what}
          />
        ) : (
          <div className="flex flex-col gap-5">
            <Spinner label="Loading" />
            <Skeleton className="h-40 w-full" />
            <Skeleton className="h-8 w-1/2" />
            <Skeleton className="h-32 w-full" />
          </div>
        )}
      </PageBody>
    </>
  );
}
