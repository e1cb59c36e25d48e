import { Checkbox } from "#components/ui/checkbox.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Input } from "#components/ui/input.tsx";
import type { Template } from "#lib/instructions/contract/variation.ts";
import type { TypedParameter } from "./template-form.ts";

interface ParameterTableProps {
  template: Template;
  rows: readonly TypedParameter[];
  faults: ReadonlyMap<string, string>;
  onChange: (name: string, change: Partial<TypedParameter>) => void;
}

const BOUNDS = [
  { key: "min", label: "Least" },
  { key: "max", label: "Most" },
  { key: "step", label: "Step" },
] as const;

/** What each number may be: a row a parameter; Tab goes through the fields, space lets a number vary. */
export function ParameterTable({ template, rows, faults, onChange }: ParameterTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-112 text-sm">
        <caption className="sr-only">Numbers that may vary</caption>
        <thead>
          <tr className="border-line border-b text-ink-muted text-xs">
            <th scope="col" className="px-3 py-2 text-left font-medium">
              Parameter
            </th>
            <th scope="col" className="px-3 py-2 text-right font-medium">
              Seed
            </th>
            {BOUNDS.map(({ key, label }) => (
              <th key={key} scope="col" className="w-24 px-2 py-2 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {template.parameters.map(({ name, value, statement, scale }) => {
            const row = rows.find((one) => one.name === name);
            const fault = row?.varies ? faults.get(name) : undefined;
            if (!row) return null;
            return (
              <tr key={name} className="border-line border-b align-top last:border-b-0">
                <th scope="row" className="px-3 py-2 text-left font-normal">
                  <Checkbox
                    checked={row.varies}
                    onChange={(varies) => onChange(name, { varies })}
                    label={<span className="font-mono text-xs [overflow-wrap:anywhere]">{name}</span>}
                    hint={
                      statement.length > 1
                        ? `stands ${statement.length} times`
                        : scale === 1
                          ? undefined
                          : "a percentage"
                    }
                  />
                  {fault ? (
                    <p id={`fault-${name}`} role="alert" className="mt-1 text-bad text-xs">
                      {fault}
                    </p>
                  ) : null}
                </th>
                <td className={cx("px-3 py-2 text-right tabular-nums", !row.varies && "text-ink-muted")}>
                  {value}
                </td>
                {BOUNDS.map(({ key, label }) => (
                  <td key={key} className="px-2 py-1">
                    <Input
                      aria-label={`${label} of ${name}`}
                      aria-describedby={fault ? `fault-${name}` : undefined}
                      className="text-right tabular-nums"
                      disabled={!row.varies}
                      inputMode="decimal"
                      invalid={fault !== undefined}
                      value={row[key]}
                      onChange={(event) => onChange(name, { [key]: event.target.value })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
