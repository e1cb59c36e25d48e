import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { queueOrder } from "#lib/review/contract/queues.ts";
import type { TaskKind } from "#lib/review/contract.ts";
import { ORDER_MEANING, ORDER_WORD } from "./queue-words.ts";
import type { MakingField, MakingForm } from "./settings-form.ts";

interface MakingFieldsProps {
  kind: TaskKind;
  form: MakingForm;
  errors: Record<MakingField, string | null>;
  /** How many units could be gold; undefined while that isn't known. */
  goldAtMost: number | undefined;
  onChange: (part: Partial<MakingForm>) => void;
}

/** What is settled once, when a queue is made. */
export function MakingFields({ kind, form, errors, goldAtMost, onChange }: MakingFieldsProps) {
  const isPairs = kind === "pair";
  const order = form.order === "closest" && !isPairs ? "random" : form.order;
  const orders = queueOrder.options
    .filter((value) => value !== "closest" || isPairs)
    .map((value) => ({ value, label: ORDER_WORD[value], hint: ORDER_MEANING[value] }));
  const goldHint =
    goldAtMost === undefined
      ? "Pairs of a correct and an incorrect path, whose answer is known."
      : `Pairs of a correct and an incorrect path: ${goldAtMost.toLocaleString("en")} match.`;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium">Which of them, and in which order</legend>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label="Order" hint={ORDER_MEANING[order]}>
          <Select value={order} options={orders} onChange={(next) => onChange({ order: next })} />
        </Field>
        <NumberInput
          label="Units, at most"
          value={form.limit}
          error={errors.limit}
          onChange={(limit) => onChange({ limit })}
        />
      </div>
      {isPairs ? (
        <>
          <NumberInput
            label="Gold units"
            hint={goldHint}
            value={form.gold}
            error={errors.gold}
            onChange={(gold) => onChange({ gold })}
          />
          <Checkbox
            label="Takes new pairs in"
            hint="Pairs that are mined later and match come in by themselves"
            checked={form.takesIn}
            onChange={(takesIn) => onChange({ takesIn })}
          />
        </>
      ) : null}
    </fieldset>
  );
}
