import { AnswerText } from "#components/problems/answer-text.tsx";
import type { PathRow } from "#lib/paths/contract.ts";
import { reasonPieces } from "./verdict-reason.ts";
import { verdictMethodText } from "./verdict-words.ts";

interface VerdictGroundsProps {
  path: Pick<PathRow, "verdictMethod" | "verdictReason">;
  className?: string | undefined;
}

/** How a verdict was reached and why: "compared as numbers: 18.0 is 18", its answers drawn as maths. */
export function VerdictGrounds({ path, className }: VerdictGroundsProps) {
  const { verdictMethod, verdictReason } = path;
  const method = verdictMethodText(verdictMethod);
  if (method === null && !verdictReason) return null;
  return (
    <span className={className}>
      {method}
      {method !== null && verdictReason ? ": " : null}
      {verdictReason ? <ReasonText reason={verdictReason} /> : null}
    </span>
  );
}

/** Why a verdict or a step is what it is, on one line, answers and formulas drawn as maths. */
export function ReasonText({ reason }: { reason: string }) {
  return reasonPieces(reason).map(({ text, isAnswer }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece's place is its identity
    isAnswer ? <AnswerText key={place} compact answer={text} /> : text,
  );
}
