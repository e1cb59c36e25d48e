import { Fold } from "#components/problems/fold.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { OPERATIONS, usesOf } from "#lib/models/contract/protocols.ts";
import { KeyField } from "./key-field.tsx";
import { type FormErrors, type ModelForm, type NumberField, withProtocol } from "./model-form.ts";
import { PROTOCOLS, STRUCTURED, USES } from "./model-words.ts";
import type { Preset } from "./presets.ts";

interface ModelFieldsProps {
  form: ModelForm;
  errors: FormErrors;
  keyHint: string | null;
  moved: boolean;
  preset: Preset | null;
  onChange: (form: ModelForm) => void;
}

/** What a model is, how it is asked, what it costs, and how much of it may be asked for. */
export function ModelFields({ form, errors, keyHint, moved, preset, onChange }: ModelFieldsProps) {
  const isChat = form.protocol === "chat";
  const set = (part: Partial<ModelForm>) => onChange({ ...form, ...part });
  const number = (name: NumberField, label: string, hint?: string, placeholder?: string) => (
    <NumberInput
      label={label}
      hint={hint}
      placeholder={placeholder}
      value={form[name]}
      error={errors[name] ?? null}
      onChange={(text) => set({ [name]: text })}
    />
  );
  return (
    <>
      <Field label="Name" required error={errors.name} hint="As this project calls it">
        <Input value={form.name} maxLength={80} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label="Speaks" hint={PROTOCOLS.find(({ value }) => value === form.protocol)?.hint}>
        <Select
          value={form.protocol}
          options={PROTOCOLS}
          onChange={(protocol) => onChange(withProtocol(form, protocol))}
        />
      </Field>
      <Field
        label="Base URL"
        required
        error={errors.baseUrl}
        hint={`What stands before ${OPERATIONS[form.protocol]}`}
      >
        <Input
          mono
          inputMode="url"
          spellCheck={false}
          placeholder={preset?.baseUrlExample}
          value={form.baseUrl}
          onChange={(event) => set({ baseUrl: event.target.value })}
        />
      </Field>
      <Field label="Model" required error={errors.model} hint="Its name in requests">
        <Input
          mono
          spellCheck={false}
          maxLength={200}
          placeholder={preset?.modelExample}
          value={form.model}
          onChange={(event) => set({ model: event.target.value })}
        />
      </Field>
      <KeyField
        keyHint={keyHint}
        moved={moved}
        value={form.key}
        placeholder={preset?.keyExample}
        error={errors.key}
        onChange={(key) => set({ key })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-xs">Used as</legend>
        {USES.filter(({ value }) => usesOf(form.protocol).includes(value)).map(({ value, label, hint }) => (
          <Checkbox
            key={value}
            checked={form.uses.includes(value)}
            label={label}
            hint={hint}
            onChange={(checked) =>
              set({ uses: checked ? [...form.uses, value] : form.uses.filter((use) => use !== value) })
            }
          />
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        {number("inputPrice", "Price of input", "Dollars a million tokens")}
        {isChat ? number("outputPrice", "Price of output", "Dollars a million tokens") : null}
        {number("concurrency", "At a time", "Requests that may be out")}
        {isChat ? number("maxTokens", "Most tokens", "Of one reply") : null}
      </div>
      <Fold title="More settings" hint={isChat ? "Sampling, rate limits, JSON" : "Rate limits"}>
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-2 gap-3">
            {isChat ? number("temperature", "Temperature", undefined, "its own") : null}
            {isChat ? number("topP", "Top p", undefined, "its own") : null}
            {number("requestsPerMinute", "Requests a minute", undefined, "no limit")}
            {number("tokensPerMinute", "Tokens a minute", undefined, "no limit")}
            {number("timeoutSeconds", "Seconds to wait", "For one whole answer")}
          </div>
          {isChat ? (
            <Field label="Structured output" hint="How it is asked for JSON">
              <Select
                value={form.structuredOutput}
                options={STRUCTURED}
                onChange={(structuredOutput) => set({ structuredOutput })}
              />
            </Field>
          ) : null}
          <Field
            label="Other parameters"
            optional
            error={errors.extra}
            hint="A JSON object that goes into each request as it is; null takes a field away, such as max_tokens where a model wants max_completion_tokens."
          >
            <Textarea
              mono
              rows={3}
              spellCheck={false}
              placeholder='{"top_k": 20}'
              value={form.extra}
              onChange={(event) => set({ extra: event.target.value })}
            />
          </Field>
        </div>
      </Fold>
    </>
  );
}
