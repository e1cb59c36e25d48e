"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";

interface PlaceDialogProps {
  title: string;
  description: ReactNode;
  label: string;
  /** The option that is chosen at first. */
  first: string;
  options: readonly { value: string; label: string; hint?: string | undefined }[];
  confirmLabel: string;
  danger?: boolean | undefined;
  /** Closes where it resolves; a rejection is shown. */
  onConfirm: (value: string) => Promise<void>;
  onClose: () => void;
}

/** Asks for a place in the tree, and does something with it. */
export function PlaceDialog(props: PlaceDialogProps) {
  const { title, description, label, options, confirmLabel, danger, onConfirm, onClose } = props;
  const form = useId();
  const [value, setValue] = useState<string | null>(props.first);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (value === null || pending) return;
    setPending(true);
    setFailure(null);
    try {
      await onConfirm(value);
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "That didn't work. Try again.");
      setPending(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose} disabled={pending}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            variant={danger ? "danger" : "primary"}
            pending={pending}
            disabled={value === null}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <Field label={label}>
          <Combobox value={value} onChange={setValue} options={options} />
        </Field>
        {failure === null ? null : <Callout tone="bad">{failure}</Callout>}
      </form>
    </Dialog>
  );
}
