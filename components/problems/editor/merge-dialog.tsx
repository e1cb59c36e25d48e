"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { DraftFields, ProblemFields } from "#lib/problems/contract.ts";
import { fieldsOfDraft, fieldsOfProblem } from "./draft-fields.ts";
import { type Choices, fieldMerges, firstChoices, mergedFields, undecided } from "./field-merges.ts";
import { MergeField } from "./merge-field.tsx";
import type { Merging } from "./use-problem-editor.ts";

interface MergeDialogProps {
  merging: Merging;
  mine: DraftFields;
  onResolve: (fields: ProblemFields) => Promise<void>;
  onCancel: () => void;
}

/** Two people's changes to one problem, field by field. Nothing is taken from either without being seen. */
export function MergeDialog({ merging, mine, onResolve, onCancel }: MergeDialogProps) {
  const [written] = useState(() => fieldsOfDraft(mine));
  const theirs = fieldsOfProblem(merging.theirs);
  const [merges] = useState(() => fieldMerges(merging.base, written, theirs));
  const [choices, setChoices] = useState<Choices>(() => firstChoices(merges));
  const [pending, setPending] = useState(false);
  const open = undecided(merges, choices);
  const who = merging.by ?? "Someone";
  const take = async () => {
    if (open > 0 || pending) return;
    setPending(true);
    await onResolve(mergedFields(theirs, merges, choices));
  };
  useHotkeys({ "mod+s": () => void take(), "mod+enter": () => void take() }, { inDialog: true });
  return (
    <Dialog
      description={
        <>
          {who} saved version {merging.theirs.version} <RelativeTime at={merging.at} />. Choose what becomes
          of each field; where only one of you changed it, that is chosen already.
        </>
      }
      footer={
        <>
          {open > 0 ? (
            <span className="mr-auto self-center text-sm text-warn">
              {open === 1 ? "One field collides: choose." : `${open} fields collide: choose.`}
            </span>
          ) : null}
          <Button onClick={onCancel}>Go on writing</Button>
          <Button
            disabled={open > 0}
            onClick={() => void take()}
            pending={pending}
            shortcut="mod+s"
            variant="primary"
          >
            {merging.then === null ? "Take it over" : "Save this"}
          </Button>
        </>
      }
      onOpenChange={(next) => {
        if (!next) onCancel();
      }}
      open
      size="xl"
      title="This problem was changed meanwhile"
    >
      <div className="flex flex-col gap-4">
        {merges.length === 0 ? (
          <p className="text-ink-muted">Both versions say the same. Yours can be saved on top of it.</p>
        ) : null}
        {merges.map((merge) => (
          <MergeField
            choice={choices[merge.name] ?? null}
            key={merge.name}
            merge={merge}
            onChoose={(choice) => setChoices((before) => ({ ...before, [merge.name]: choice }))}
            who={who}
          />
        ))}
      </div>
    </Dialog>
  );
}
