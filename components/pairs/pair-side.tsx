import { KindBadge } from "#components/paths/kind-badge.tsx";
import { ModelName } from "#components/paths/model-name.tsx";
import { PathTrace } from "#components/paths/path-trace.tsx";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Pair } from "#lib/pairs/contract.ts";

interface PairSideProps {
  project: string;
  side: Pair["first"];
  name: "First" | "Second";
  role: "chosen" | "rejected" | null;
}

/** One path of a pair as leads see it: with its model and verdict. */
export function PairSide({ project, side, name, role }: PairSideProps) {
  return (
    <section
      aria-label={`${name} path`}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-raised"
    >
      <header className="flex flex-col gap-1 border-line border-b px-4 py-2">
        <div className="flex min-h-6 flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="font-semibold">{name}</h2>
          {role === null ? null : <Badge tone={role === "chosen" ? "good" : "bad"}>{role}</Badge>}
          <TextLink href={`/projects/${project}/paths/${side.id}`} className="min-w-0 truncate">
            <ModelName model={side.model} className="text-current" />
          </TextLink>
          <KindBadge kind={side.kind} />
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <VerdictMark verdict={side.verdict} />
          <span className="font-medium">
            <AnswerText answer={side.answer} />
          </span>
          {side.verdictReason === null ? null : (
            <span className="min-w-0 text-ink-muted text-xs [overflow-wrap:anywhere]">
              {side.verdictReason}
            </span>
          )}
        </div>
      </header>
      <PathTrace segments={side.segments} label={`${name} path`} />
    </section>
  );
}
