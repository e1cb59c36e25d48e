import { MathLine } from "#components/problems/math-line.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import type { UnitRow } from "#lib/review/contract/queues.ts";
import type { TaskKind } from "#lib/review/contract.ts";
import { categoryWord } from "./category-words.ts";
import { numberText } from "./figure-words.ts";
import { UNIT_STATE_TONE, UNIT_STATE_WORD } from "./queue-words.ts";

function StateMark({ row: { state, gold } }: { row: UnitRow }) {
  if (gold !== null) return <Badge tone="accent">Gold</Badge>;
  return <Badge tone={UNIT_STATE_TONE[state]}>{UNIT_STATE_WORD[state]}</Badge>;
}

/** What was agreed on, decided, or is known of a unit. */
function outcome(kind: TaskKind, { consensus, gold }: UnitRow): string {
  const category = gold ?? consensus;
  return category === null ? "—" : categoryWord(kind, category);
}

export function unitColumns(kind: TaskKind): readonly Column<UnitRow>[] {
  return [
    {
      key: "problem",
      header: "Problem",
      flex: 3,
      minWidth: 220,
      cell: (row) => <MathLine text={row.problemText} />,
    },
    { key: "state", header: "State", width: 96, cell: (row) => <StateMark row={row} /> },
    {
      key: "answers",
      header: "Answers",
      width: 88,
      align: "right",
      cell: ({ answered, wanted, gold }) => (gold === null ? `${answered} of ${wanted}` : answered),
    },
    {
      key: "share",
      header: "Agree",
      width: 88,
      align: "right",
      cell: ({ share }) => (share === null ? "—" : numberText("share", share)),
    },
    {
      key: "outcome",
      header: "Outcome",
      flex: 1,
      minWidth: 150,
      cell: (row) => <span className="text-ink-muted">{outcome(kind, row)}</span>,
    },
    {
      key: "tags",
      header: "Tags",
      flex: 1,
      minWidth: 120,
      cell: ({ tags }) => <span className="text-ink-muted">{tags.join(", ")}</span>,
    },
  ];
}

export function UnitCard({ kind, row }: { kind: TaskKind; row: UnitRow }) {
  const { answered, wanted, share } = row;
  return (
    <>
      <span className="line-clamp-2">
        <MathInline text={row.problemText} />
      </span>
      <span className="mt-1 flex items-center gap-2 text-ink-muted text-xs">
        <StateMark row={row} />
        <span className="min-w-0 truncate">
          {answered} of {wanted}
          {share === null ? "" : `, ${numberText("share", share)} agree`} · {outcome(kind, row)}
        </span>
      </span>
    </>
  );
}
