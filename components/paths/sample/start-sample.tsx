import { useMutation, useQuery } from "@tanstack/react-query";
import { Dices } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Fold } from "#components/problems/fold.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { PathKind } from "#lib/paths/contract.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";
import { KIND_HINT, KIND_LABEL, PATH_KINDS } from "../kind-words.ts";
import { samplersQuery } from "./queries.ts";
import { FIRST_SAMPLE_FORM, readSample, type SampleField } from "./sample-form.ts";
import { SamplePlan } from "./sample-plan.tsx";

interface StartSampleProps {
  project: string;
  filter: ProblemFilter;
  problems: number[] | null;
}

/** Asks for paths: which models, of which kinds, how many, and what that comes to. */
export function StartSample({ project, filter, problems }: StartSampleProps) {
  const router = useRouter();
  const models = useQuery(samplersQuery(api, project));
  const [form, setForm] = useState(FIRST_SAMPLE_FORM);
  const start = useMutation(
    api.sampling.start.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
    }),
  );
  if (!models.data) return <SkeletonLines lines={6} />;
  if (models.data.length === 0) return <NoSampler project={project} />;
  const { request, errors } = readSample(form, filter, problems);
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const number = (name: SampleField, label: string, hint?: string, placeholder?: string) => (
    <NumberInput
      label={label}
      hint={hint}
      placeholder={placeholder}
      value={form[name]}
      error={errors[name]}
      onChange={(typed) => change({ [name]: typed })}
    />
  );
  return (
    <Panel title="How to ask">
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (request !== null && !start.isPending) start.mutate({ project, ...request });
        }}
      >
        <div className="grid gap-5 md:grid-cols-2">
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">Models</legend>
            {models.data.map(({ id, name, model }) => (
              <Checkbox
                key={id}
                label={name}
                hint={model}
                checked={form.models.includes(String(id))}
                onChange={(on) => change({ models: toggled(form.models, String(id), on) })}
              />
            ))}
          </fieldset>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">Kinds of path</legend>
            {PATH_KINDS.map((kind: PathKind) => (
              <Checkbox
                key={kind}
                label={KIND_LABEL[kind]}
                hint={KIND_HINT[kind]}
                checked={form.kinds.includes(kind)}
                onChange={(on) => change({ kinds: toggled(form.kinds, kind, on) })}
              />
            ))}
          </fieldset>
        </div>
        <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
          {number("k", "Samples of each setup")}
          {number("temperatures", "Temperatures", undefined, "each model's own")}
          {number("turns", "Programs a path may run")}
          {number("budget", "Budget in dollars", undefined, "none")}
        </div>
        <Fold title="More">
          <div className="flex flex-col gap-4">
            <div className="grid max-w-72">
              {number("seed", "Random seed", "The same one asks the same way")}
            </div>
            <Checkbox
              label="Verify the new paths when it is done"
              hint="Runs their code, checks their arithmetic and gives verdicts"
              checked={form.verify}
              onChange={(verify) => change({ verify })}
            />
          </div>
        </Fold>
        <SamplePlan project={project} request={request} />
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            variant="primary"
            icon={<Dices />}
            disabled={request === null}
            pending={start.isPending}
          >
            Start sampling
          </Button>
          <LinkButton href={`/projects/${project}/sample/prompts`}>Prompts</LinkButton>
        </div>
      </form>
    </Panel>
  );
}

function toggled<Value>(values: readonly Value[], value: Value, on: boolean): Value[] {
  return on ? [...values, value] : values.filter((one) => one !== value);
}

function NoSampler({ project }: { project: string }) {
  return (
    <Panel title="It needs a model">
      <div className="flex flex-col items-start gap-4">
        <p className="text-ink-muted">
          Any OpenAI-compatible endpoint will do, such as vLLM, Ollama, llama.cpp or a hosted one. Add it on
          the page Models, for the use “sampler”; several small models give more varied paths than one large
          one.
        </p>
        <LinkButton href={`/projects/${project}/models`}>Models</LinkButton>
      </div>
    </Panel>
  );
}
