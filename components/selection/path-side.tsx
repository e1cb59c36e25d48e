import { useMemo } from "react";
import { KindBadge } from "#components/paths/kind-badge.tsx";
import { ModelName } from "#components/paths/model-name.tsx";
import { PathTrace } from "#components/paths/path-trace.tsx";
import { traceDocument } from "#components/paths/trace-document.ts";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { WordDiffText } from "#components/ui/word-diff-text.tsx";
import type { SelectionPath } from "#lib/selection/contract.ts";

/** Differences: what the other path lacks is marked. */
export type PathView = "differences" | "written";

interface PathSideProps {
  project: string;
  name: string;
  path: SelectionPath;
  /** What it stands beside; null: nothing. */
  other: SelectionPath | null;
  view: PathView;
  /** Whether it is what differences begin with, or what they come to. */
  side: "before" | "after";
}

/** One of two paths of a problem that stand side by side. */
export function PathSide({ project, name, path, other, view, side }: PathSideProps) {
  const own = useMemo(() => traceDocument(path.segments).text, [path.segments]);
  const others = useMemo(() => (other ? traceDocument(other.segments).text : null), [other]);
  return (
    <section aria-label={name} className="flex min-w-0 flex-col rounded-lg border border-line bg-raised">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2">
        <h3 className="font-semibold">{name}</h3>
        <TextLink href={`/projects/${project}/paths/${path.pathId}`} className="min-w-0 truncate">
          <ModelName model={path.model} className="text-current" />
        </TextLink>
        <KindBadge kind={path.kind} />
        <VerdictMark verdict={path.verdict} />
        <span className="font-medium">
          <AnswerText answer={path.answer} />
        </span>
      </header>
      {view === "differences" && others !== null ? (
        <div className="p-4">
          <WordDiffText
            side={side}
            fold={false}
            before={side === "before" ? own : others}
            after={side === "after" ? own : others}
          />
        </div>
      ) : (
        <PathTrace segments={path.segments} label={name} maxHeight={420} />
      )}
    </section>
  );
}
