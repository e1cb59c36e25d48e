import { Sprout } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** A project whose seeds haven't been grown yet. */
export function NoCandidates({ project }: { project: string }) {
  return (
    <EmptyState
      icon={<Sprout />}
      title="No candidates yet"
      action={
        <LinkButton variant="primary" href={`/projects/${project}/grow`} icon={<Sprout aria-hidden />}>
          Grow the seeds
        </LinkButton>
      }
    >
      A candidate is a new problem that a run made from seeds: by a model, or by giving a seed other numbers.
      The filter drops those that are too like what is there; all stay here with the reason, and you have the
      last word.
    </EmptyState>
  );
}
