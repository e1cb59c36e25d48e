import { KindBadge } from "#components/paths/kind-badge.tsx";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { MathLine } from "#components/problems/math-line.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import type { SelectionRow } from "#lib/selection/contract.ts";
import { REASON_WORD } from "./selection-words.ts";

function KeptMark({ row }: { row: SelectionRow }) {
  return <Badge tone={row.kept ? "good" : "neutral"}>{row.kept ? "Kept" : "Dropped"}</Badge>;
}

export const ROW_COLUMNS: readonly Column<SelectionRow>[] = [
  {
    key: "problem",
    header: "Problem",
    flex: 2,
    minWidth: 220,
    cell: (row) => <MathLine text={row.problemText} />,
  },
  { key: "model", header: "Model", width: 152, cell: (row) => row.model ?? "People" },
  { key: "kind", header: "Kind", width: 76, cell: (row) => <KindBadge kind={row.kind} /> },
  {
    key: "verdict",
    header: "Verdict",
    width: 124,
    cell: (row) => <VerdictMark className="flex" verdict={row.verdict} />,
  },
  { key: "kept", header: "Kept", width: 88, cell: (row) => <KeptMark row={row} /> },
  {
    key: "reason",
    header: "Why",
    flex: 1,
    minWidth: 150,
    cell: (row) => (
      <span className="text-ink-muted" title={row.detail ?? undefined}>
        {REASON_WORD[row.reason]}
      </span>
    ),
  },
  {
    key: "distance",
    header: "Distance",
    width: 88,
    align: "right",
    cell: (row) => (row.distance === null ? "—" : row.distance.toFixed(3)),
  },
];

export function RowCard({ row }: { row: SelectionRow }) {
  return (
    <>
      <span className="line-clamp-2">
        <MathInline text={row.problemText} />
      </span>
      <span className="mt-1 flex items-center gap-2 text-ink-muted text-xs">
        <KeptMark row={row} />
        <span className="min-w-0 truncate">
          {row.model ?? "People"} · {REASON_WORD[row.reason]}
        </span>
      </span>
    </>
  );
}
