"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ImportOptions, ImportPreview } from "#lib/datasets/import-options.ts";

interface ImportOptionsPanelProps {
  options: ImportOptions;
  shapes: ImportPreview["shapes"];
  recognised: string | null;
  /** Where mapping by hand starts. */
  suggestedMapping: Record<string, string>;
  onChange: (options: ImportOptions) => void;
}

const BY_HAND = "by-hand";

/** Sets or removes one option: absent, never undefined. */
function withOption<K extends keyof ImportOptions>(
  options: ImportOptions,
  key: K,
  value: ImportOptions[K] | null,
) {
  const { [key]: _before, ...rest } = options;
  // What is left with the key put back is ImportOptions again; TypeScript can't follow the computed key.
  return (value === null ? rest : { ...rest, [key]: value }) as ImportOptions;
}

export function ImportOptionsPanel({
  options,
  shapes,
  recognised,
  suggestedMapping,
  onChange,
}: ImportOptionsPanelProps) {
  const shape = options.mapping === undefined ? (options.shape ?? recognised) : BY_HAND;
  return (
    <Panel title="How it is read">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label="Shape">
          <Select
            value={shape}
            placeholder="Choose a shape"
            options={[
              ...shapes.map(({ name, title }) => ({ value: name, label: title })),
              { value: BY_HAND, label: "Columns by hand" },
            ]}
            onChange={(name) =>
              onChange(
                name === BY_HAND
                  ? withOption(withOption(options, "shape", null), "mapping", suggestedMapping)
                  : withOption(withOption(options, "mapping", null), "shape", name),
              )
            }
          />
        </Field>
        <Field label="Model" optional hint="For paths that name none">
          <Input
            value={options.model ?? ""}
            maxLength={200}
            onChange={(event) => onChange(withOption(options, "model", event.target.value || null))}
          />
        </Field>
        <Field label="Split" hint="Test problems never leave for training">
          <Select
            value={options.split ?? "train"}
            options={[
              { value: "train", label: "Train" },
              { value: "test", label: "Test" },
            ]}
            onChange={(split) => onChange(withOption(options, "split", split))}
          />
        </Field>
        <Field label="Source" optional hint="Name and licence of the data">
          <Input
            value={options.source ?? ""}
            maxLength={200}
            onChange={(event) => onChange(withOption(options, "source", event.target.value || null))}
          />
        </Field>
      </div>
      <div className="mt-4 flex flex-wrap gap-x-8 gap-y-2">
        <Checkbox
          checked={options.solutionAsPath}
          onChange={(checked) => onChange({ ...options, solutionAsPath: checked })}
          label="Keep worked solutions as paths too"
        />
        <Checkbox
          checked={options.keepGoing}
          onChange={(checked) => onChange({ ...options, keepGoing: checked })}
          label="Take the good lines where others are rejected"
          hint="Otherwise one bad line stops the import, and nothing is imported."
        />
      </div>
    </Panel>
  );
}
