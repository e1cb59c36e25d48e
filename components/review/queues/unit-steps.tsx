import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { MathText } from "#components/ui/math-text.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ReviewStep } from "#lib/review/review-steps.ts";
import type { CategoryCount } from "./category-words.ts";

interface UnitStepsProps {
  steps: readonly ReviewStep[];
  counts: readonly CategoryCount[];
  /** The category that stands. */
  chosen: string | null;
  onChoose: (category: string) => void;
}

/** A path step by step, with how many reviewers say that it goes wrong there. */
export function UnitSteps({ steps, counts, chosen, onChoose }: UnitStepsProps) {
  return (
    <Panel title="Steps" description="Press the one that is wrong first, or its number." flush>
      <ol className="divide-y divide-line">
        {steps.map(({ segment, from, text }, at) => {
          const category = String(at);
          const votes = counts.find((one) => one.category === category)?.count ?? 0;
          return (
            <li
              key={`${segment}:${from}`}
              className={cx("flex items-start gap-3 px-4 py-2", chosen === category && "bg-selected")}
            >
              <Button
                size="sm"
                variant={chosen === category ? "primary" : "secondary"}
                aria-label={`Step ${at + 1} is wrong first`}
                aria-pressed={chosen === category}
                onClick={() => onChoose(category)}
              >
                {at + 1}
              </Button>
              <MathText text={text} className="flex-1" />
              {votes === 0 ? null : <Badge tone="warn">{votes}</Badge>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
