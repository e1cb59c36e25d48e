import { ToneDot } from "#components/ui/tone-dot.tsx";
import type { Verdict } from "#lib/paths/contract.ts";
import { VERDICT_LABEL, VERDICT_TONE, verdictState } from "./verdict-words.ts";

interface VerdictMarkProps {
  verdict: Verdict | null;
  /** The mark alone, the word for screen readers and on hovering. */
  bare?: boolean | undefined;
  className?: string | undefined;
}

/** What checking says of a path: a mark of its own shape and colour, and the word. */
export function VerdictMark({ verdict, bare = false, className }: VerdictMarkProps) {
  const state = verdictState(verdict);
  return (
    <ToneDot
      tone={VERDICT_TONE[state]}
      label={VERDICT_LABEL[state]}
      showLabel={!bare}
      className={className}
    />
  );
}
