import { AnswerText } from "#components/problems/answer-text.tsx";
import { MathLine } from "#components/problems/math-line.tsx";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import type { PathRow } from "#lib/paths/contract.ts";
import { KindBadge } from "./kind-badge.tsx";
import { ModelName } from "./model-name.tsx";
import { PathMarks } from "./path-marks.tsx";
import { ReasonText } from "./verdict-grounds.tsx";
import { VerdictMark } from "./verdict-mark.tsx";
import { VerifiedMarks } from "./verified-marks.tsx";

const model: Column<PathRow> = {
  key: "model",
  header: "Model",
  width: 152,
  cell: (row) => <ModelName model={row.model} author={row.author} />,
};

const verified: Column<PathRow> = {
  key: "verified",
  header: "Verified",
  width: 136,
  cell: (row) => <VerifiedMarks path={row} className="flex" />,
};

const all: readonly Column<PathRow>[] = [
  {
    key: "problem",
    header: "Problem",
    flex: 3,
    minWidth: 240,
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-1.5">
        <PathMarks path={row} />
        <MathLine text={row.problemText} />
      </span>
    ),
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
  verified,
  {
    key: "reason",
    header: "Reason",
    flex: 2,
    minWidth: 160,
    cell: (row) => (
      <span className="text-ink-muted" title={row.verdictReason ?? undefined}>
        {row.verdictReason === null ? null : <ReasonText reason={row.verdictReason} />}
      </span>
    ),
  },
];

interface Columns {
  /** For those who may not see models. */
  modelsHidden: boolean;
  /** Whether anything has been verified. */
  anyVerified: boolean;
}

/** The table's columns, without those that would be empty. */
export function pathColumns({ modelsHidden, anyVerified }: Columns): readonly Column<PathRow>[] {
  return all.filter(
    (column) => !(column === model && modelsHidden) && !(column === verified && !anyVerified),
  );
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
        <PathMarks path={row} />
        <VerifiedMarks path={row} onlyTrouble />
        <KindBadge kind={row.kind} />
        {row.modelHidden ? null : (
          <ModelName
            model={row.model}
            author={row.author}
            className="min-w-0 flex-1 truncate text-ink-muted"
          />
        )}
        <span className="ml-auto max-w-2/5 truncate">
          <AnswerText answer={row.answer} />
        </span>
      </span>
    </>
  );
}
