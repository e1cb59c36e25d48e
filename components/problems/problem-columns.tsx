import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import type { ProblemRow } from "#lib/problems/contract.ts";
import { AnswerText } from "./answer-text.tsx";
import { countWords } from "./count-words.ts";
import { HardBadge } from "./hard-badge.tsx";
import { MathLine } from "./math-line.tsx";
import { SPLIT_LABEL } from "./problem-words.ts";
import { shareText } from "./share.ts";

function StatementCell({ row }: { row: ProblemRow }) {
  if (!row.isHard) return <MathLine text={row.text} />;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <HardBadge problem={row} />
      <MathLine text={row.text} />
    </span>
  );
}

const none = <span className="text-ink-faint">—</span>;

export const PROBLEM_COLUMNS: readonly Column<ProblemRow>[] = [
  { key: "text", header: "Problem", flex: 1, minWidth: 260, cell: (row) => <StatementCell row={row} /> },
  { key: "answer", header: "Answer", width: 140, cell: (row) => <AnswerText compact answer={row.answer} /> },
  { key: "subdomain", header: "Sub-domain", width: 148, cell: (row) => row.subdomain ?? none },
  { key: "difficulty", header: "Difficulty", width: 92, cell: (row) => row.difficulty ?? none },
  { key: "split", header: "Split", width: 64, cell: (row) => SPLIT_LABEL[row.split] },
  { key: "paths", header: "Paths", width: 68, align: "right", cell: (row) => row.paths.toLocaleString("en") },
  {
    key: "share",
    header: "Correct",
    width: 80,
    align: "right",
    cell: (row) => shareText(row.correct, row.paths) ?? none,
  },
];

/** A row where there is no room for columns. */
export function ProblemCard({ row }: { row: ProblemRow }) {
  const share = shareText(row.correct, row.paths);
  const facts = [row.subdomain, row.difficulty, countWords(row.paths, "path"), share && `${share} correct`];
  return (
    <>
      <span className="line-clamp-3">
        <MathInline text={row.text} />
      </span>
      <span className="mt-1 flex gap-3 text-ink-muted text-xs">
        {row.isHard ? <HardBadge problem={row} /> : null}
        <span className="min-w-0 flex-1 truncate">{facts.filter(Boolean).join(" · ")}</span>
        <span className="max-w-2/5 truncate text-ink">
          <AnswerText answer={row.answer} />
        </span>
      </span>
    </>
  );
}
