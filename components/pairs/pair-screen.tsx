"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { TraceViewSwitch } from "#components/paths/trace-view.tsx";
import { Failure } from "#components/problems/failure.tsx";
import { Fold } from "#components/problems/fold.tsx";
import { MathLine } from "#components/problems/math-line.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { Pair } from "#lib/pairs/contract.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import { PairFacts } from "./pair-facts.tsx";
import { standingOutcome } from "./pair-roles.ts";
import { PairSide } from "./pair-side.tsx";
import { pairQuery } from "./queries.ts";

/** One pair as leads see it: nothing hidden. */
export function PairScreen({ project, id }: { project: string; id: number }) {
  const query = useQuery(pairQuery(api, project, id));
  const back = { href: `/projects/${project}/pairs`, label: "Pairs" };
  if (query.data) return <LoadedPair project={project} pair={query.data} back={back} />;
  return (
    <>
      <PageHeader title={`Pair ${id}`} back={back} />
      {query.isError ? (
        <Failure
          error={query.error}
          what="This pair"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <PageBody>
          <SkeletonLines lines={10} />
        </PageBody>
      )}
    </>
  );
}

interface LoadedPairProps {
  project: string;
  pair: Pair;
  back: { href: string; label: string };
}

function LoadedPair({ project, pair, back }: LoadedPairProps) {
  const { id, problemId, problemText, first, second } = pair;
  const outcome = standingOutcome(pair);
  const roleOf = (side: "first" | "second") => {
    if (outcome !== "first" && outcome !== "second") return null;
    return outcome === side ? "chosen" : "rejected";
  };
  return (
    <>
      <PageHeader
        title={`Pair ${id}`}
        back={back}
        meta={<OutcomeMark pair={pair} />}
        actions={
          <>
            <LinkButton size="sm" variant="ghost" href={`/projects/${project}/problems/${problemId}`}>
              To the problem
            </LinkButton>
            <TraceViewSwitch />
          </>
        }
      />
      <PageBody className="max-w-none">
        <div className="flex flex-col gap-4">
          <Fold title="Problem" hint={<MathLine text={problemText} />}>
            <MathText text={problemText} />
          </Fold>
          <PairFacts pair={pair} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <PairSide project={project} side={first} name="First" role={roleOf("first")} />
            <PairSide project={project} side={second} name="Second" role={roleOf("second")} />
          </div>
        </div>
      </PageBody>
    </>
  );
}
