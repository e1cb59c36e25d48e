import { useMutation, useQuery } from "@tanstack/react-query";
import { MessageSquareQuote } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { modelsQuery } from "#components/models/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
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

const critics = (models: ModelEndpoint[]) => models.filter(({ uses }) => uses.includes("critique"));

/** Lets a model grade paths, or problems, from 1 to 10 with a rubric. */
export function CritiquePanel({ project }: { project: string }) {
  const models = useQuery({ ...modelsQuery(api, project), select: critics }).data;
  const [model, setModel] = useState<string | null>(null);
  const [subject, setSubject] = useState<ScoreSubject>("paths");
  const [repeats, setRepeats] = useState("1");
  const [budget, setBudget] = useState("");
  const [showReference, setShowReference] = useState(false);
  const start = useMutation(api.scoringRuns.critique.mutationOptions(useStartRun(project)));
  const chosen = model ?? (models?.[0] ? String(models[0].id) : null);
  const read = {
    repeats: typedNumber(repeats, { min: 1, max: 16 }),
    budget: typedNumber(budget, { min: 0, max: 1e9, whole: false, optional: true }),
  };
  const run = {
    subject,
    title: subject === "paths" ? "Critique" : "Critique of problems",
    repeats: read.repeats.value ?? 1,
    budget: read.budget.value,
    showReference,
  };
  if (models?.length === 0) {
    return (
      <Panel title="Critique by a model">
        <div className="flex flex-col items-start gap-4">
          <p className="text-ink-muted">
            A model with a rubric grades from 1 to 10, names the first wrong step, and says why. Add one on
            the page Models, for the use “critique”.
          </p>
          <LinkButton href={`/projects/${project}/models`}>Models</LinkButton>
        </div>
      </Panel>
    );
  }
  return (
    <Panel
      title="Critique by a model"
      description="A model with a rubric grades from 1 to 10, names the first wrong step, and says why."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === null || read.repeats.value === null || read.budget.error !== null) return;
          start.mutate({ project, model: Number(chosen), ...run });
        }}
      >
        <Segmented label="What is graded" value={subject} options={[...SUBJECTS]} onChange={setSubject} />
        <div className="grid grid-cols-2 gap-3 md:grid-cols-3">
          <Field label="Critic">
            <Select
              value={chosen}
              options={(models ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={setModel}
            />
          </Field>
          <NumberInput
            label="Times each is graded"
            hint="The mean counts"
            value={repeats}
            error={read.repeats.error}
            onChange={setRepeats}
          />
          <NumberInput
            label="Critique budget in dollars"
            placeholder="none"
            value={budget}
            error={read.budget.error}
            onChange={setBudget}
          />
        </div>
        {subject === "paths" ? (
          <Checkbox
            label="Show it the reference answer"
            hint="Then it mostly repeats the verdict"
            checked={showReference}
            onChange={setShowReference}
          />
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            icon={<MessageSquareQuote />}
            disabled={chosen === null || read.repeats.error !== null || read.budget.error !== null}
            pending={start.isPending}
          >
            Start the critique
          </Button>
          <LinkButton href={`/projects/${project}/scoring/prompts`}>Prompts</LinkButton>
          {chosen === null ? null : (
            <EstimateLine
              project={project}
              model={Number(chosen)}
              run={{ kind: "critique", filter: {}, problems: {}, temperature: null, seed: 1, ...run }}
            />
          )}
        </div>
      </form>
    </Panel>
  );
}
