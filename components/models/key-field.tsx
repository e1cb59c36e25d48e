import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ModelForm } from "./model-form.ts";
import { keyWords } from "./model-words.ts";

interface KeyFieldProps {
  /** Of the key that the model has; null where it has none. */
  keyHint: string | null;
  /** The address has moved to another host, where the key mustn't go by itself. */
  moved: boolean;
  value: ModelForm["key"];
  placeholder?: string | undefined;
  error?: string | undefined;
  onChange: (key: ModelForm["key"]) => void;
}

/** A key can be set, kept or taken away, but never read. */
export function KeyField({ keyHint, moved, value, placeholder, error, onChange }: KeyFieldProps) {
  if (keyHint !== null && value.kind === "keep") {
    return (
      <div className="flex flex-col gap-1">
        <span className="font-medium text-xs">Key</span>
        <div className="flex flex-wrap items-center gap-2">
          <span className="font-mono text-ink-muted text-xs">{keyWords(keyHint)}</span>
          <Button size="sm" onClick={() => onChange({ kind: "set", typed: "" })}>
            Replace
          </Button>
          <Button size="sm" onClick={() => onChange({ kind: "remove" })}>
            Take away
          </Button>
        </div>
        {error || moved ? (
          <p className="text-bad text-xs" role={error ? "alert" : undefined}>
            {error ?? "The address is on another host: enter the key for it again, or take it away."}
          </p>
        ) : null}
      </div>
    );
  }
  if (value.kind === "remove") {
    return (
      <div className="flex flex-col gap-1">
        <span className="font-medium text-xs">Key</span>
        <div className="flex items-center gap-2">
          <span className="text-ink-muted">Will be taken away</span>
          <Button size="sm" onClick={() => onChange({ kind: "keep" })}>
            Keep it
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Field
      label="Key"
      optional={keyHint === null}
      error={error}
      hint="Kept encrypted, sent to the endpoint alone, and never shown again."
      action={
        keyHint === null ? undefined : (
          <button
            type="button"
            className="text-accent-text text-xs"
            onClick={() => onChange({ kind: "keep" })}
          >
            Keep the old one
          </button>
        )
      }
    >
      <Input
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={4000}
        placeholder={placeholder}
        value={value.kind === "set" ? value.typed : ""}
        onChange={(event) => onChange({ kind: "set", typed: event.target.value })}
      />
    </Field>
  );
}
