import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

interface NumberInputProps {
  label: string;
  value: string;
  error: string | null;
  hint?: string | undefined;
  placeholder?: string | undefined;
  onChange: (typed: string) => void;
}

/** A field for a number, as it is typed. */
export function NumberInput({ label, value, error, hint, placeholder, onChange }: NumberInputProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      <Input
        inputMode="decimal"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
