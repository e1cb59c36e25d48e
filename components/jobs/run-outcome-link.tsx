import { Funnel, Gauge, Route, SquareCheckBig } from "lucide-react";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Run } from "#lib/jobs/contract.ts";
import { GROWING } from "./run-words.ts";

/** Where what a run made is to be looked at. */
export function RunOutcomeLink({ project, run }: { project: string; run: Run }) {
  const at = `/projects/${project}`;
  const { scorerId, scorer, selectionId } = run.parameters;
  const scoring = scorerId ?? scorer;
  if (GROWING.has(run.kind)) {
    return (
      <LinkButton icon={<SquareCheckBig />} href={`${at}/candidates?run=${run.id}`}>
        Candidates
      </LinkButton>
    );
  }
  if (run.kind === "sample") {
    return (
      <LinkButton icon={<Route />} href={`${at}/paths?run=${run.id}`}>
        Its paths
      </LinkButton>
    );
  }
  if (typeof selectionId === "number") {
    return (
      <LinkButton icon={<Funnel />} href={`${at}/selection/${selectionId}`}>
        The selection
      </LinkButton>
    );
  }
  if (typeof scoring === "number") {
    return (
      <LinkButton icon={<Gauge />} href={`${at}/scoring/${scoring}`}>
        The scorer
      </LinkButton>
    );
  }
  return null;
}
