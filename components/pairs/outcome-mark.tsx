import { ToneDot } from "#components/ui/tone-dot.tsx";
import type { PairRow } from "#lib/pairs/contract.ts";
import { pairState } from "./pair-roles.ts";
import { STATE_LABEL, STATE_TONE } from "./pair-words.ts";

/** What people have said of a pair: open, decided, tie, both bad. */
export function OutcomeMark({
  pair,
  className,
}: {
  pair: Pick<PairRow, "decided">;
  className?: string | undefined;
}) {
  const state = pairState(pair);
  return <ToneDot tone={STATE_TONE[state]} label={STATE_LABEL[state]} showLabel className={className} />;
}
