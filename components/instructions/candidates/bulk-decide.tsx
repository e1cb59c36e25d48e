"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck, ListX } from "lucide-react";
import { useState } from "react";
import { api, client } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { refreshProblems } from "#components/problems/refresh-problems.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { notify } from "#components/ui/notify.tsx";
import type { CandidateFilter, CandidateState } from "#lib/instructions/contract.ts";
import { STATE_LABEL } from "./candidate-words.ts";
import { changingQuery } from "./queries.ts";

interface BulkDecideProps {
  project: string;
  filter: CandidateFilter;
  /** Candidates that match; unknown before the first page. */
  total: number | undefined;
}

/** Accepts or drops all that match the filter, after saying how many those are. */
export function BulkDecide({ project, filter, total }: BulkDecideProps) {
  const [state, setState] = useState<CandidateState | null>(null);
  return (
    <>
      <Menu
        align="end"
        label="Decide on all that match"
        trigger={
          <Button size="sm" variant="ghost" disabled={!total}>
            All that match
          </Button>
        }
        entries={[
          { kind: "item", label: "Accept all…", icon: <CheckCheck />, onSelect: () => setState("accepted") },
          { kind: "item", label: "Drop all…", icon: <ListX />, onSelect: () => setState("dropped") },
        ]}
      />
      {state === null ? null : (
        <ConfirmBulk project={project} filter={filter} state={state} onClose={() => setState(null)} />
      )}
    </>
  );
}

interface ConfirmBulkProps {
  project: string;
  filter: CandidateFilter;
  state: CandidateState;
  onClose: () => void;
}

function ConfirmBulk({ project, filter, state, onClose }: ConfirmBulkProps) {
  const queryClient = useQueryClient();
  const query = useQuery(changingQuery(api, project, filter, state));
  const count = filter.state === state ? 0 : query.data;
  const verb = state === "accepted" ? "Accept" : "Drop";
  const confirm = async () => {
    if (!count) return;
    const { changed } = await client.candidates.decideAll({ project, filter, state, changing: count });
    notify({
      tone: "good",
      title: `${countWords(changed, "candidate")} ${STATE_LABEL[state].toLowerCase()}`,
    });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.candidates.key() }),
      refreshProblems(queryClient),
    ]);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`${verb} ${count === undefined ? "all that match" : countWords(count, "candidate")}?`}
      description={bulkWords(state, count)}
      confirmLabel={count ? `${verb} ${count.toLocaleString("en")}` : "Close"}
      danger={state === "dropped" && Boolean(count)}
      onConfirm={confirm}
    />
  );
}

/** What a decision on all that match will do. */
function bulkWords(state: CandidateState, count: number | undefined): string {
  if (count === undefined) return "Counting those that would change…";
  if (count === 0)
    return `All that match are ${STATE_LABEL[state].toLowerCase()} already: nothing would change.`;
  return state === "accepted"
    ? "Each becomes an instruction, a problem of this project, save those whose text is a problem already. What the filter said of them counts no more."
    : "Their instructions go into the bin with their paths and pairs; accepting a candidate again brings its own back.";
}
