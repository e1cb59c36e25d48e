"use client";

import { PencilLine } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { COUNT_LIMIT } from "#lib/api/operation.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";
import { BulkDialog } from "./bulk-dialog.tsx";

interface BulkButtonProps {
  project: string;
  filter: ProblemFilter;
  /** How many match; undefined before it is known. */
  count: number | undefined;
}

/** Opens the bulk edit of everything that the table's filter lets through. */
export function BulkButton({ project, filter, count }: BulkButtonProps) {
  const [open, setOpen] = useState(false);
  useHotkeys({ "shift+e": () => setOpen(true) }, { enabled: count !== undefined && count > 0 });
  if (count === undefined || count === 0) return null;
  const many = `${count.toLocaleString("en")}${count >= COUNT_LIMIT ? "+" : ""}`;
  return (
    <>
      <Button
        icon={<PencilLine aria-hidden />}
        onClick={() => setOpen(true)}
        size="sm"
        title="Shift+E"
        variant="ghost"
      >
        Edit all {many}…
      </Button>
      <BulkDialog filter={filter} onOpenChange={setOpen} open={open} project={project} />
    </>
  );
}
