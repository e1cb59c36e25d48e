"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactNode, useId, useState } from "react";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { cx } from "./class-names.ts";
import { CodeInline } from "./code-inline.tsx";
import { backdropClass, dialogClass } from "./dialog.tsx";
import { Input } from "./input.tsx";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  danger?: boolean | undefined;
  /** The dialog stays open until this settles; a rejection is shown and leaves it open. */
  onConfirm: () => void | Promise<void>;
  /** For what can't be undone: the text that must be typed first. */
  typeToConfirm?: string | undefined;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Base.Root onOpenChange={(next) => props.onOpenChange(next)} open={props.open}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={cx(dialogClass, "max-w-md")}>
          <ConfirmForm {...props} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

// Its state starts afresh with each opening, because the popup unmounts when it closes.
function ConfirmForm(props: ConfirmDialogProps) {
  const { title, description, confirmLabel, danger, onConfirm, onOpenChange, typeToConfirm } = props;
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const inputId = useId();
  const ready = typeToConfirm === undefined || typed === typeToConfirm;

  const confirm = async () => {
    setPending(true);
    setFailure(null);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "That didn't work. Try again.");
    }
    setPending(false);
  };

  return (
    <form
      className="flex flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) void confirm();
      }}
    >
      <div className="flex flex-col gap-3 px-4 pt-4 pb-4">
        <Base.Title className="font-semibold text-base">{title}</Base.Title>
        <Base.Description className="text-ink-muted text-sm" render={<div />}>
          {description}
        </Base.Description>
        {typeToConfirm === undefined ? null : (
          <div className="flex flex-col gap-1.5">
            <label className="text-xs" htmlFor={inputId}>
              Type <CodeInline>{typeToConfirm}</CodeInline> to confirm
            </label>
            <Input
              autoComplete="off"
              id={inputId}
              onChange={(event) => setTyped(event.target.value)}
              value={typed}
            />
          </div>
        )}
        {failure === null ? null : <Callout tone="bad">{failure}</Callout>}
      </div>
      <div className="flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">
        <Base.Close render={<Button disabled={pending}>Cancel</Button>} />
        <Button disabled={!ready} pending={pending} type="submit" variant={danger ? "danger" : "primary"}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
