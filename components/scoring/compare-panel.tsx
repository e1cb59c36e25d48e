import { useMutation, useQuery } from "@tanstack/react-query";
import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { modelsQuery } from "#components/models/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { typedNumber } from "#components/ui/typed-number.ts";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import { EstimateLine } from "./estimate-line.tsx";
import { useStartRun } from "./use-start-run.ts";

const judges = (models: ModelEndpoint[]) => models.filter(({ uses }) => uses.includes("judge"));

/** Lets a model compare the paths of each problem, every pair in both orders. */
export function ComparePanel({ project }: { project: string }) {
  const models = useQuery({ ...modelsQuery(api, project), select: judges }).data;
  const [model, setModel] = useState<string | null>(null);
  const [pairs, setPairs] = useState("15");
  const [budget, setBudget] = useState("");
  const start = useMutation(api.scoringRuns.compare.mutationOptions(useStartRun(project)));
  const chosen = model ?? (models?.[0] ? String(models[0].id) : null);
  const perProblem = typedNumber(pairs, { min: 1, max: 1000 });
  const limit = typedNumber(budget, { min: 0, max: 1e9, whole: false, optional: true });
  const none = models?.length === 0;
  return (
    <Panel
      title="Comparison by a model"
      description="A model says which of two paths is better, each pair in both orders; an answer that flips with the sides counts as a tie and is marked. Comparable only within a problem."
    >
      {none ? (
        <div className="flex flex-col items-start gap-4">
          <p className="text-ink-muted">Add a model on the page Models, for the use “judge”.</p>
          <LinkButton href={`/projects/${project}/models`}>Models</LinkButton>
        </div>
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen === null || perProblem.value === null || limit.error !== null) return;
            start.mutate({
              project,
              model: Number(chosen),
              perProblem: perProblem.value,
              budget: limit.value,
            });
          }}
        >
          <div className="grid grid-cols-2 gap-3 md:grid-cols-3">
            <Field label="Judge">
              <Select
                value={chosen}
                options={(models ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
                onChange={setModel}
              />
            </Field>
            <NumberInput
              label="Pairs of each problem"
              hint="Two calls each"
              value={pairs}
              error={perProblem.error}
              onChange={setPairs}
            />
            <NumberInput
              label="Judge budget in dollars"
              placeholder="none"
              value={budget}
              error={limit.error}
              onChange={setBudget}
            />
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              icon={<GitCompareArrows />}
              disabled={chosen === null || perProblem.value === null || limit.error !== null}
              pending={start.isPending}
            >
              Start comparing
            </Button>
            {chosen === null || perProblem.value === null ? null : (
              <EstimateLine
                project={project}
                model={Number(chosen)}
                run={{
                  kind: "compare",
                  title: "Comparison",
                  filter: {},
                  temperature: null,
                  seed: 1,
                  perProblem: perProblem.value,
                  budget: limit.value,
                }}
              />
            )}
          </div>
        </form>
      )}
    </Panel>
  );
}
