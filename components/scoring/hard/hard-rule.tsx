import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { notify } from "#components/ui/notify.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { HardRule as Rule } from "#lib/scoring/contract.ts";
import { critiquesQuery, hardPreviewQuery, hardQuery } from "./queries.ts";
import { formOfRule, readRule, ruleWords, sameRule } from "./rule-form.ts";

const NO_CRITIQUE = { value: "", label: "None: verdicts alone" };
const SETTLED_MS = 250;

/** The rule for hard samples: a lead changes it, and sees before saving what it would find. */
export function HardRule({ project, rule, editable }: { project: string; rule: Rule; editable: boolean }) {
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOfRule(rule));
  const scorers = useQuery(critiquesQuery(api, project)).data ?? [];
  const read = readRule(form);
  const changed = read.rule !== null && !sameRule(read.rule, rule);
  const wanted = useSettled(read.rule ?? rule, SETTLED_MS);
  const preview = useQuery({ ...hardPreviewQuery(api, project, wanted), enabled: editable && changed });
  const save = useMutation(
    api.hard.setRule.mutationOptions({
      onSuccess: async (summary) => {
        queryClient.setQueryData(hardQuery(api, project).queryKey, summary);
        notify({ tone: "good", title: `${countWords(summary.hard, "hard sample")} by the new rule` });
        await queryClient.invalidateQueries();
      },
      onError: (error) =>
        notify({ tone: "bad", title: "The rule wasn't saved", description: apiFailure(error).message }),
    }),
  );
  if (!editable) {
    return (
      <Panel title="The rule">
        <p>{ruleWords(rule)}</p>
      </Panel>
    );
  }
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const named = form.scorer === "" || scorers.some(({ name }) => name === form.scorer);
  const options = [
    NO_CRITIQUE,
    ...(named ? [] : [{ value: form.scorer, label: form.scorer }]),
    ...scorers.map(({ name }) => ({ value: name, label: name })),
  ];
  return (
    <Panel title="The rule" description={ruleWords(read.rule ?? rule)}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed && read.rule !== null && !save.isPending) save.mutate({ project, rule: read.rule });
        }}
      >
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <NumberInput
            label="Failing samples, %"
            value={form.share}
            error={read.errors.share}
            onChange={(share) => change({ share })}
          />
          <NumberInput
            label="Samples, at least"
            value={form.least}
            error={read.errors.least}
            onChange={(least) => change({ least })}
          />
          <Field label="Critique that counts too">
            <Select
              placeholder={NO_CRITIQUE.label}
              value={form.scorer}
              options={options}
              onChange={(scorer) => change({ scorer })}
            />
          </Field>
          <NumberInput
            label="Fails with at most"
            value={form.critiqueAtMost}
            error={read.errors.critiqueAtMost}
            onChange={(critiqueAtMost) => change({ critiqueAtMost })}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" disabled={!changed} pending={save.isPending}>
            Save the rule
          </Button>
          <span role="status" className="text-ink-muted tabular-nums">
            {changed && preview.data
              ? `Would find ${countWords(preview.data.hard, "hard sample")} among ${preview.data.judged.toLocaleString("en")}.`
              : ""}
          </span>
        </div>
      </form>
    </Panel>
  );
}
