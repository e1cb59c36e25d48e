import type { ReactNode } from "react";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { cx } from "#components/ui/class-names.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { toneSoft } from "#components/ui/tone.ts";
import type { Path } from "#lib/paths/contract.ts";
import { AgreementNote } from "./agreement-note.tsx";
import { answerRuleText } from "./answer-rule.ts";
import { VerdictGrounds } from "./verdict-grounds.tsx";
import { VerdictMark } from "./verdict-mark.tsx";
import { VERDICT_TONE, verdictState } from "./verdict-words.ts";

/** A path's final answer beside the reference, what comparing the two came to, and whose it is. */
export function PathVerdict({ project, path }: { project: string; path: Path }) {
  const { verdict, checkedAt, answer, referenceAnswer, author, revisionOfId, problemId } = path;
  return (
    <section aria-label="Verdict" className="overflow-hidden rounded-lg border border-line bg-raised">
      <div
        className={cx(
          "flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2",
          toneSoft[VERDICT_TONE[verdictState(verdict)]],
        )}
      >
        <VerdictMark verdict={verdict} className="font-semibold text-current" />
        <VerdictGrounds path={path} className="min-w-0 text-ink [overflow-wrap:anywhere]" />
        {checkedAt === null ? null : (
          <span className="ml-auto text-ink-muted text-xs">
            checked <RelativeTime at={checkedAt} />
          </span>
        )}
      </div>
      <dl className="grid gap-px bg-line sm:grid-cols-2">
        <Answer label="Final answer" answer={answer} hint={answerRuleText(path.answerRule)} />
        <Answer label="Reference answer" answer={referenceAnswer} hint={null} />
      </dl>
      {referenceAnswer === null ? (
        <div className="border-line border-t px-4 py-2 empty:hidden">
          <AgreementNote project={project} problem={problemId} />
        </div>
      ) : null}
      {author === null && revisionOfId === null ? null : (
        <p className="border-line border-t px-4 py-2 text-ink-muted text-xs">
          {author === null ? null : `Written by ${author}`}
          {author === null || revisionOfId === null ? null : ", "}
          {revisionOfId === null ? null : (
            <>
              {author === null ? "Began" : "began"} as{" "}
              <TextLink href={`/projects/${project}/paths/${revisionOfId}`}>path {revisionOfId}</TextLink>
            </>
          )}
        </p>
      )}
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
