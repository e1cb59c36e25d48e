import { useQuery } from "@tanstack/react-query";
import { Funnel } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Selection } from "#lib/selection/contract.ts";
import { selectionsQuery } from "./queries.ts";
import { countsText, coverageText, ruleSentence } from "./selection-words.ts";

/** The selections made so far, newest first. */
export function SelectionsList({ project }: { project: string }) {
  const query = useQuery(selectionsQuery(api, project));
  return (
    <Panel title="Selections so far" flush>
      {query.data === undefined ? (
        query.isError ? (
          <Failure
            error={query.error}
            what="The selections"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : (
          <div className="p-4">
            <SkeletonLines lines={3} />
          </div>
        )
      ) : query.data.length === 0 ? (
        <EmptyState icon={<Funnel />} title="None yet">
          Set the rule, look at what it would keep, give it a name and apply it. Paths stay as they are; a
          selection only says which of them are kept, and why the others aren't.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {query.data.map((selection) => (
            <SelectionLine key={selection.id} project={project} selection={selection} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function SelectionLine({ project, selection }: { project: string; selection: Selection }) {
  const { id, name, counts, rule, by, createdAt, ready, runId } = selection;
  const at = `/projects/${project}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-2.5">
      <div className="min-w-56 flex-1">
        <TextLink href={`${at}/selection/${id}`}>{name}</TextLink>{" "}
        <span className="text-ink-faint text-xs">
          {by ?? "Somebody"}, <RelativeTime at={createdAt} />
        </span>
        <p className="text-ink-muted text-xs [overflow-wrap:anywhere]">{ruleSentence(rule)}</p>
      </div>
      {counts && ready ? (
        <p className="text-right tabular-nums narrow:text-left">
          {countsText(counts)}
          <span className="block text-ink-faint text-xs">{coverageText(counts)}</span>
        </p>
      ) : (
        <span className="flex items-center gap-2">
          <Badge tone="warn">Not done</Badge>
          {runId === null ? null : <TextLink href={`${at}/runs/${runId}`}>Its run</TextLink>}
        </span>
      )}
    </li>
  );
}
