import { Undo2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { BinnedProblem } from "#lib/problems/contract/bin.ts";
import { AnswerText } from "../answer-text.tsx";
import { countWords } from "../count-words.ts";
import { MathLine } from "../math-line.tsx";

interface Actions {
  onRestore: (row: BinnedProblem) => void;
  /** Null for those who may not. */
  onPurge: ((row: BinnedProblem) => void) | null;
}

const none = <span className="text-ink-faint">—</span>;

export function binColumns(actions: Actions): readonly Column<BinnedProblem>[] {
  return [
    { key: "text", header: "Problem", flex: 1, minWidth: 260, cell: (row) => <MathLine text={row.text} /> },
    {
      key: "answer",
      header: "Answer",
      width: 120,
      cell: (row) => <AnswerText answer={row.answer} compact />,
    },
    {
      key: "paths",
      header: "Paths",
      width: 64,
      align: "right",
      cell: (row) => row.paths.toLocaleString("en"),
    },
    { key: "by", header: "Deleted by", width: 120, cell: (row) => row.binnedBy ?? none },
    { key: "at", header: "When", width: 116, cell: (row) => <RelativeTime at={row.binnedAt} /> },
    {
      key: "actions",
      header: <span className="sr-only">Actions</span>,
      width: actions.onPurge ? 232 : 100,
      align: "right",
      cell: (row) => <RowActions row={row} {...actions} />,
    },
  ];
}

/** A row where there is no room for columns. */
export function BinCard({ row, ...actions }: { row: BinnedProblem } & Actions) {
  return (
    <>
      <span className="line-clamp-3">
        <MathInline text={row.text} />
      </span>
      <span className="mt-1 block text-ink-muted text-xs">
        {[countWords(row.paths, "path"), row.binnedBy].filter(Boolean).join(" · ")} ·{" "}
        <RelativeTime at={row.binnedAt} />
      </span>
      <span className="mt-1.5 flex">
        <RowActions row={row} {...actions} />
      </span>
    </>
  );
}

function RowActions({ row, onRestore, onPurge }: { row: BinnedProblem } & Actions) {
  return (
    <span className="relative z-1 inline-flex gap-1.5">
      <Button
        aria-label={`Restore problem ${row.id}`}
        icon={<Undo2 aria-hidden />}
        onClick={() => onRestore(row)}
        size="sm"
      >
        Restore
      </Button>
      {onPurge === null ? null : (
        <Button
          aria-label={`Delete problem ${row.id} for good`}
          onClick={() => onPurge(row)}
          size="sm"
          variant="ghost"
        >
          Delete for good
        </Button>
      )}
    </span>
  );
}
