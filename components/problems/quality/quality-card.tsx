"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Callout } from "#components/ui/callout.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import { describeAnswer } from "#lib/answers/describe.ts";
import type { Problem, Quality } from "#lib/problems/contract.ts";
import { countWords } from "../count-words.ts";
import { Failure } from "../failure.tsx";
import { qualityFacts } from "./facts.ts";
import { NearList } from "./near-list.tsx";
import { qualityQuery } from "./queries.ts";

/** What speaks for and against a problem as a seed. It comes after the page, to a place with nothing below it. */
export function QualityCard({ project, problem }: { project: string; problem: Problem }) {
  const query = useQuery(qualityQuery(api, project, problem.id));
  const { data } = query;
  return (
    <Panel title="Quality">
      {data ? (
        <Facts project={project} problem={problem} quality={data} />
      ) : query.isError ? (
        <Failure
          error={query.error}
          what="The quality card"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Panel>
  );
}

function Facts({ project, problem, quality }: { project: string; problem: Problem; quality: Quality }) {
  const { contamination, nearest, compared, exact } = quality;
  const facts = qualityFacts(
    quality,
    problem.paths,
    problem.answer === null ? null : describeAnswer(problem.answer),
  );
  const others = countWords(compared, "other problem");
  return (
    <div className="flex flex-col gap-3">
      {contamination ? (
        <Callout tone="warn" title={`Near a problem of the ${contamination.split} split`}>
          <TextLink href={`/projects/${project}/problems/${contamination.id}`}>
            {`Problem ${contamination.id}`}
          </TextLink>{" "}
          has a ROUGE-L of {contamination.score.toFixed(2)} with this one. A model that trains on one and is
          tested on the other is not tested. Move one of them to the other split, or put it into the bin.
        </Callout>
      ) : null}
      <ul className="flex flex-col gap-1">
        {facts.map(({ tone, words }) => (
          <li key={words} className="flex items-baseline gap-2">
            <ToneDot
              tone={tone}
              label={words}
              showLabel
              className="min-w-0 items-start [&>span]:whitespace-normal [&_svg]:mt-0.5"
            />
          </li>
        ))}
      </ul>
      <section aria-label="Nearest problems">
        <h3 className="font-medium text-xs">Nearest problems</h3>
        {nearest.length === 0 ? (
          <p className="text-ink-muted">{`None of ${others} reaches a ROUGE-L of 0.30.`}</p>
        ) : (
          <NearList project={project} text={problem.text} near={nearest} />
        )}
        <p className="mt-1 text-ink-faint text-xs">
          {exact ? `Compared with ${others}.` : `Compared with the likeliest of a large project: ${others}.`}
        </p>
      </section>
    </div>
  );
}
