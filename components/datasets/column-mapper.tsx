"use client";

import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Panel } from "#components/ui/panel.tsx";

interface ColumnMapperProps {
  columns: string[];
  targets: string[];
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

/** Says by hand which column of the file fills which field. */
export function ColumnMapper({ columns, targets, mapping, onChange }: ColumnMapperProps) {
  return (
    <Panel title="Columns" description="Name at least the column that holds the problem.">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {targets.map((target) => (
          <Field key={target} label={target.replaceAll("_", " ")}>
            <Combobox
              value={mapping[target] ?? null}
              clearable
              placeholder="none"
              options={columns.map((column) => ({ value: column, label: column }))}
              onChange={(column) => {
                const { [target]: _before, ...rest } = mapping;
                onChange(column === null ? rest : { ...rest, [target]: column });
              }}
            />
          </Field>
        ))}
      </div>
    </Panel>
  );
}
