import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { skipPolicy } from "#lib/review/contract/queues.ts";
import type { TaskKind } from "#lib/review/contract.ts";
import { MarkdownField } from "./markdown-field.tsx";
import { SKIP_MEANING, SKIP_WORD } from "./queue-words.ts";
import { readSettings, type SettingsField, type SettingsForm } from "./settings-form.ts";

const SKIPS = skipPolicy.options.map((value) => ({
  value,
  label: SKIP_WORD[value],
  hint: SKIP_MEANING[value],
}));

interface SettingsFieldsProps {
  kind: TaskKind;
  form: SettingsForm;
  /** What the studio refused, at its field. */
  refused?: { field: string; message: string } | null | undefined;
  onChange: (part: Partial<SettingsForm>) => void;
}

/** What can be changed of a queue at any time. */
export function SettingsFields({ kind, form, refused, onChange }: SettingsFieldsProps) {
  const { errors } = readSettings(form);
  const number = (name: SettingsField, label: string, more: { hint?: string; placeholder?: string } = {}) => (
    <NumberInput
      label={label}
      {...more}
      value={form[name]}
      error={errors[name]}
      onChange={(typed) => onChange({ [name]: typed })}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Name"
        required
        error={errors.name ?? (refused?.field.endsWith("name") ? refused.message : null)}
      >
        <Input
          value={form.name}
          autoComplete="off"
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <MarkdownField
        label="Instructions"
        hint="Markdown and formulas. Reviewers read them before the first unit, and whenever they like."
        maxLength={20_000}
        value={form.instructions}
        onChange={(instructions) => onChange({ instructions })}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {number("overlap", "Answers of each unit", { hint: "By as many different reviewers." })}
        {number("extra", "More where they disagree", { hint: "One by one; then a lead decides." })}
        {number("goldShare", "Gold share, %", { hint: "Of each reviewer's units, whose answer is known." })}
        {number("leaseMinutes", "Lease, minutes", {
          hint: "So long a unit is kept for whoever has it on the screen.",
        })}
        {number("target", "Target, answers", { placeholder: "all" })}
        <Field label="Deadline" optional error={errors.deadline}>
          <Input
            type="datetime-local"
            value={form.deadline}
            onChange={(event) => onChange({ deadline: event.target.value })}
          />
        </Field>
      </div>
      <Field label="A skipped unit goes" hint={SKIP_MEANING[form.skipPolicy]}>
        <Select value={form.skipPolicy} options={SKIPS} onChange={(next) => onChange({ skipPolicy: next })} />
      </Field>
      {/* A seed check can't do without the reference answer, and has no verdicts. */}
      {kind === "seed" ? null : (
        <Checkbox
          label="Hides verdicts and reference answers until the answer"
          hint="So that people judge by reading"
          checked={form.hidesVerdict}
          onChange={(hidesVerdict) => onChange({ hidesVerdict })}
        />
      )}
    </div>
  );
}
