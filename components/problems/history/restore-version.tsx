"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "#components/api/api.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { problemQuery } from "../queries.ts";
import { refreshProblems } from "../refresh-problems.ts";

interface RestoreVersionProps {
  project: string;
  problem: Problem;
  /** The version that is to be restored. */
  version: number;
  onRestored: (version: number) => void;
}

/** Makes a problem what it was in an earlier version, once that was confirmed. */
export function RestoreVersion({ project, problem, version, onRestored }: RestoreVersionProps) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  useHotkeys({ r: () => setAsking(true) });
  const restore = async () => {
    const input = { project, problem: problem.id, restored: version, version: problem.version };
    const restored = await client.history.restore(input);
    queryClient.setQueryData(problemQuery(api, project, problem.id).queryKey, restored);
    notify({ tone: "good", title: `Version ${version} is back, as version ${restored.version}` });
    await refreshProblems(queryClient);
    onRestored(restored.version);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)} shortcut="r" size="sm">
        Restore version {version}
      </Button>
      <ConfirmDialog
        confirmLabel={`Restore version ${version}`}
        description="It becomes a new version. The versions in between stay in the history, so this can be taken back."
        onConfirm={restore}
        onOpenChange={setAsking}
        open={asking}
        title={`Make problem ${problem.id} what it was in version ${version}?`}
      />
    </>
  );
}
