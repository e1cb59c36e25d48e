import { useMutation, useQuery } from "@tanstack/react-query";
import { Medal } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { modelsQuery } from "#components/models/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";
import { typedNumber } from "#components/ui/typed-number.ts";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import type { ScoreSubject } from "#lib/scoring/contract.ts";
import { EstimateLine } from "./estimate-line.tsx";
import { SUBJECTS } from "./scorer-words.ts";
import { useStartRun } from "./use-start-run.ts";

const rewarders = (models: ModelEndpoint[]) => models.filter(({ uses }) => uses.includes("reward"));

/** Lets a reward model value each path as the answer to its problem, or each problem with its reference. */
export function RewardPanel({ project }: { project: string }) {
  const models = useQuery({ ...modelsQuery(api, project), select: rewarders }).data;
  const [model, setModel] = useState<string | null>(null);
  const [subject, setSubject] = useState<ScoreSubject>("paths");
  const [counts, setCounts] = useState("");
  const [typedBudget, setBudget] = useState("");
  const start = useMutation(api.scoringRuns.reward.mutationOptions(useStartRun(project)));
  const chosen = model ?? (models?.[0] ? String(models[0].id) : null);
  const budget = typedNumber(typedBudget, { min: 0, max: 1e9, whole: false, optional: true });
  const run = {
    title: subject === "paths" ? "Reward" : "Reward of problems",
    subject,
    counts: counts.trim() === "" ? null : counts.trim(),
    budget: budget.value,
  };
  if (models?.length === 0) {
    return (
      <Panel title="Reward by a model">
        <div className="flex flex-col items-start gap-4">
          <p className="text-ink-muted">
            A reward model gives each answer one number, which orders the paths of one problem. Add one on the
            page Models that speaks to vLLM's or TEI's classification.
          </p>
          <LinkButton href={`/projects/${project}/models`}>Models</LinkButton>
        </div>
      </Panel>
    );
  }
  return (
    <Panel
      title="Reward by a model"
      description="A reward model gives each answer one number. It orders the paths of one problem, and is comparable only within it."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === null || budget.error !== null) return;
          start.mutate({ project, model: Number(chosen), ...run });
        }}
      >
        <Segmented label="What is valued" value={subject} options={[...SUBJECTS]} onChange={setSubject} />
        <div className="grid grid-cols-2 gap-3 md:grid-cols-3">
          <Field label="Reward model">
            <Select
              value={chosen}
              options={(models ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={setModel}
            />
          </Field>
          <Field label="Class that counts" optional hint="Where it gives several: a name, or a place from 0">
            <Input value={counts} maxLength={200} onChange={(event) => setCounts(event.target.value)} />
          </Field>
          <NumberInput
            label="Reward budget in dollars"
            placeholder="none"
            value={typedBudget}
            error={budget.error}
            onChange={setBudget}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            icon={<Medal />}
            disabled={chosen === null || budget.error !== null}
            pending={start.isPending}
          >
            Start the reward
          </Button>
          {chosen === null ? null : (
            <EstimateLine
              project={project}
              model={Number(chosen)}
              run={{ kind: "reward", filter: {}, problems: {}, ...run }}
            />
          )}
        </div>
      </form>
    </Panel>
  );
}
