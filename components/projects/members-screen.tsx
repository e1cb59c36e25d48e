"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Select } from "#components/ui/select.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Member } from "#lib/projects/contract.ts";
import { AddMember } from "./add-member.tsx";
import { membersQuery } from "./queries.ts";
import { ROLE_OPTIONS } from "./role-options.ts";

export function MembersScreen({ project }: { project: string }) {
  const queryClient = useQueryClient();
  const members = useQuery(membersQuery(api, project));
  const [leaving, setLeaving] = useState<Member | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.projects.members.key() });
  const set = useMutation(
    api.projects.members.set.mutationOptions({
      onSuccess: refresh,
      onError: (error) =>
        notify({ tone: "bad", title: "The role wasn't changed", description: apiFailure(error).message }),
    }),
  );
  const remove = useMutation(api.projects.members.remove.mutationOptions({ onSuccess: refresh }));

  async function confirmRemoval(): Promise<void> {
    if (!leaving) return;
    try {
      await remove.mutateAsync({ project, userId: leaving.userId });
    } catch (error) {
      notify({
        tone: "bad",
        title: `${leaving.name} is still a member`,
        description: apiFailure(error).message,
      });
    }
  }

  return (
    <>
      <PageHeader
        title="Members"
        description="Who works here, and as what. Owners of the installation act as lead everywhere."
      />
      <PageBody width="form">
        <AddMember project={project} />
        <Panel title="Members" flush className="mt-6">
          {members.isPending ? <SkeletonLines lines={3} /> : null}
          {members.isError ? (
            <ErrorState message={apiFailure(members.error).message} onRetry={() => void members.refetch()} />
          ) : null}
          <ul className="divide-y divide-line">
            {members.data?.map((member) => (
              <li key={member.userId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
                <span className="min-w-0 flex-1 basis-48">
                  <span className="block truncate font-medium">{member.name}</span>
                  <span className="block truncate text-ink-muted">{member.email}</span>
                </span>
                <span className="text-ink-faint">
                  since <RelativeTime at={member.joinedAt} />
                </span>
                <span className="w-32">
                  <Select
                    label={`Role of ${member.name}`}
                    value={member.role}
                    options={ROLE_OPTIONS}
                    disabled={set.isPending}
                    onChange={(role) => set.mutate({ project, email: member.email, role })}
                  />
                </span>
                <IconButton
                  label={`Take ${member.name} out`}
                  icon={<Trash2 />}
                  onClick={() => setLeaving(member)}
                />
              </li>
            ))}
          </ul>
        </Panel>
      </PageBody>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => (open ? undefined : setLeaving(null))}
        title={`Take ${leaving?.name ?? ""} out of this project?`}
        description="Their judgements and imports stay. They can be added again at any time."
        confirmLabel="Take out"
        danger
        onConfirm={confirmRemoval}
      />
    </>
  );
}
