"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

interface NoteDialogProps {
  open: boolean;
  onClose: () => void;
  onSave: (text: string) => void;
}

/** Asks what there is to say of the stretch that was selected. */
export function NoteDialog({ open, onClose, onSave }: NoteDialogProps) {
  const [text, setText] = useState("");
  const save = () => {
    if (text.trim() === "") return;
    onSave(text.trim());
    setText("");
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title="Note on the selection"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={text.trim() === ""} onClick={save}>
            Keep the note
          </Button>
        </>
      }
    >
      <Textarea
        aria-label="Note"
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
