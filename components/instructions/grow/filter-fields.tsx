import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { MEASURES } from "#lib/similarity/measure.ts";
import { MEASURE_LABEL } from "../measure-words.ts";
import type { FilterForm, readFilter } from "./filter-form.ts";

interface FilterFieldsProps {
  form: FilterForm;
  errors: ReturnType<typeof readFilter>["errors"];
  onChange: (form: FilterForm) => void;
}

const LANGUAGES = [
  { value: "any", label: "Any" },
  { value: "en", label: "English" },
  { value: "zh", label: "Chinese" },
] as const;

/** How like others a candidate may be, how long, and in which language. */
export function FilterFields({ form, errors, onChange }: FilterFieldsProps) {
  const number = (name: "minWords" | "maxWords" | "contamination", label: string, hint?: string) => (
    <Field label={label} error={errors[name]} hint={hint}>
      <Input
        inputMode="decimal"
        value={form[name]}
        onChange={(event) => onChange({ ...form, [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-xs">Drop a candidate from this likeness on</legend>
      <div className="grid grid-cols-2 gap-3">
        {MEASURES.map((measure) => (
          <Field key={measure} label={MEASURE_LABEL[measure]} error={errors[measure]}>
            <Input
              inputMode="decimal"
              placeholder="doesn't count"
              value={form.thresholds[measure]}
              onChange={(event) =>
                onChange({ ...form, thresholds: { ...form.thresholds, [measure]: event.target.value } })
              }
            />
          </Field>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {number("minWords", "Fewest words")}
        {number("maxWords", "Most words")}
        {number("contamination", "Near the test split", "ROUGE-L to a test problem")}
        <Field label="Language">
          <Select
            value={form.language}
            options={[...LANGUAGES]}
            onChange={(language) => onChange({ ...form, language })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
