import { useMutation, useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Fold } from "#components/problems/fold.tsx";
import { problemFacetsQuery } from "#components/problems/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { notify } from "#components/ui/notify.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Gates, Thresholds } from "#lib/instructions/contract.ts";
import { FilterFields } from "./filter-fields.tsx";
import { filterForm, readFilter } from "./filter-form.ts";
import { FIRST_INSTRUCT_FORM, type InstructForm, type NumberField, readInstruct } from "./instruct-form.ts";
import { InstructObstacle } from "./instruct-obstacle.tsx";
import { generatorsQuery } from "./queries.ts";

interface StartInstructProps {
  project: string;
  defaults: { seeds: number; thresholds: Thresholds; gates: Gates };
}

/** Starts a Self-Instruct run: a model is shown seeds and asked for new problems. */
export function StartInstruct({ project, defaults }: StartInstructProps) {
  const router = useRouter();
  const models = useQuery(generatorsQuery(api, project));
  const facets = useQuery(problemFacetsQuery(api, project));
  const [typed, setTyped] = useState<InstructForm>(FIRST_INSTRUCT_FORM);
  const [filter, setFilter] = useState(() => filterForm(defaults.thresholds, defaults.gates));
  const start = useMutation(
    api.growing.instruct.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
    }),
  );
  const options = (models.data ?? []).map(({ id, name, model }) => ({
    value: String(id),
    label: name,
    hint: model,
  }));
  const form = { ...typed, model: typed.model ?? options[0]?.value ?? null };
  const { value, errors } = readInstruct(form, filter);
  const number = (name: NumberField, label: string, hint?: string, placeholder?: string) => (
    <NumberInput
      label={label}
      hint={hint}
      placeholder={placeholder}
      value={form[name]}
      error={errors[name] ?? null}
      onChange={(text) => setTyped({ ...typed, [name]: text })}
    />
  );
  const obstacle = models.data?.length === 0 ? "model" : defaults.seeds === 0 ? "seed" : null;
  return (
    <Panel
      title="Self-Instruct"
      description="A model is shown a few seeds and accepted instructions, and writes new problems and their solutions."
    >
      {obstacle ? (
        <InstructObstacle project={project} lacks={obstacle} />
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (value && !start.isPending) start.mutate({ project, ...value });
          }}
        >
          <div className="grid grid-cols-2 gap-3">
            <Field label="Model that writes">
              <Select
                value={form.model}
                options={options}
                onChange={(model) => setTyped({ ...typed, model })}
              />
            </Field>
            <Field label="Model that solves">
              <Select
                value={form.solver ?? "same"}
                options={[{ value: "same", label: "The same" }, ...options]}
                onChange={(solver) => setTyped({ ...typed, solver: solver === "same" ? null : solver })}
              />
            </Field>
            {number("wanted", "Wanted", "Accepted candidates")}
            {number("budget", "Budget in dollars", "Stops before it would cost more", "none")}
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <FilterChip
              label="Sub-domains"
              value={form.subdomains}
              options={(facets.data?.subdomains ?? []).map(({ value: name, count }) => ({
                value: name,
                label: name,
                count,
              }))}
              onChange={(subdomains) => setTyped({ ...typed, subdomains })}
            />
            <span className="text-ink-faint text-xs">
              {form.subdomains.length === 0 ? "Whatever the seeds are of" : "Asked for in turn"}
            </span>
          </div>
          <Fold title="More settings" hint="Prompt mix, limits, filter">
            <div className="flex flex-col gap-4">
              <div className="grid grid-cols-2 gap-3">
                {number("seeds", "Seeds in each prompt")}
                {number("instructions", "Instructions in each prompt")}
                {number("perCall", "Problems at a time")}
                {number("solutions", "Solutions of each", "With two or more, most must agree")}
                {number("calls", "Most requests")}
                {number("temperature", "Temperature", undefined, "the model's own")}
                {number("seed", "Random seed")}
              </div>
              <FilterFields form={filter} errors={readFilter(filter).errors} onChange={setFilter} />
              <Checkbox
                checked={form.stem}
                label="Compare word stems"
                hint="ROUGE-L with Porter stemming: “adds” and “adding” are one word"
                onChange={(stem) => setTyped({ ...typed, stem })}
              />
            </div>
          </Fold>
          <div>
            <Button
              type="submit"
              variant="primary"
              icon={<Sparkles />}
              disabled={value === null}
              pending={start.isPending}
            >
              Start Self-Instruct run
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
