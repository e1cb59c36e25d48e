"use client";

import { useQuery } from "@tanstack/react-query";
import { Funnel } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { type Selection, selectionRule } from "#lib/selection/contract.ts";
import { ApplyRule } from "./apply-rule.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { previewQuery, selectionsQuery } from "./queries.ts";
import { RuleFields } from "./rule-fields.tsx";
import { FIRST_RULE, readRule } from "./rule-form.ts";
import { ruleSentence } from "./selection-words.ts";

const SETTLED_MS = 300;

/** Paths for rejection-sampling fine-tuning: the rule, what it would keep, and the selections made so far. */
export function SelectionsScreen({ project }: { project: string }) {
  const [form, setForm] = useState(FIRST_RULE);
  const { rule } = readRule(form);
  const settled = useSettled(rule, SETTLED_MS);
  const preview = useQuery({
    ...previewQuery(api, project, settled ?? selectionRule.parse({})),
    enabled: settled !== null,
  });
  const selections = useQuery(selectionsQuery(api, project)).data;
  return (
    <>
      <PageHeader
        title="Selection"
        description="The good paths of each problem that are most different from each other, for rejection-sampling fine-tuning."
        actions={
          <LinkButton href={`/projects/${project}/selection/models`}>Which models earn their cost</LinkButton>
        }
      />
      <PageBody width="wide">
        <div className="flex flex-col gap-4">
          <div className="grid items-start gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
            <Panel title="The rule" description={ruleSentence(rule ?? selectionRule.parse({}))}>
              <div className="flex flex-col gap-5">
                <RuleFields project={project} form={form} onChange={setForm} />
                <ApplyRule project={project} rule={rule} />
              </div>
            </Panel>
            <PreviewPanel query={preview} k={settled?.k ?? 0} />
          </div>
          <Panel title="Selections so far" flush>
            {selections && selections.length > 0 ? (
              <ul className="divide-y divide-line">
                {selections.map((selection) => (
                  <SelectionLine key={selection.id} project={project} selection={selection} />
                ))}
              </ul>
            ) : (
              <EmptyState icon={<Funnel />} title="None yet">
                Set the rule, look at what it would keep, give it a name and apply it. Paths stay as they are;
                a selection only says which of them are kept, and why the others aren't.
              </EmptyState>
            )}
          </Panel>
        </div>
      </PageBody>
    </>
  );
}

function SelectionLine({ project, selection }: { project: string; selection: Selection }) {
  const { id, name, counts, rule, by, createdAt } = selection;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2">
      <span className="min-w-44 flex-1">
        <TextLink href={`/projects/${project}/selection/${id}`}>{name}</TextLink>{" "}
        <span className="text-ink-faint text-xs">
          {by ?? "Somebody"}, <RelativeTime at={createdAt} />
        </span>
        <span className="block text-ink-muted text-xs">{ruleSentence(rule)}</span>
      </span>
      <span className="tabular-nums">
        {counts === null
          ? "running"
          : `${counts.kept.toLocaleString("en")} of ${counts.considered.toLocaleString("en")} paths kept`}
      </span>
    </li>
  );
}
