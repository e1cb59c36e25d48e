import { countWords } from "#components/problems/count-words.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { Pair } from "#lib/pairs/contract.ts";
import { ORIGIN_LABEL, OUTCOME_LABEL, policyLabel } from "./pair-words.ts";

/** Where a pair's choice comes from: what was proposed, and what people said. */
export function PairFacts({ pair }: { pair: Pair }) {
  const { origin, policy, proposed, decided, decidedAt, judgements, margin } = pair;
  return (
    <StatRow className="[&_span]:text-sm">
      <Stat
        label="Proposed"
        value={proposed === null ? "Nothing" : OUTCOME_LABEL[proposed]}
        hint={policy === null ? ORIGIN_LABEL[origin] : `${ORIGIN_LABEL[origin]}: ${policyLabel(policy)}`}
      />
      <Stat
        label="Decided by people"
        value={decided === null ? "Not yet" : OUTCOME_LABEL[decided]}
        hint={
          <>
            {judgements === 0 ? "Nobody has judged it" : countWords(judgements, "judgement")}
            {decidedAt === null ? null : (
              <>
                , <RelativeTime at={decidedAt} />
              </>
            )}
          </>
        }
      />
      {margin === null ? null : <Stat label="Margin" value={margin.toLocaleString("en")} />}
    </StatRow>
  );
}
