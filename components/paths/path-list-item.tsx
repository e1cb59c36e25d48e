import Link from "next/link";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { cx } from "#components/ui/class-names.ts";
import type { PathRow } from "#lib/paths/contract.ts";
import { KindBadge } from "./kind-badge.tsx";
import { ModelName } from "./model-name.tsx";
import { VerdictMark } from "./verdict-mark.tsx";
import { verdictGrounds } from "./verdict-words.ts";

interface PathListItemProps {
  path: PathRow;
  href: string;
  /** Without the grounds of the verdict, for a narrow column. */
  compact?: boolean | undefined;
  current?: boolean | undefined;
}

/** A path among the others of its problem. */
export function PathListItem({ path, href, compact = false, current = false }: PathListItemProps) {
  const grounds = verdictGrounds(path);
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
          hidden={path.modelHidden}
          className={cx("min-w-0 truncate", compact ? "flex-1" : "w-44 shrink narrow:flex-1")}
        />
        <KindBadge kind={path.kind} />
        <span className={cx("ml-auto truncate text-right font-medium", compact ? "max-w-24" : "max-w-2/5")}>
          <AnswerText compact={compact} answer={path.answer} />
        </span>
      </span>
      {compact || grounds === null ? null : (
        <span className="mt-0.5 line-clamp-2 block text-ink-muted text-xs [overflow-wrap:anywhere] sm:pl-31">
          {grounds}
        </span>
      )}
    </Link>
  );
}
