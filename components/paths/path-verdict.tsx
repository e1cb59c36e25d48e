import type { ReactNode } from "react";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { cx } from "#components/ui/class-names.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { toneSoft } from "#components/ui/tone.ts";
import type { Path } from "#lib/paths/contract.ts";
import { answerRuleText } from "./answer-rule.ts";
import { VerdictMark } from "./verdict-mark.tsx";
import { VERDICT_TONE, verdictGrounds, verdictState } from "./verdict-words.ts";

/** A path's final answer beside the reference, and what comparing the two came to. */
export function PathVerdict({ path }: { path: Path }) {
  const grounds = verdictGrounds(path);
  const rule = answerRuleText(path.answerRule);
  return (
    <section aria-label="Verdict" className="overflow-hidden rounded-lg border border-line bg-raised">
      <div
        className={cx(
          "flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2",
          toneSoft[VERDICT_TONE[verdictState(path.verdict)]],
        )}
      >
        <VerdictMark verdict={path.verdict} className="font-semibold text-current" />
        {grounds === null ? null : (
          <span className="min-w-0 text-ink [overflow-wrap:anywhere]">{grounds}</span>
        )}
        {path.checkedAt === null ? null : (
          <span className="ml-auto text-ink-muted text-xs">
            checked <RelativeTime at={path.checkedAt} />
          </span>
        )}
      </div>
      <dl className="grid gap-px bg-line sm:grid-cols-2">
        <Answer label="Final answer" answer={path.answer} hint={rule} />
        <Answer label="Reference answer" answer={path.referenceAnswer} hint={null} />
      </dl>
    </section>
  );
}

function Answer({ label, answer, hint }: { label: string; answer: string | null; hint: ReactNode }) {
  return (
    <div className="min-w-0 bg-raised px-4 py-2.5">
      <dt className="text-ink-muted text-xs">{label}</dt>
      <dd className="overflow-x-auto font-medium text-base">
        <AnswerText answer={answer} />
      </dd>
      {hint === null ? null : <dd className="text-ink-faint text-xs">{hint}</dd>}
    </div>
  );
}
