import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { notify } from "#components/ui/notify.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { ReviewQueue } from "#lib/review/contract/queues.ts";
import { queueQuery, queuesQuery } from "./queries.ts";
import { SettingsFields } from "./settings-fields.tsx";
import { readSettings, settingsFormOf } from "./settings-form.ts";

interface EditQueueProps {
  project: string;
  queue: ReviewQueue;
}

/** Opens a queue's settings to be changed. */
export function EditQueue({ project, queue }: EditQueueProps) {
  // The queue as it was when the dialog opened: what others change meanwhile must not count as seen.
  const [seen, setSeen] = useState<ReviewQueue | null>(null);
  useHotkeys({ e: () => setSeen(queue) }, { enabled: seen === null });
  return (
    <>
      <Button icon={<Pencil />} shortcut="e" onClick={() => setSeen(queue)}>
        Edit
      </Button>
      {seen === null ? null : (
        <EditDialog key={seen.version} project={project} seen={seen} onSeen={setSeen} />
      )}
    </>
  );
}

interface EditDialogProps {
  project: string;
  seen: ReviewQueue;
  onSeen: (queue: ReviewQueue | null) => void;
}

function EditDialog({ project, seen, onSeen }: EditDialogProps) {
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => settingsFormOf(seen));
  const { settings } = readSettings(form);
  const query = queueQuery(api, project, seen.id);
  const theirs = useQuery({ ...query, enabled: false });
  const save = useMutation(
    api.queues.update.mutationOptions({
      onSuccess: async (changed) => {
        queryClient.setQueryData(query.queryKey, changed);
        notify({ tone: "good", title: "The settings are saved" });
        onSeen(null);
        await queryClient.invalidateQueries({ queryKey: queuesQuery(api, project).queryKey });
      },
    }),
  );
  const refused = save.error ? apiFailure(save.error) : null;
  const isConflict = refused?.field === "version";
  const atName = refused?.field?.endsWith("name") ? { field: "name", message: refused.message } : null;
  const send = () => {
    if (settings === null || save.isPending) return;
    save.mutate({ project, queue: seen.id, version: seen.version, settings });
  };
  const takeTheirs = async () => {
    const { data } = await theirs.refetch();
    if (data) onSeen(data);
  };
  useHotkeys({ "mod+enter": send }, { inDialog: true });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onSeen(null);
      }}
      size="lg"
      title="Edit the queue"
      description="What is asked, and of what, stays. With more answers of each unit, units that were done are open again."
      footer={
        <>
          <Button onClick={() => onSeen(null)}>Cancel</Button>
          <Button
            variant="primary"
            disabled={settings === null}
            pending={save.isPending}
            shortcut="mod+enter"
            onClick={send}
          >
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && atName === null ? (
          <Callout
            tone={isConflict ? "warn" : "bad"}
            title={isConflict ? "Somebody else was faster" : "The settings weren't saved"}
            action={
              isConflict ? (
                <Button size="sm" pending={theirs.isFetching} onClick={() => void takeTheirs()}>
                  Load theirs
                </Button>
              ) : null
            }
          >
            {refused.message}
          </Callout>
        ) : null}
        <SettingsFields
          kind={seen.kind}
          form={form}
          refused={atName}
          onChange={(part) => {
            if (atName) save.reset();
            setForm((now) => ({ ...now, ...part }));
          }}
        />
      </div>
    </Dialog>
  );
}
