import { ModelName } from "#components/paths/model-name.tsx";
import { PathTrace } from "#components/paths/path-trace.tsx";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { cx } from "#components/ui/class-names.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { FullUnit } from "#lib/review/contract/queues.ts";
import { pathName } from "./category-words.ts";

const MOST_HEIGHT = 460;

/** The paths of a unit side by side, in its own order, with what reviewers don't see: model and verdict. */
export function UnitPaths({ project, unit }: { project: string; unit: FullUnit }) {
  const { kind, paths } = unit;
  if (paths.length === 0) return null;
  return (
    <div
      className={cx(
        "grid items-start gap-4",
        paths.length > 1 && "md:grid-cols-2",
        paths.length > 2 && "2xl:grid-cols-3",
      )}
    >
      {paths.map(({ pathId, segments, verdict, model, answer }, at) => (
        <section
          key={pathId}
          aria-label={`${pathName(kind, at)}${kind === "pair" ? " path" : ""}`}
          className="flex min-w-0 flex-col rounded-lg border border-line bg-raised"
        >
          <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2">
            <h2 className="font-semibold">{pathName(kind, at)}</h2>
            <TextLink href={`/projects/${project}/paths/${pathId}`} className="min-w-0 truncate">
              <ModelName model={model} className="text-current" />
            </TextLink>
            <VerdictMark verdict={verdict} />
            <span className="min-w-0 font-medium">
              <AnswerText answer={answer} />
            </span>
          </header>
          <PathTrace segments={segments} label={pathName(kind, at)} maxHeight={MOST_HEIGHT} />
        </section>
      ))}
    </div>
  );
}
