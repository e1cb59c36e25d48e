import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "#components/api/api.ts";
import { VERDICT_LABEL } from "#components/paths/verdict-words.ts";
import { Fold } from "#components/problems/fold.tsx";
import { scorersQuery } from "#components/scoring/queries.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { verdict } from "#lib/paths/contract.ts";
import type { ScoreKind } from "#lib/scoring/contract.ts";
import { distanceMeasure } from "#lib/selection/contract.ts";
import { EmbeddingFields } from "./embedding-fields.tsx";
import { type RuleField, type RuleForm, readRule } from "./rule-form.ts";
import { DISTANCE_MEANING, DISTANCE_WORD } from "./selection-words.ts";

const DISTANCES = distanceMeasure.options.map((value) => ({
  value,
  label: DISTANCE_WORD[value],
  hint: DISTANCE_MEANING[value],
}));
const DUPLICATES = [
  {
    value: "reasoning",
    label: "Each reasoning once",
    hint: "Same equations in the same order, or same program",
  },
  { value: "text", label: "Each text once", hint: "Same words" },
  { value: "none", label: "As they are" },
] as const;
const SPLITS = [
  { value: "train", label: "Train" },
  { value: "test", label: "Test", hint: "Never for training" },
  { value: "any", label: "Both" },
] as const;

interface RuleFieldsProps {
  project: string;
  form: RuleForm;
  onChange: (part: Partial<RuleForm>) => void;
}

/** The rule: what a path must pass, what counts as the same, how many stay, and how distance is measured. */
export function RuleFields({ project, form, onChange }: RuleFieldsProps) {
  const { errors } = readRule(form);
  const number = (name: RuleField, label: string, more: { hint?: string; placeholder?: string } = {}) => (
    <NumberInput
      label={label}
      {...more}
      value={form[name]}
      error={errors[name]}
      onChange={(typed) => onChange({ [name]: typed })}
    />
  );
  return (
    <div className="flex flex-col gap-5">
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 font-medium">What a path must pass</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {verdict.options.map((value) => (
            <Checkbox
              key={value}
              label={VERDICT_LABEL[value]}
              checked={form.verdicts.includes(value)}
              onChange={(on) =>
                onChange({
                  verdicts: verdict.options.filter((one) =>
                    one === value ? on : form.verdicts.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
        <p className="text-ink-faint text-xs">
          {form.verdicts.length === 0
            ? "Whatever the verdict, unchecked ones too."
            : "Unchecked paths don't pass."}
        </p>
        <Checkbox
          label="Neither cut off nor refused"
          checked={form.whole}
          onChange={(whole) => onChange({ whole })}
        />
        <Checkbox
          label="Its code runs"
          hint="And gives what it records. Paths without code pass"
          checked={form.executes}
          onChange={(executes) => onChange({ executes })}
        />
        <Checkbox
          label="No wrong arithmetic step"
          checked={form.steps}
          onChange={(steps) => onChange({ steps })}
        />
        <div className="grid grid-cols-2 gap-3">
          {number("minWords", "Words, at least", { placeholder: "any" })}
          {number("maxWords", "Words, at most", { placeholder: "any" })}
        </div>
        <ScorerFields
          project={project}
          kind="critique"
          value={form.critique}
          onChange={(critique) => onChange({ critique })}
        >
          {number("atLeast", "Grade, at least")}
        </ScorerFields>
        <ScorerFields
          project={project}
          kind="reward"
          value={form.reward}
          onChange={(reward) => onChange({ reward })}
        >
          {number("rankAtMost", "Rank, at most")}
        </ScorerFields>
      </fieldset>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-medium">What stays of each problem</legend>
        <div className="grid grid-cols-2 gap-3">
          {number("k", "Kept of each problem")}
          {number("least", "Least distance")}
        </div>
        <Field label="Distance" hint={DISTANCE_MEANING[form.distance]}>
          <Select value={form.distance} options={DISTANCES} onChange={(distance) => onChange({ distance })} />
        </Field>
        {form.distance === "embedding" ? (
          <EmbeddingFields
            project={project}
            value={form.embedding}
            onChange={(embedding) => onChange({ embedding })}
          />
        ) : null}
        <div className="grid grid-cols-2 gap-3">
          <Field label="Duplicates">
            <Select
              value={form.duplicates}
              options={DUPLICATES}
              onChange={(duplicates) => onChange({ duplicates })}
            />
          </Field>
          <Field label="Split">
            <Select value={form.split} options={SPLITS} onChange={(split) => onChange({ split })} />
          </Field>
        </div>
        <Fold title="More" open={errors.exactUpTo === null ? undefined : true}>
          {number("exactUpTo", "Best set up to", {
            hint: "Problems with so many candidates or fewer get the best set by trying all; others the farthest point again and again.",
          })}
        </Fold>
      </fieldset>
    </div>
  );
}

const SCORER = {
  critique: { label: "Critique", hint: undefined },
  reward: { label: "Reward", hint: "Comparable only within a problem: a rank, not a value." },
} as const;

interface ScorerFieldsProps {
  project: string;
  kind: ScoreKind;
  value: string;
  onChange: (scorer: string) => void;
  /** Its threshold. */
  children: ReactNode;
}

/** A scorer as a gate, with its threshold once one is chosen. A path that it hasn't scored doesn't pass. */
function ScorerFields({ project, kind, value, onChange, children }: ScorerFieldsProps) {
  const { data } = useQuery(scorersQuery(api, project));
  const known = (data ?? []).filter((scorer) => scorer.kind === kind && scorer.paths > 0);
  const names = [...new Set([...known.map(({ name }) => name), ...(value === "" ? [] : [value])])];
  const { label, hint } = SCORER[kind];
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label={label} className={value === "" ? "col-span-2" : undefined}>
          <Select
            value={value}
            placeholder="None"
            options={[{ value: "", label: "None" }, ...names.map((name) => ({ value: name, label: name }))]}
            onChange={onChange}
          />
        </Field>
        {value === "" ? null : children}
      </div>
      {value !== "" && hint ? <p className="text-ink-faint text-xs">{hint}</p> : null}
      {data && names.length === 0 ? (
        <p className="text-ink-faint text-xs">
          No {kind} scores yet. <TextLink href={`/projects/${project}/scoring`}>Score paths</TextLink>
        </p>
      ) : null}
    </>
  );
}
