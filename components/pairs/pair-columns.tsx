import { ModelName } from "#components/paths/model-name.tsx";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { MathLine } from "#components/problems/math-line.tsx";
import { cx } from "#components/ui/class-names.ts";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import type { PairRow } from "#lib/pairs/contract.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import { chosenAndRejected, proposalView } from "./pair-roles.ts";
import { PROPOSAL_LABEL } from "./pair-words.ts";

type Side = PairRow["first"];

/** Who wrote a side and its verdict; muted where nothing is chosen, since then the sides have no roles. */
function SideCell({ side, settled }: { side: Side; settled: boolean }) {
  return (
    <span className={cx("flex min-w-0 items-center gap-1.5", !settled && "text-ink-faint")}>
      <VerdictMark bare verdict={side.verdict} />
      <ModelName model={side.model} className="truncate" />
    </span>
  );
}

function sides(row: PairRow): { left: Side; right: Side; settled: boolean } {
  const roles = chosenAndRejected(row);
  return roles
    ? { left: roles.chosen, right: roles.rejected, settled: true }
    : { left: row.first, right: row.second, settled: false };
}

export const PAIR_COLUMNS: readonly Column<PairRow>[] = [
  {
    key: "problem",
    header: "Problem",
    flex: 1,
    minWidth: 240,
    cell: (row) => <MathLine text={row.problemText} />,
  },
  {
    key: "chosen",
    header: "Chosen",
    width: 172,
    cell: (row) => <SideCell side={sides(row).left} settled={sides(row).settled} />,
  },
  {
    key: "rejected",
    header: "Rejected",
    width: 172,
    cell: (row) => <SideCell side={sides(row).right} settled={sides(row).settled} />,
  },
  {
    key: "proposed",
    header: "Proposed",
    width: 116,
    cell: (row) => <span className="text-ink-muted">{PROPOSAL_LABEL[proposalView(row)]}</span>,
  },
  {
    key: "decided",
    header: "By people",
    width: 104,
    cell: (row) => <OutcomeMark className="flex" pair={row} />,
  },
  {
    key: "judgements",
    header: "Judgements",
    width: 100,
    align: "right",
    cell: (row) => row.judgements.toLocaleString("en"),
  },
];

/** A row where there is no room for columns. */
export function PairCard({ row }: { row: PairRow }) {
  const { left, right, settled } = sides(row);
  return (
    <>
      <span className="line-clamp-2">
        <MathInline text={row.problemText} />
      </span>
      <span className="mt-1.5 flex items-center gap-2 text-xs">
        <SideCell side={left} settled={settled} />
        <span className="shrink-0 text-ink-faint">{settled ? "over" : "and"}</span>
        <SideCell side={right} settled={settled} />
        <OutcomeMark pair={row} className="ml-auto shrink-0" />
      </span>
    </>
  );
}
