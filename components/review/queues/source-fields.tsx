import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import {
  ORIGIN_LABEL as PAIR_ORIGIN,
  PAIR_STATES,
  POLICIES,
  STATE_LABEL,
} from "#components/pairs/pair-words.ts";
import { KIND_LABEL, PATH_KINDS } from "#components/paths/kind-words.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { VERDICT_LABEL, VERDICT_STATES } from "#components/paths/verdict-words.ts";
import { ORIGIN_LABEL, SPLIT_LABEL } from "#components/problems/problem-words.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { pairOrigin } from "#lib/pairs/contract.ts";
import { origin, split } from "#lib/problems/contract.ts";
import { ANY, readSource, type SourceForm } from "./source-form.ts";

const any = (label: string) => ({ value: ANY, label }) as const;
const STATES = [any("Any"), ...PAIR_STATES.map((value) => ({ value, label: STATE_LABEL[value] }))];
const PAIR_ORIGINS = [
  any("Any"),
  ...pairOrigin.options.map((value) => ({ value, label: PAIR_ORIGIN[value] })),
];
const VERDICTS = [any("Any"), ...VERDICT_STATES.map((value) => ({ value, label: VERDICT_LABEL[value] }))];
const KINDS = [any("Any"), ...PATH_KINDS.map((value) => ({ value, label: KIND_LABEL[value] }))];
const ORIGINS = [any("Any"), ...origin.options.map((value) => ({ value, label: ORIGIN_LABEL[value] }))];
const SPLITS = [any("Both"), ...split.options.map((value) => ({ value, label: SPLIT_LABEL[value] }))];
const ANY_POLICY = [
  { value: "", label: "Any policy" },
  ...POLICIES.map(({ value, label }) => ({ value: value as string, label })),
];

interface SourceFieldsProps {
  project: string;
  form: SourceForm;
  onChange: (part: Partial<SourceForm>) => void;
}

/** Where a queue's units come from, by the kind of its task. */
export function SourceFields(props: SourceFieldsProps) {
  const { form, onChange } = props;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium">Where its units come from</legend>
      {form.kind === "pair" ? (
        <PairFields {...props} />
      ) : form.kind === "seed" ? (
        <ProblemFields {...props} />
      ) : (
        <PathFields {...props} />
      )}
      <Field label="Words of the problem" hint="Searched for in its statement." optional>
        <Input value={form.q} maxLength={200} onChange={(event) => onChange({ q: event.target.value })} />
      </Field>
      <Checkbox
        label="Hard samples alone"
        hint="Problems whose paths mostly fail, by the project's rule"
        checked={form.hard}
        onChange={(hard) => onChange({ hard })}
      />
    </fieldset>
  );
}

function PairFields({ form, onChange }: SourceFieldsProps) {
  const known = ANY_POLICY.some(({ value }) => value === form.policy);
  const policies = known ? ANY_POLICY : [...ANY_POLICY, { value: form.policy, label: form.policy }];
  return (
    <>
      <Field label="Mined as">
        <Select value={form.policy} options={policies} onChange={(policy) => onChange({ policy })} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="State">
          <Select value={form.state} options={STATES} onChange={(state) => onChange({ state })} />
        </Field>
        <Field label="Origin">
          <Select value={form.from} options={PAIR_ORIGINS} onChange={(from) => onChange({ from })} />
        </Field>
      </div>
    </>
  );
}

const ANY_MODEL = "any";
/** Keeps a model's name apart from the words that mean any. */
const named = (model: string) => `model ${model}`;

function PathFields({ project, form, onChange }: SourceFieldsProps) {
  const facets = useQuery(pathFacetsQuery(api, project)).data;
  const { errors } = readSource(form);
  const names = new Set((facets?.models ?? []).map(({ model }) => model ?? ""));
  if (form.model !== null) names.add(form.model);
  const models = [
    { value: ANY_MODEL, label: "Any" },
    ...[...names].map((model) => ({ value: named(model), label: model === "" ? "People" : model })),
  ];
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Verdict">
          <Select value={form.verdict} options={VERDICTS} onChange={(verdict) => onChange({ verdict })} />
        </Field>
        <Field label="Kind of path">
          <Select value={form.style} options={KINDS} onChange={(style) => onChange({ style })} />
        </Field>
      </div>
      <Field label="Model" hint="Reviewers never see it.">
        <Select
          value={form.model === null ? ANY_MODEL : named(form.model)}
          options={models}
          onChange={(value) =>
            onChange({ model: value === ANY_MODEL ? null : value.slice(named("").length) })
          }
        />
      </Field>
      {form.kind === "ranking" ? (
        <NumberInput
          label="Paths of each problem"
          hint="Those with different answers first. Problems with fewer than two are left out."
          value={form.paths}
          error={errors.paths}
          onChange={(paths) => onChange({ paths })}
        />
      ) : (
        <NumberInput
          label="Paths of each problem, at most"
          value={form.perProblem}
          error={errors.perProblem}
          onChange={(perProblem) => onChange({ perProblem })}
        />
      )}
    </>
  );
}

function ProblemFields({ form, onChange }: SourceFieldsProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Origin">
          <Select value={form.origin} options={ORIGINS} onChange={(next) => onChange({ origin: next })} />
        </Field>
        <Field label="Split">
          <Select value={form.split} options={SPLITS} onChange={(next) => onChange({ split: next })} />
        </Field>
      </div>
      <Field label="Tag" optional>
        <Input value={form.tag} maxLength={200} onChange={(event) => onChange({ tag: event.target.value })} />
      </Field>
    </>
  );
}
