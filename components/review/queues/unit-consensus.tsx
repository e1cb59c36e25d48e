import { Panel } from "#components/ui/panel.tsx";
import type { FullUnit } from "#lib/review/contract/queues.ts";
import { type CategoryCount, categoryWord, majority } from "./category-words.ts";
import { numberText } from "./figure-words.ts";

interface UnitConsensusProps {
  unit: FullUnit;
  counts: readonly CategoryCount[];
}

/** What the answers come to: each counted once, and each weighed by how far its reviewer can be relied on. */
export function UnitConsensus({ unit, counts }: UnitConsensusProps) {
  const { kind, weighted } = unit;
  const paths = unit.paths.map(({ pathId }) => pathId);
  const word = (category: string) => categoryWord(kind, category, paths);
  const most = majority(counts);
  const [first] = weighted;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Panel
        title="Each answer counts once"
        description={most === null ? "No answer has more than half." : `More than half: ${word(most)}`}
      >
        <Bars
          rows={counts.map(({ category, count, share }) => ({
            key: category,
            label: word(category),
            share,
            text: `${count}, ${numberText("share", share)}`,
          }))}
          none="There is no answer to count."
        />
      </Panel>
      <Panel
        title="Weighed by reliability"
        description={
          first === undefined
            ? "Dawid–Skene over the queue's answers."
            : `Most probable: ${word(first.category)}. Dawid–Skene over the queue's answers.`
        }
      >
        <Bars
          rows={weighted.map(({ category, probability }) => ({
            key: category,
            label: word(category),
            share: probability,
            text: numberText("share", probability),
          }))}
          none={
            kind === "ranking"
              ? "Rankings aren't weighed: each unit has answers of its own."
              : "There is no answer to weigh, or this unit is gold."
          }
        />
      </Panel>
    </div>
  );
}

interface BarsProps {
  rows: readonly { key: string; label: string; share: number; text: string }[];
  none: string;
}

function Bars({ rows, none }: BarsProps) {
  if (rows.length === 0) return <p className="text-ink-muted">{none}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {rows.map(({ key, label, share, text }) => (
        <li key={key} className="flex flex-col gap-1">
          <span className="flex items-baseline justify-between gap-4">
            <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
            <span className="shrink-0 text-ink-muted tabular-nums">{text}</span>
          </span>
          <span aria-hidden className="h-1 overflow-hidden rounded-full bg-line">
            <span className="block h-full rounded-full bg-accent" style={{ width: `${100 * share}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
