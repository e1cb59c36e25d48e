import { AnswerText } from "#components/problems/answer-text.tsx";
import { MathLine } from "#components/problems/math-line.tsx";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import type { PathRow } from "#lib/paths/contract.ts";
import { KindBadge } from "./kind-badge.tsx";
import { ModelName } from "./model-name.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

const model: Column<PathRow> = {
  key: "model",
  header: "Model",
  width: 168,
  cell: (row) => <ModelName model={row.model} />,
};

const all: readonly Column<PathRow>[] = [
  {
    key: "problem",
    header: "Problem",
    flex: 3,
    minWidth: 240,
    cell: (row) => <MathLine text={row.problemText} />,
  },
  model,
  { key: "kind", header: "Kind", width: 76, cell: (row) => <KindBadge kind={row.kind} /> },
  { key: "answer", header: "Answer", width: 128, cell: (row) => <AnswerText compact answer={row.answer} /> },
  {
    key: "verdict",
    header: "Verdict",
    width: 124,
    cell: (row) => <VerdictMark className="flex" verdict={row.verdict} />,
  },
  {
    key: "reason",
    header: "Reason",
    flex: 2,
    minWidth: 160,
    cell: (row) => (
      <span className="text-ink-muted" title={row.verdictReason ?? undefined}>
        {row.verdictReason ?? ""}
      </span>
    ),
  },
];

/** The table's columns; without models for those who may not see them. */
export function pathColumns(modelsHidden: boolean): readonly Column<PathRow>[] {
  return modelsHidden ? all.filter((column) => column !== model) : all;
}

/** A row where there is no room for columns. */
export function PathCard({ row }: { row: PathRow }) {
  return (
    <>
      <span className="line-clamp-2">
        <MathInline text={row.problemText} />
      </span>
      <span className="mt-1.5 flex items-center gap-2.5 text-xs">
        <VerdictMark verdict={row.verdict} />
        <KindBadge kind={row.kind} />
        {row.modelHidden ? null : (
          <ModelName model={row.model} className="min-w-0 flex-1 truncate text-ink-muted" />
        )}
        <span className="ml-auto max-w-2/5 truncate">
          <AnswerText answer={row.answer} />
        </span>
      </span>
    </>
  );
}
