"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Neighbours } from "#components/problems/neighbours.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { CandidateView } from "./candidate-view.tsx";
import { candidateQuery } from "./queries.ts";
import { useAhead } from "./use-ahead.ts";
import { useDecisions } from "./use-decisions.ts";

/** One candidate on a page of its own, with those before and after it in the project. */
export function CandidateScreen({ project, id }: { project: string; id: number }) {
  const { data } = useQuery(candidateQuery(api, project, id));
  const { decide, undo, canUndo } = useDecisions(project);
  const [turn, setTurn] = useState(0);
  const at = `/projects/${project}/candidates`;
  const href = (to: number | null | undefined) => (to === null || to === undefined ? null : `${at}/${to}`);
  useAhead(project, [data?.nextId, data?.previousId]);
  useHotkeys({
    a: () => data && decide(data, "accepted"),
    x: () => data && decide(data, "dropped"),
    u: () => void undo(),
    n: () => setTurn((now) => now + 1),
  });
  return (
    <>
      <PageHeader
        title={`Candidate ${id}`}
        back={{ href: at, label: "Candidates" }}
        meta={data?.subdomain ? <Badge>{data.subdomain}</Badge> : null}
        actions={<Neighbours what="candidate" previous={href(data?.previousId)} next={href(data?.nextId)} />}
      />
      <PageBody>
        <CandidateView
          project={project}
          id={id}
          row={undefined}
          turn={turn}
          onTurn={() => setTurn((now) => now + 1)}
          onDecide={decide}
          onUndo={canUndo ? () => void undo() : null}
        />
      </PageBody>
    </>
  );
}
