"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { meQuery } from "#components/projects/queries.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ThemeToggle } from "#components/ui/theme-toggle.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { ApiKey } from "#lib/auth/contract.ts";
import { NewKey } from "./new-key.tsx";
import { keysQuery } from "./queries.ts";

export function AccountScreen() {
  const queryClient = useQueryClient();
  const me = useQuery(meQuery(api));
  const keys = useQuery(keysQuery(api));
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useMutation(
    api.auth.keys.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.auth.keys.key() }),
    }),
  );

  return (
    <>
      <PageHeader title="Account" />
      <PageBody width="form">
        <Panel title="You">
          <KeyValueList
            items={[
              { label: "Name", value: me.data?.name ?? "" },
              { label: "E-mail", value: me.data?.email ?? "" },
              { label: "Installation", value: me.data?.isOwner ? "Owner" : "Member" },
              { label: "Theme", value: <ThemeToggle /> },
            ]}
          />
        </Panel>
        <Panel
          title="API keys"
          description="For the command line, scripts and trainers. A key can do whatever you can; it is shown once, and only its hash is kept."
          className="mt-6"
          flush
        >
          <NewKey />
          {keys.isError ? (
            <ErrorState message={apiFailure(keys.error).message} onRetry={() => void keys.refetch()} />
          ) : null}
          {keys.data?.length === 0 ? (
            <EmptyState icon={<KeyRound />} title="No keys yet">
              Make one above, then: LEMMA_KEY=lemma_… npx lemma import FILE --project P
            </EmptyState>
          ) : null}
          <ul className="divide-y divide-line border-t border-line empty:border-0">
            {keys.data?.map((key) => (
              <li key={key.id} className="flex items-center gap-4 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{key.name}</span>
                  <span className="font-mono text-xs text-ink-muted">{key.hint}…</span>
                </span>
                <span className="text-ink-muted">
                  {key.lastUsedAt ? (
                    <>
                      used <RelativeTime at={key.lastUsedAt} />
                    </>
                  ) : (
                    "never used"
                  )}
                </span>
                <IconButton label={`Revoke ${key.name}`} icon={<Trash2 />} onClick={() => setRevoking(key)} />
              </li>
            ))}
          </ul>
        </Panel>
      </PageBody>
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => (open ? undefined : setRevoking(null))}
        title={`Revoke the key ${revoking?.name ?? ""}?`}
        description="Whatever uses it is refused from that moment on. This can't be undone."
        confirmLabel="Revoke"
        danger
        onConfirm={async () => {
          if (revoking) await revoke.mutateAsync({ id: revoking.id });
        }}
      />
    </>
  );
}
