import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { scorersQuery } from "#components/scoring/queries.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { type RuleField, type RuleForm, readRule } from "./rule-form.ts";
import { DISTANCE_WORD } from "./selection-words.ts";

const DISTANCES = (["lcs", "equations", "program"] as const).map((value) => ({
  value,
  label: DISTANCE_WORD[value],
}));
const DUPLICATES = [
  { value: "reasoning", label: "Each reasoning once" },
  { value: "text", label: "Each text once" },
  { value: "none", label: "As they are" },
] as const;
const SPLITS = [
  { value: "train", label: "Train" },
  { value: "test", label: "Test" },
  { value: "any", label: "Both" },
] as const;
const NONE = { value: "", label: "None" };

interface RuleFieldsProps {
  project: string;
  form: RuleForm;
  onChange: (form: RuleForm) => void;
}

/** The rule: what a path must pass, what counts as the same, how many stay, and how distance is measured. */
export function RuleFields({ project, form, onChange }: RuleFieldsProps) {
  const scorers = useQuery(scorersQuery(api, project)).data?.filter(({ paths }) => paths > 0) ?? [];
  const { errors } = readRule(form);
  const change = (part: Partial<RuleForm>) => onChange({ ...form, ...part });
  const number = (name: RuleField, label: string, placeholder?: string) => (
    <NumberInput
      label={label}
      placeholder={placeholder}
      value={form[name]}
      error={errors[name]}
      onChange={(typed) => change({ [name]: typed })}
    />
  );
  const named = (kind: "critique" | "reward") => [
    NONE,
    ...scorers.filter((scorer) => scorer.kind === kind).map(({ name }) => ({ value: name, label: name })),
  ];
  return (
    <div className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium">What a path must pass</legend>
        <Checkbox
          label="Correct"
          checked={form.correctOnly}
          onChange={(correctOnly) => change({ correctOnly })}
        />
        <Checkbox
          label="Neither cut off nor refused"
          checked={form.whole}
          onChange={(whole) => change({ whole })}
        />
        <Checkbox
          label="Its code runs"
          checked={form.executes}
          onChange={(executes) => change({ executes })}
        />
        <Checkbox
          label="No wrong arithmetic step"
          checked={form.rightSteps}
          onChange={(rightSteps) => change({ rightSteps })}
        />
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Critique">
          <Select
            value={form.critique}
            options={named("critique")}
            onChange={(critique) => change({ critique })}
          />
        </Field>
        {number("atLeast", "At least")}
        <Field label="Reward">
          <Select value={form.reward} options={named("reward")} onChange={(reward) => change({ reward })} />
        </Field>
        {number("rankAtMost", "Rank in its problem, at most")}
        {number("maxWords", "Words, at most", "any")}
        <Field label="Split">
          <Select value={form.split} options={[...SPLITS]} onChange={(split) => change({ split })} />
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-3">
        {number("k", "Kept of each problem")}
        {number("least", "Least distance")}
        <Field label="Distance">
          <Select value={form.distance} options={DISTANCES} onChange={(distance) => change({ distance })} />
        </Field>
        <Field label="Duplicates">
          <Select
            value={form.duplicates}
            options={[...DUPLICATES]}
            onChange={(duplicates) => change({ duplicates })}
          />
        </Field>
      </div>
    </div>
  );
}
