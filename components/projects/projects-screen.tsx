"use client";

import { useQuery } from "@tanstack/react-query";
import { FolderPlus, Plus } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { DemoButton } from "./demo-button.tsx";
import { NewProjectDialog } from "./new-project-dialog.tsx";
import { ProjectList } from "./project-list.tsx";
import { meQuery, projectsQuery } from "./queries.ts";

export function ProjectsScreen() {
  const me = useQuery(meQuery(api));
  const projects = useQuery(projectsQuery(api));
  const [creating, setCreating] = useQueryState("new", parseAsBoolean.withDefault(false));
  const isOwner = me.data?.isOwner ?? false;
  const newProject = (
    <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
      New project
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Projects"
        description="A project keeps its own problems, paths, people and datasets, behind its own walls."
        actions={isOwner && (projects.data?.length ?? 0) > 0 ? newProject : null}
      />
      <PageBody width="wide">
        {projects.isPending ? <SkeletonLines lines={6} /> : null}
        {projects.isError ? (
          <ErrorState message={apiFailure(projects.error).message} onRetry={() => void projects.refetch()} />
        ) : null}
        {projects.data && projects.data.length > 0 ? <ProjectList projects={projects.data} /> : null}
        {projects.data?.length === 0 && isOwner ? (
          <EmptyState
            icon={<FolderPlus />}
            title="Start with a project"
            action={
              <div className="flex flex-wrap justify-center gap-2">
                {newProject}
                <DemoButton />
              </div>
            }
          >
            Make one for your own data, or load the demo: 54 problems with about two hundred right and wrong
            paths, so that every screen has something to show.
          </EmptyState>
        ) : null}
        {projects.data?.length === 0 && !isOwner ? (
          <EmptyState icon={<FolderPlus />} title="No project yet">
            You have an account, but belong to no project. Ask a lead or an owner to add you: they need the
            address that you sign in with, {me.data?.email}.
          </EmptyState>
        ) : null}
        {projects.data &&
        projects.data.length > 0 &&
        isOwner &&
        !projects.data.some((p) => p.slug === "demo") ? (
          <p className="mt-6 flex flex-wrap items-center gap-3 text-ink-muted">
            Looking around first? <DemoButton />
          </p>
        ) : null}
      </PageBody>
      <NewProjectDialog open={creating && isOwner} onOpenChange={(open) => void setCreating(open || null)} />
    </>
  );
}
