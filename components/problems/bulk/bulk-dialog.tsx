"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { useSettled } from "#components/ui/use-settled.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";
import { countWords } from "../count-words.ts";
import { Fold } from "../fold.tsx";
import { refreshProblems } from "../refresh-problems.ts";
import { BulkEdits } from "./bulk-edits.tsx";
import { BulkFields } from "./bulk-fields.tsx";
import { type BulkForm, changeOf, EMPTY_FORM } from "./bulk-form.ts";
import { Preview } from "./bulk-preview.tsx";
import { changeWords, filterWords } from "./bulk-words.ts";
import { bulkPreviewQuery } from "./queries.ts";
import { useUndoBulk } from "./use-undo-bulk.ts";

interface BulkDialogProps {
  project: string;
  filter: ProblemFilter;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const REST_MS = 350;

/** Changes everything that matches a filter: first what would happen, then the change, then the way back. */
export function BulkDialog({ project, filter, open, onOpenChange }: BulkDialogProps) {
  const queryClient = useQueryClient();
  const [form, setForm] = useState<BulkForm>(EMPTY_FORM);
  const change = changeOf(form);
  const settled = useSettled(change, REST_MS);
  const fresh = JSON.stringify(settled) === JSON.stringify(change);
  const preview = useQuery({
    ...bulkPreviewQuery(api, project, filter, settled ?? { remove: true }),
    enabled: open && settled !== null,
  });
  const known = change !== null && fresh && !preview.isFetching ? preview.data : undefined;
  const { undo } = useUndoBulk(project);
  const apply = useMutation(
    api.bulk.apply.mutationOptions({
      onSuccess: (edit) => {
        onOpenChange(false);
        setForm(EMPTY_FORM);
        notify({
          tone: "good",
          title: `${countWords(edit.changed, "problem")} changed`,
          description: changeWords(edit.change),
          action: { label: "Undo", onClick: () => undo(edit.id) },
          seconds: 20,
        });
      },
      // It may be that others changed problems since the preview: then there is another one to look at.
      onError: () => void preview.refetch(),
      onSettled: () => void refreshProblems(queryClient),
    }),
  );
  const ready = change !== null && known !== undefined && known.changing > 0;
  const send = () => {
    if (ready && !apply.isPending) apply.mutate({ project, filter, change, changing: known.changing });
  };
  useHotkeys({ "mod+enter": send }, { inDialog: true, enabled: open });
  const words = filterWords(filter);
  const label = form.remove ? "Put into the bin" : "Change";
  return (
    <Dialog
      description={words === "" ? "All problems of the project." : `Problems that match: ${words}.`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            disabled={!ready}
            onClick={send}
            pending={apply.isPending}
            shortcut="mod+enter"
            variant={form.remove ? "danger" : "primary"}
          >
            {ready ? `${label} ${countWords(known.changing, "problem")}` : label}
          </Button>
        </>
      }
      onOpenChange={onOpenChange}
      open={open}
      size="lg"
      title="Edit everything that matches"
    >
      <div className="flex flex-col gap-4">
        <BulkFields form={form} onChange={setForm} project={project} />
        <div aria-live="polite" className="min-h-12 rounded-md bg-sunken px-3 py-2">
          {change === null ? (
            <p className="text-ink-muted">Choose what to change; what would happen is shown here first.</p>
          ) : preview.isError && fresh ? (
            <p className="text-bad">{apiFailure(preview.error).message}</p>
          ) : known === undefined ? (
            <Spinner label="Counting what would change" />
          ) : (
            <Preview preview={known} remove={form.remove} />
          )}
        </div>
        {apply.isError ? <Callout tone="bad">{apiFailure(apply.error).message}</Callout> : null}
        <Fold title="Last edits" hint="with the way back">
          <BulkEdits project={project} />
        </Fold>
      </div>
    </Dialog>
  );
}
