import type { ReactNode } from "react";
import { answerRuleText } from "#components/paths/answer-rule.ts";
import { VerdictGrounds } from "#components/paths/verdict-grounds.tsx";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import type { PathVerdict } from "#lib/answers/verdict.ts";
import type { Path } from "#lib/paths/contract.ts";
import type { FreshVerdict } from "./fresh-verdict.ts";

interface VerdictComparisonProps {
  path: Path;
  fresh: FreshVerdict;
  /** Whether the code has been changed since it printed that. */
  isStale: boolean;
  /** Writes another closing text. */
  onMend: (closing: string) => void;
}

/** The verdict on what was just printed, beside the stored one. */
export function VerdictComparison({ path, fresh, isStale, onMend }: VerdictComparisonProps) {
  const { printed, whole, contradicts, mended } = fresh;
  return (
    <section aria-label="Fresh verdict" className="flex flex-col gap-2">
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="w-full text-left [&_td]:px-3 [&_td]:py-1.5 [&_th]:px-3 [&_th]:py-1.5">
          <thead className="bg-sunken text-ink-muted text-xs">
            <tr>
              <th className="w-24 font-normal sm:w-36">
                <span className="sr-only">Of</span>
              </th>
              <th className="font-normal">Final answer</th>
              <th className="font-normal">Verdict</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-line border-t">
            <Row name="Stored" answer={path.answer} rule={path.answerRule}>
              <VerdictMark verdict={path.verdict} />
              <VerdictGrounds path={path} className="text-ink-muted text-xs" />
            </Row>
            <FreshRow name={isStale ? "Before the change" : "Printed now"} found={printed} />
            {contradicts || (printed.answer === null && whole.answer !== null) ? (
              <FreshRow name="With its text" found={whole} />
            ) : null}
          </tbody>
        </table>
      </div>
      {contradicts ? (
        <Callout
          tone="warn"
          title="The text says another answer than the code"
          action={
            mended === null ? undefined : (
              <Button size="sm" onClick={() => onMend(mended)}>
                Write the printed answer there
              </Button>
            )
          }
        >
          What a text declares goes before what is printed, so this is the path's answer if it is saved like
          this.
        </Callout>
      ) : null}
    </section>
  );
}

function FreshRow({ name, found }: { name: string; found: PathVerdict }) {
  const { answer, rule, verdict, method, reason } = found;
  return (
    <Row name={name} answer={answer} rule={rule}>
      <VerdictMark verdict={verdict} />
      <VerdictGrounds
        path={{ verdictMethod: method, verdictReason: reason }}
        className="text-ink-muted text-xs"
      />
    </Row>
  );
}

interface RowProps {
  name: string;
  answer: string | null;
  rule: string | null;
  children: ReactNode;
}

function Row({ name, answer, rule, children }: RowProps) {
  const place = answerRuleText(rule);
  return (
    <tr className="align-baseline">
      <th scope="row" className="whitespace-nowrap font-medium">
        {name}
      </th>
      <td>
        <AnswerText answer={answer} className="font-medium" />
        {place === null ? null : <span className="block text-ink-faint text-xs">{place}</span>}
      </td>
      <td>
        <span className="flex flex-wrap items-center gap-x-2">{children}</span>
      </td>
    </tr>
  );
}
