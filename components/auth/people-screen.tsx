"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Invitation } from "#lib/auth/contract.ts";
import { InviteForm } from "./invite-form.tsx";
import { invitationsQuery, peopleQuery } from "./queries.ts";

/** In words: what an invitation leads to. */
function purpose(invitation: Invitation): string {
  if (invitation.makesOwner) return "to be an owner";
  if (invitation.project && invitation.role) return `to ${invitation.project.name} as ${invitation.role}`;
  return "to the installation";
}

export function PeopleScreen() {
  const queryClient = useQueryClient();
  const people = useQuery(peopleQuery(api));
  const invitations = useQuery(invitationsQuery(api));
  const revoke = useMutation(
    api.auth.invitations.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.auth.invitations.key() }),
    }),
  );

  if (people.isError) {
    const failure = apiFailure(people.error);
    return (
      <>
        <PageHeader title="People" />
        <PageBody width="form">
          <ErrorState
            title={failure.code === "forbidden" ? "For owners" : "The people can't be shown"}
            message={failure.message}
          />
        </PageBody>
      </>
    );
  }

  return (
    <>
      <PageHeader
        title="People"
        description="Everyone with an account. New people come by a link that you send them."
      />
      <PageBody width="form">
        <InviteForm />
        {invitations.data && invitations.data.length > 0 ? (
          <Panel title="Open invitations" flush className="mt-6">
            <ul className="divide-y divide-line">
              {invitations.data.map((invitation) => (
                <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 px-4 py-2">
                  <span className="min-w-0 flex-1 basis-48">
                    <span className="block truncate">{invitation.email ?? "Anyone with the link"}</span>
                    <span className="block truncate text-ink-muted">{purpose(invitation)}</span>
                  </span>
                  <span className="text-ink-faint">
                    ends <RelativeTime at={invitation.expiresAt} />
                  </span>
                  <IconButton
                    label="Take the invitation back"
                    icon={<Trash2 />}
                    onClick={() => revoke.mutate({ id: invitation.id })}
                  />
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
        <Panel title="Accounts" flush className="mt-6">
          <ul className="divide-y divide-line">
            {people.data?.map((person) => (
              <li key={person.id} className="flex flex-wrap items-center gap-x-4 px-4 py-2">
                <span className="min-w-0 flex-1 basis-48">
                  <span className="block truncate font-medium">{person.name}</span>
                  <span className="block truncate text-ink-muted">{person.email}</span>
                </span>
                {person.isOwner ? <Badge tone="accent">owner</Badge> : null}
                <span className="text-ink-muted">
                  {person.projects} {person.projects === 1 ? "project" : "projects"}
                </span>
                <span className="text-ink-faint">
                  since <RelativeTime at={person.createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      </PageBody>
    </>
  );
}
