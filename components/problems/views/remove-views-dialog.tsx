"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { SavedView } from "#lib/problems/contract/views.ts";
import { searchWords } from "./search-words.ts";

interface RemoveViewsDialogProps {
  project: string;
  /** Those that the reader may take away. */
  views: readonly SavedView[];
  onClose: () => void;
}

/** Takes views away at once: the same view is saved again in a moment, if need be. */
export function RemoveViewsDialog({ project, views, onClose }: RemoveViewsDialogProps) {
  const queryClient = useQueryClient();
  const remove = useMutation(
    api.views.remove.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.views.key() }),
      onError: (error) =>
        notify({ tone: "bad", title: "The view stays", description: apiFailure(error).message }),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Remove views"
      footer={<Button onClick={onClose}>Done</Button>}
    >
      {views.length === 0 ? (
        <p className="text-ink-muted">None is left.</p>
      ) : (
        <ul className="divide-y divide-line">
          {views.map(({ id, name, search, by, mine }) => (
            <li key={id} className="flex items-center gap-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{name}</span>
                <span className="block truncate text-ink-faint text-xs">
                  {searchWords(search) || "no filter"}
                  {mine ? "" : ` · by ${by}`}
                </span>
              </span>
              <IconButton
                label={`Remove ${name}`}
                icon={<Trash2 />}
                disabled={remove.isPending}
                onClick={() => remove.mutate({ project, view: id })}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
