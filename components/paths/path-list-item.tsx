import Link from "next/link";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { cx } from "#components/ui/class-names.ts";
import type { PathRow } from "#lib/paths/contract.ts";
import { KindBadge } from "./kind-badge.tsx";
import { ModelName } from "./model-name.tsx";
import { VerdictGrounds } from "./verdict-grounds.tsx";
import { VerdictMark } from "./verdict-mark.tsx";
import { VerifiedMarks } from "./verified-marks.tsx";

interface PathListItemProps {
  path: PathRow;
  href: string;
  /** Without the grounds of the verdict, for a narrow column. */
  compact?: boolean | undefined;
  current?: boolean | undefined;
}

/** A path among the others of its problem. */
export function PathListItem({ path, href, compact = false, current = false }: PathListItemProps) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "block px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2",
        current && "bg-selected hover:bg-selected",
      )}
    >
      <span className="flex items-center gap-3">
        <VerdictMark
          verdict={path.verdict}
          bare={compact}
          className={compact ? undefined : "w-28 shrink-0"}
        />
        <ModelName
          model={path.model}
          author={path.author}
          hidden={path.modelHidden}
          className={cx("min-w-0 truncate", compact ? "flex-1" : "w-44 shrink narrow:flex-1")}
        />
        <KindBadge kind={path.kind} />
        <span className={cx("ml-auto truncate text-right font-medium", compact ? "max-w-24" : "max-w-2/5")}>
          <AnswerText compact={compact} answer={path.answer} />
        </span>
      </span>
      {compact ? null : (
        <span className="mt-0.5 flex flex-wrap items-start gap-x-4 text-ink-muted text-xs sm:pl-31">
          <VerdictGrounds path={path} className="line-clamp-2 min-w-0 [overflow-wrap:anywhere]" />
          <VerifiedMarks path={path} onlyTrouble />
        </span>
      )}
    </Link>
  );
}
