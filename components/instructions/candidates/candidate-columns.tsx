import { UserRound } from "lucide-react";
import { MathLine } from "#components/problems/math-line.tsx";
import type { Column } from "#components/ui/data-grid-columns.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import type { CandidateRow } from "#lib/instructions/contract.ts";
import { standingSentence, standingWord } from "./candidate-words.ts";
import { scoreText } from "./score-text.ts";

const none = <span className="text-ink-faint">—</span>;

/** How a candidate stands: mark and word, and whether a person decided so. */
export function Standing({ row }: { row: CandidateRow }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={standingSentence(row)}>
      <ToneDot
        tone={row.state === "accepted" ? "good" : "neutral"}
        label={standingWord(row)}
        showLabel
        className="min-w-0"
      />
      {row.decidedBy === null ? null : (
        <span className="shrink-0 text-ink-muted">
          <UserRound aria-hidden className="size-3.5" />
          <span className="sr-only">, by {row.decidedBy}</span>
        </span>
      )}
    </span>
  );
}

const score = (
  key: string,
  header: string,
  width: number,
  of: (row: CandidateRow) => number | null,
): Column<CandidateRow> => ({
  key,
  header,
  width,
  align: "right",
  cell: (row) => scoreText(of(row)) ?? none,
});

export const CANDIDATE_COLUMNS: readonly Column<CandidateRow>[] = [
  { key: "state", header: "State", width: 112, cell: (row) => <Standing row={row} /> },
  {
    key: "text",
    header: "Candidate",
    flex: 1,
    minWidth: 132,
    primary: true,
    cell: (row) => <MathLine text={row.text} />,
  },
  score("rougeL", "ROUGE", 60, (row) => row.rougeL),
  score("lcs", "LCS", 48, (row) => row.lcs),
  score("jaccardWords", "Words", 56, (row) => row.jaccardWords),
  score("jaccardChars", "Chars", 54, (row) => row.jaccardChars),
  { key: "subdomain", header: "Sub-domain", width: 92, cell: (row) => row.subdomain ?? none },
];

/** A row where there is no room for columns. */
export function CandidateCard({ row }: { row: CandidateRow }) {
  const nearest = scoreText(row.rougeL);
  return (
    <>
      <span className="line-clamp-3">
        <MathInline text={row.text} />
      </span>
      <span className="mt-1 flex gap-3 text-ink-muted text-xs">
        <Standing row={row} />
        <span className="min-w-0 flex-1 truncate text-right">
          {[nearest && `ROUGE-L ${nearest}`, row.subdomain].filter(Boolean).join(" · ")}
        </span>
      </span>
    </>
  );
}
