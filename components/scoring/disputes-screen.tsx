"use client";

import { useQuery } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { Scorer } from "#lib/scoring/contract/scorers.ts";
import { OrderDisputes } from "./order-disputes.tsx";
import { scorersQuery } from "./queries.ts";
import { VerdictDisputes } from "./verdict-disputes.tsx";

const TABS = [
  { value: "verdict", label: "Verdict against critique" },
  { value: "order", label: "Reward against critique" },
] as const;

const options = (scorers: readonly Scorer[]) => scorers.map(({ name }) => ({ value: name, label: name }));

/** Where scorers disagree with verdicts or with each other: what a person has to look at. */
export function DisputesScreen({ project }: { project: string }) {
  const scorers = useQuery(scorersQuery(api, project)).data;
  const [chosen, setChosen] = useQueryStates({
    tab: parseAsStringLiteral(["verdict", "order"]).withDefault("verdict"),
    critique: parseAsString,
    reward: parseAsString,
  });
  const scored = scorers?.filter(({ paths }) => paths > 0) ?? [];
  const critiques = scored.filter(({ kind, source }) => kind === "critique" && source !== "person");
  const rewards = scored.filter(({ kind }) => kind === "reward");
  const critique = chosen.critique ?? critiques[0]?.name ?? null;
  const reward = chosen.reward ?? rewards[0]?.name ?? null;
  const isOrder = chosen.tab === "order";
  return (
    <>
      <PageHeader
        title="Disputes"
        back={{ href: `/projects/${project}/scoring`, label: "Scoring" }}
        description="Where scorers disagree with verdicts, or with each other, a person has to look."
        actions={
          <Segmented
            label="What disagrees"
            value={chosen.tab}
            options={[...TABS]}
            onChange={(tab) => void setChosen({ tab })}
          />
        }
      />
      <PageBody width="wide">
        {scorers === undefined ? (
          <SkeletonLines lines={6} />
        ) : critique === null || (isOrder && reward === null) ? (
          <EmptyState icon={<Gauge />} title="It takes scores first">
            {isOrder
              ? "A reward and a critique of the same paths: train both on the page Scoring."
              : "A critique of checked paths: train one on the page Scoring."}
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-4">
            <div className="flex flex-wrap gap-3">
              {isOrder && reward !== null ? (
                <div className="w-60">
                  <Select
                    label="Reward"
                    value={reward}
                    options={options(rewards)}
                    onChange={(name) => void setChosen({ reward: name })}
                  />
                </div>
              ) : null}
              <div className="w-60">
                <Select
                  label="Critique"
                  value={critique}
                  options={options(critiques)}
                  onChange={(name) => void setChosen({ critique: name })}
                />
              </div>
            </div>
            {isOrder && reward !== null ? (
              <OrderDisputes
                key={`${reward} ${critique}`}
                project={project}
                reward={reward}
                critique={critique}
              />
            ) : (
              <VerdictDisputes key={critique} project={project} critique={critique} />
            )}
          </div>
        )}
      </PageBody>
    </>
  );
}
