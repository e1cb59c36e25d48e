import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { hostsQuery } from "./queries.ts";

/** For owners: hosts inside the server's own network that models may be on, in every project. */
export function HostsPanel() {
  const queryClient = useQueryClient();
  const hosts = useQuery(hostsQuery(api));
  const [host, setHost] = useState("");
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.models.hosts.key() });
  const allow = useMutation(
    api.models.hosts.allow.mutationOptions({
      onSuccess: async () => {
        setHost("");
        await refresh();
      },
    }),
  );
  const disallow = useMutation(
    api.models.hosts.disallow.mutationOptions({
      onSuccess: refresh,
      onError: (error) =>
        notify({ tone: "bad", title: "The leave stays", description: apiFailure(error).message }),
    }),
  );
  return (
    <Panel
      title="Allowed hosts"
      description="A model on this machine or in its own network is only asked if its host stands here. This holds for all projects; only owners see it."
      flush
      className="mt-6"
    >
      <ul className="divide-y divide-line">
        {hosts.data?.map(({ host: name, by, at }) => (
          <li key={name} className="flex items-center gap-x-4 px-4 py-1.5">
            <span className="min-w-0 flex-1 truncate font-mono text-xs">{name}</span>
            <span className="shrink-0 text-ink-faint">
              {by === null ? null : `by ${by}, `}
              <RelativeTime at={at} />
            </span>
            <IconButton
              label={`Take the leave of ${name} back`}
              icon={<Trash2 />}
              onClick={() => disallow.mutate({ host: name })}
            />
          </li>
        ))}
      </ul>
      {hosts.isError ? <p className="px-4 py-3 text-bad">{apiFailure(hosts.error).message}</p> : null}
      {hosts.data?.length === 0 ? (
        <p className="px-4 py-3 text-ink-muted">
          None: models can only be out in the internet. For one on this machine, allow its host and port.
        </p>
      ) : null}
      <form
        className="flex flex-wrap items-start gap-3 border-line border-t px-4 py-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (host.trim() !== "" && !allow.isPending) allow.mutate({ host });
        }}
      >
        <Field
          label="Host and port"
          className="flex-1 basis-56"
          error={allow.error ? apiFailure(allow.error).message : null}
        >
          <Input
            mono
            spellCheck={false}
            placeholder="127.0.0.1:8000"
            value={host}
            onChange={(event) => setHost(event.target.value)}
          />
        </Field>
        <Button type="submit" className="mt-5" pending={allow.isPending} disabled={host.trim() === ""}>
          Allow
        </Button>
      </form>
    </Panel>
  );
}
