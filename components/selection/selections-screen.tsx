"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ApplyRule } from "./apply-rule.tsx";
import { previewNumbers } from "./preview-numbers.ts";
import { PreviewPanel } from "./preview-panel.tsx";
import { previewQuery } from "./queries.ts";
import { RuleFields } from "./rule-fields.tsx";
import { readRule, ruleParams, withRuleForm } from "./rule-form.ts";
import { ruleSentence } from "./selection-words.ts";
import { SelectionsList } from "./selections-list.tsx";
import { useSettledRule } from "./use-settled-rule.ts";

/** Paths for rejection-sampling fine-tuning: the rule, what it would keep, and the selections made so far. */
export function SelectionsScreen({ project }: { project: string }) {
  const role = useQuery(projectQuery(api, project)).data?.role;
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
        {role !== undefined && role !== "lead" ? (
          <Callout tone="warn" title="Only leads select">
            What is kept goes into training. Ask a lead of this project.
          </Callout>
        ) : (
          <div className="flex flex-col gap-4">
            <RuleAndPreview project={project} />
            <SelectionsList project={project} />
          </div>
        )}
      </PageBody>
    </>
  );
}

/** The rule is the URL's, so that it can be handed on. */
function RuleAndPreview({ project }: { project: string }) {
  const [form, setForm] = useQueryStates(ruleParams);
  const { rule } = readRule(form);
  const settled = useSettledRule(rule);
  const preview = useQuery(previewQuery(api, project, settled));
  const isOfRule =
    preview.data && !preview.isPlaceholderData && JSON.stringify(rule) === JSON.stringify(settled);
  const asUsual = withRuleForm("", form) === "";
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <Panel
        title="The rule"
        description={ruleSentence(rule ?? settled)}
        actions={
          asUsual ? null : (
            <Button size="sm" variant="ghost" onClick={() => void setForm(null)}>
              As usual
            </Button>
          )
        }
      >
        <div className="flex flex-col gap-5">
          <RuleFields project={project} form={form} onChange={(part) => void setForm(part)} />
          <ApplyRule
            project={project}
            rule={rule}
            numbers={preview.data && isOfRule ? previewNumbers(preview.data, settled.k) : null}
          />
        </div>
      </Panel>
      <PreviewPanel query={preview} rule={settled} />
    </div>
  );
}
