"use client";

import { useMutation } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { PathFilter } from "#lib/paths/contract.ts";
import { RunningButton } from "./running-button.tsx";
import { usePathsRun } from "./use-paths-run.ts";

const WORDS = { what: "Verifying", done: "The paths are verified" };

interface VerifyMenuProps {
  project: string;
  /** Which paths the table shows, and how many those are. */
  filter: PathFilter;
  count: number | undefined;
}

/** Starts verifying what the table's filter shows, as a run: runs its code and checks its arithmetic. */
export function VerifyMenu({ project, filter, count }: VerifyMenuProps) {
  const { id, run, callbacks } = usePathsRun(project, WORDS);
  const verify = useMutation(api.paths.verify.mutationOptions(callbacks));
  if (id !== null) return <RunningButton project={project} id={id} what={WORDS.what} run={run} />;
  const start = (again: boolean) => () => verify.mutate({ project, filter, again });
  const filtered = Object.keys(filter).length > 0;
  const which = count === undefined ? "The paths" : countWords(count, "path");
  const empty = count === 0;
  return (
    <Menu
      label="Verify paths"
      align="end"
      trigger={
        <Button
          icon={<ShieldCheck aria-hidden />}
          pending={verify.isPending}
          title="Runs the code of paths and checks their arithmetic"
        >
          Verify
        </Button>
      }
      entries={[
        { kind: "heading", label: filtered ? `${which} in this filter` : `${which}, no filter set` },
        { kind: "item", label: "Those not verified yet", disabled: empty, onSelect: start(false) },
        { kind: "item", label: "All of them again", disabled: empty, onSelect: start(true) },
      ]}
    />
  );
}

interface VerifyProblemProps {
  project: string;
  problem: number;
}

/** Starts verifying the paths of one problem, as far as they aren't verified yet. */
export function VerifyProblem({ project, problem }: VerifyProblemProps) {
  const { id, run, callbacks } = usePathsRun(project, WORDS);
  const verify = useMutation(api.paths.verify.mutationOptions(callbacks));
  if (id !== null) return <RunningButton project={project} id={id} what={WORDS.what} run={run} />;
  return (
    <Button
      icon={<ShieldCheck aria-hidden />}
      pending={verify.isPending}
      onClick={() => verify.mutate({ project, filter: { problem }, again: false })}
    >
      Verify this problem's paths
    </Button>
  );
}
