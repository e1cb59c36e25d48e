import { Field } from "#components/ui/field.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ScoreKind } from "#lib/scoring/contract.ts";
import type { OrdersForm, PathScorer } from "./orders-form.ts";

interface OrdersChoiceProps {
  scorers: readonly PathScorer[];
  form: OrdersForm;
  marginError: string | null;
  onChange: (part: Partial<OrdersForm>) => void;
}

/** Whose rewards and whose critiques are compared, and how much they must disagree. */
export function OrdersChoice({ scorers, form, marginError, onChange }: OrdersChoiceProps) {
  const options = (kind: ScoreKind) =>
    scorers.flatMap((scorer) => (scorer.kind === kind ? [{ value: scorer.name, label: scorer.name }] : []));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Rewards of" hint="Comparable only within a problem, as they are here.">
        <Select value={form.reward} options={options("reward")} onChange={(reward) => onChange({ reward })} />
      </Field>
      <Field label="Critiques of">
        <Select
          value={form.critique}
          options={options("critique")}
          onChange={(critique) => onChange({ critique })}
        />
      </Field>
      <NumberInput
        label="Critiques differ by at least"
        hint="On their scale from 1 to 10."
        value={form.margin}
        error={marginError}
        onChange={(margin) => onChange({ margin })}
      />
    </div>
  );
}
