"use client";

import { FolderTree, Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";

export function NoSubdomains({ editable, onAdd }: { editable: boolean; onAdd: () => void }) {
  useHotkeys({ n: onAdd }, { enabled: editable });
  return (
    <EmptyState
      icon={<FolderTree />}
      title="No sub-domains yet"
      action={
        editable ? (
          <Button variant="primary" icon={<Plus aria-hidden />} shortcut="n" onClick={onAdd}>
            Add the first one
          </Button>
        ) : null
      }
    >
      {editable
        ? "A sub-domain is a field that problems belong to, such as algebra or calculus, with finer ones below it. New problems are grown field by field. An import makes those that its file names; with five problems in each of two, the studio suggests the field of others."
        : "A sub-domain is a field that problems belong to, such as algebra or calculus. A curator or lead makes them, or an import that names them."}
    </EmptyState>
  );
}
