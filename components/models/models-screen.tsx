"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bot, Plus } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { meQuery, projectQuery } from "#components/projects/queries.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import { HostsPanel } from "./hosts-panel.tsx";
import { ModelItem } from "./model-item.tsx";
import { ModelSheet } from "./model-sheet.tsx";
import { modelsQuery } from "./queries.ts";

/** The project's registry of models: leads keep it, curators see what there is. */
export function ModelsScreen({ project }: { project: string }) {
  const queryClient = useQueryClient();
  const models = useQuery(modelsQuery(api, project));
  const mayChange = useQuery(projectQuery(api, project)).data?.role === "lead";
  const isOwner = useQuery(meQuery(api)).data?.isOwner ?? false;
  const [edited, setEdited] = useState<ModelEndpoint | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<ModelEndpoint | null>(null);
  const remove = useMutation(
    api.models.remove.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.models.list.key() }),
    }),
  );
  const show = (model: ModelEndpoint | null) => {
    setEdited(model);
    setOpen(true);
  };
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => show(null)}>
      Add a model
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Models"
        description="Endpoints that speak OpenAI's API: which the project may ask, for what, and at what price."
        actions={mayChange && (models.data?.length ?? 0) > 0 ? add : null}
      />
      <PageBody width="wide">
        {models.isError && !models.data ? (
          <Failure
            error={models.error}
            what="The models"
            onRetry={() => void models.refetch()}
            retrying={models.isFetching}
          />
        ) : models.data === undefined ? (
          <SkeletonLines lines={6} />
        ) : models.data.length === 0 ? (
          <EmptyState icon={<Bot />} title="No models yet" action={mayChange ? add : undefined}>
            A model writes problems, samples paths, scores or judges them. Any OpenAI-compatible endpoint will
            do: one that you run with vLLM, Ollama or llama.cpp, or a hosted one with a key.
            {mayChange ? null : " A lead of the project adds it."}
          </EmptyState>
        ) : (
          <Panel title="Registry" flush>
            <ul className="divide-y divide-line">
              {models.data.map((model) => (
                <ModelItem
                  key={model.id}
                  project={project}
                  model={model}
                  mayChange={mayChange}
                  onEdit={() => show(model)}
                  onRemove={() => setLeaving(model)}
                />
              ))}
            </ul>
          </Panel>
        )}
        {isOwner ? <HostsPanel /> : null}
      </PageBody>
      {mayChange ? (
        <>
          <ModelSheet project={project} model={edited} open={isOpen} onOpenChange={setOpen} />
          <ConfirmDialog
            open={leaving !== null}
            onOpenChange={(open) => (open ? undefined : setLeaving(null))}
            title={`Remove ${leaving?.name ?? ""}?`}
            description="Its key is forgotten and no run can ask it any more; runs that use it now end. The calls that were made stay."
            confirmLabel="Remove"
            danger
            onConfirm={async () => {
              if (leaving) await remove.mutateAsync({ project, model: leaving.id });
            }}
          />
        </>
      ) : null}
    </>
  );
}
