import { cx } from "#components/ui/class-names.ts";
import type { ReviewStep } from "#lib/review/review-steps.ts";

interface StepListProps {
  steps: readonly ReviewStep[];
  at: number;
  onChoose: (at: number) => void;
}

/** The steps of a path, of which the first wrong one is marked. */
export function StepList({ steps, at, onChoose }: StepListProps) {
  return (
    <ol aria-label="Steps" className="min-h-0 flex-1 overflow-auto rounded-lg border border-line bg-raised">
      {steps.map(({ text, segment, from }, place) => (
        <li key={`${segment}/${from}`} className="border-b border-line last:border-b-0">
          <button
            type="button"
            aria-current={place === at}
            className={cx(
              "flex w-full gap-3 px-3 py-2 text-left hover:bg-hover",
              place === at && "bg-accent-soft",
            )}
            onClick={() => onChoose(place)}
          >
            <span className="w-6 shrink-0 text-right text-ink-faint tabular-nums">{place + 1}</span>
            <span className="min-w-0 whitespace-pre-wrap font-mono text-xs [overflow-wrap:anywhere]">
              {text}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
