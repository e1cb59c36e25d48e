"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Callout } from "#components/ui/callout.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { QueuesList } from "./queues-list.tsx";
import { WinRatesPanel } from "./win-rates-panel.tsx";

/** The lead's queues, and what the judgements in them say of models. */
export function QueuesScreen({ project }: { project: string }) {
  const router = useRouter();
  const role = useQuery(projectQuery(api, project)).data?.role;
  const closed = role !== undefined && role !== "lead";
  const href = `/projects/${project}/queues/new`;
  useHotkeys({ n: () => router.push(href) }, { enabled: !closed });
  return (
    <>
      <PageHeader
        title="Queues"
        description="Work for reviewers: what they are asked, how often, and how far they agree."
        actions={
          closed ? null : (
            <LinkButton variant="primary" href={href} icon={<Plus />} shortcut="n">
              New queue
            </LinkButton>
          )
        }
      />
      <PageBody width="wide">
        {closed ? (
          <Callout tone="warn" title="Only leads make queues">
            The work that waits for you is in the room Review.
          </Callout>
        ) : (
          <div className="flex flex-col gap-4">
            <QueuesList project={project} />
            <WinRatesPanel project={project} />
          </div>
        )}
      </PageBody>
    </>
  );
}
