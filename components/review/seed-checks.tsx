import { Segmented } from "#components/ui/segmented.tsx";
import type { UnitAnswer } from "#lib/review/contract.ts";

type Seed = Extract<UnitAnswer, { kind: "seed" }>;
export type Checks = Pick<Seed, "clear" | "solvable" | "answerRight">;
export const UNSAID: Checks = { clear: null, solvable: null, answerRight: null };

const QUESTIONS: readonly { name: keyof Checks; label: string }[] = [
  { name: "clear", label: "Clear" },
  { name: "solvable", label: "Solvable" },
  { name: "answerRight", label: "Answer right" },
];
const SAID = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unsaid", label: "Unsaid" },
] as const;

/** Yes, then no, then unsaid again. */
export function toggled(value: boolean | null): boolean | null {
  return value === null ? true : value ? false : null;
}

/** What is asked of a problem besides whether it is good. */
export function SeedChecks({ checks, onChange }: { checks: Checks; onChange: (checks: Checks) => void }) {
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3 p-4">
      {QUESTIONS.map(({ name, label }) => (
        <div key={name} className="flex items-center gap-3">
          <span>{label}</span>
          <Segmented
            label={label}
            size="sm"
            value={checks[name] === null ? "unsaid" : checks[name] ? "yes" : "no"}
            options={[...SAID]}
            onChange={(said) => onChange({ ...checks, [name]: said === "unsaid" ? null : said === "yes" })}
          />
        </div>
      ))}
    </div>
  );
}
