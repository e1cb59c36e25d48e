"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { typedNumber } from "#components/ui/typed-number.ts";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { apiFailure } from "#lib/api/client.ts";
import { KindChoice } from "./kind-choice.tsx";
import { MakingFields } from "./making-fields.tsx";
import { queuePreviewQuery, queueQuery, queuesQuery } from "./queries.ts";
import { QueueCount } from "./queue-count.tsx";
import { sourceSentence } from "./queue-words.ts";
import { SettingsFields } from "./settings-fields.tsx";
import { NEW_MAKING, NEW_SETTINGS, readNewQueue, readSettings } from "./settings-form.ts";
import { SourceFields } from "./source-fields.tsx";
import { readSource, sourceParams } from "./source-form.ts";
import { useSettledSource } from "./use-settled-source.ts";

/** Makes a queue: what is asked, of what, how often, and how many units that comes to. */
export function NewQueueScreen({ project }: { project: string }) {
  const role = useQuery(projectQuery(api, project)).data?.role;
  return (
    <>
      <PageHeader
        title="New queue"
        back={{ href: `/projects/${project}/queues`, label: "Queues" }}
        description="One kind of question, put to several people at once."
      />
      <PageBody width="wide">
        {role !== undefined && role !== "lead" ? (
          <Callout tone="warn" title="Only leads make queues">
            The work that waits for you is in the room Review.
          </Callout>
        ) : (
          <Builder project={project} />
        )}
      </PageBody>
    </>
  );
}

/** The source is the URL's, so that it can be handed on; the rest is typed here. */
function Builder({ project }: { project: string }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [sourceForm, setSourceForm] = useQueryStates(sourceParams);
  const [settingsForm, setSettingsForm] = useState(NEW_SETTINGS);
  const [making, setMaking] = useState(NEW_MAKING);
  const { kind } = sourceForm;
  const { source } = readSource(sourceForm);
  const { settings } = readSettings(settingsForm);
  const { queue, errors } = readNewQueue(settings, source, making);
  const settled = useSettledSource(source);
  const preview = useQuery(queuePreviewQuery(api, project, settled));
  // While another kind's units are being counted, the count before stays in view under its own name.
  const [counted, setCounted] = useState(settled.kind);
  if (!preview.isPlaceholderData && counted !== settled.kind) setCounted(settled.kind);
  const create = useMutation(
    api.queues.create.mutationOptions({
      onSuccess: async (made) => {
        queryClient.setQueryData(queueQuery(api, project, made.id).queryKey, made);
        notify({ tone: "good", title: `${made.name} is open to reviewers` });
        router.push(`/projects/${project}/queues/${made.id}`);
        await queryClient.invalidateQueries({ queryKey: queuesQuery(api, project).queryKey });
      },
    }),
  );
  const refused = create.error ? apiFailure(create.error) : null;
  const atName = refused?.field === "name" ? { field: "name", message: refused.message } : null;
  const isOfSource = !preview.isPlaceholderData && settled.kind === kind;
  const isEmpty = isOfSource && preview.data?.units === 0 && !making.takesIn;
  const ready = queue !== null && !isEmpty;
  const send = () => {
    if (ready && !create.isPending) create.mutate({ project, ...queue });
  };
  useHotkeys({ "mod+enter": send });
  return (
    <form
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title="Task">
          <div className="flex flex-col gap-5">
            <KindChoice value={kind} onChange={(next) => void setSourceForm({ kind: next })} />
            <SourceFields project={project} form={sourceForm} onChange={(part) => void setSourceForm(part)} />
            <MakingFields
              kind={kind}
              form={making}
              errors={errors}
              goldAtMost={isOfSource ? preview.data?.gold : undefined}
              onChange={(part) => setMaking((now) => ({ ...now, ...part }))}
            />
          </div>
        </Panel>
        <Panel title="Settings" description="All of these can be changed later.">
          <SettingsFields
            kind={kind}
            form={settingsForm}
            refused={atName}
            onChange={(part) => {
              create.reset();
              setSettingsForm((now) => ({ ...now, ...part }));
            }}
          />
        </Panel>
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-0">
        <QueueCount
          project={project}
          kind={counted}
          query={preview}
          limit={typedNumber(making.limit, { min: 1, max: 200_000 }).value}
          overlap={typedNumber(settingsForm.overlap, { min: 1, max: 20 }).value}
        />
        <p className="text-ink-muted text-xs [overflow-wrap:anywhere]">{sourceSentence(source ?? settled)}</p>
        {refused && atName === null ? (
          <Callout tone="bad" title="The queue wasn't made">
            {refused.message}
          </Callout>
        ) : null}
        <Button
          type="submit"
          variant="primary"
          disabled={!ready}
          pending={create.isPending}
          shortcut="mod+enter"
        >
          Make the queue
        </Button>
        {settings === null && settingsForm.name.trim() === "" ? (
          <p className="text-ink-faint text-xs">Give it a name first.</p>
        ) : null}
      </div>
    </form>
  );
}
