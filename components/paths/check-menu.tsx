"use client";

import { useMutation } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { RunningButton } from "./running-button.tsx";
import { usePathsRun } from "./use-paths-run.ts";

/** Starts the checking of paths, as a run, and shows how far it is. `unchecked`: how many paths have no verdict. */
export function CheckMenu({ project, unchecked }: { project: string; unchecked: number | undefined }) {
  const { id, run, callbacks } = usePathsRun(project, { what: "Checking", done: "The paths are checked" });
  const check = useMutation(api.paths.check.mutationOptions(callbacks));
  if (id !== null) return <RunningButton project={project} id={id} what="Checking" run={run} />;
  return (
    <Menu
      label="Check paths"
      align="end"
      trigger={
        <Button icon={<ListChecks aria-hidden />} pending={check.isPending}>
          Check
        </Button>
      }
      entries={[
        {
          kind: "item",
          label: unchecked === undefined ? "Unchecked paths" : `Unchecked: ${countWords(unchecked, "path")}`,
          disabled: unchecked === 0,
          onSelect: () => check.mutate({ project, scope: "unchecked" }),
        },
        { kind: "item", label: "All paths again", onSelect: () => check.mutate({ project, scope: "all" }) },
      ]}
    />
  );
}
