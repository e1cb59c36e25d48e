import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { ReviewQueue } from "#lib/review/contract/queues.ts";
import { ORDER_WORD, overlapText, progressOf, SKIP_WORD, sourceSentence, TASK_WORD } from "./queue-words.ts";

const count = (value: number) => value.toLocaleString("en");
const percent = (share: number) => `${count(Math.round(1000 * share) / 10)} %`;

/** How far a queue has come, and how it is set. */
export function QueueOverview({ project, queue }: { project: string; queue: ReviewQueue }) {
  const { counts, target, deadline, instructions } = queue;
  const list = (units: string) => `/projects/${project}/queues/${queue.id}?view=units&units=${units}`;
  const toTarget = target === null ? "" : ` The target is ${count(target)}.`;
  return (
    <div className="flex flex-col gap-4">
      <StatRow>
        <Stat
          label="Disputed"
          value={count(counts.disputed)}
          hint="for you to decide"
          tone={counts.disputed > 0 ? "warn" : undefined}
          href={list("disputed")}
        />
        <Stat
          label="Open"
          value={count(counts.open)}
          hint={`${count(counts.held)} on screens now`}
          href={list("open")}
        />
        <Stat label="Done" value={count(counts.done)} hint="agreed on" href={list("done")} />
        <Stat label="Settled" value={count(counts.settled)} hint="by a lead" href={list("settled")} />
        <Stat label="Dropped" value={count(counts.dropped)} hint="skipped or gone" href={list("dropped")} />
        <Stat label="Gold" value={count(counts.gold)} hint="answer known" href={list("gold")} />
      </StatRow>
      <Panel title="Progress" description={`${count(counts.wanted)} answers are still wanted.${toTarget}`}>
        <ProgressBar label="Answers" {...progressOf(counts)} />
      </Panel>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Settings">
          <KeyValueList
            items={[
              { label: "Task", value: TASK_WORD[queue.kind] },
              { label: "Units", value: `${count(counts.units)}: ${sourceSentence(queue.source)}` },
              { label: "Answers", value: overlapText(queue) },
              { label: "Order", value: ORDER_WORD[queue.order] },
              { label: "Skipped ones", value: SKIP_WORD[queue.skipPolicy] },
              { label: "Gold share", value: percent(queue.goldShare) },
              { label: "Verdicts", value: queue.hidesVerdict ? "Hidden until the answer" : "Shown" },
              { label: "Lease", value: `${queue.leaseMinutes} minutes` },
              {
                label: "Deadline",
                value: deadline === null ? "None" : <RelativeTime at={deadline} />,
              },
              { label: "New pairs", value: queue.takesIn ? "Come in by themselves" : "Stay out" },
              {
                label: "Made",
                value: (
                  <>
                    {queue.by ?? "Somebody"}, <RelativeTime at={queue.createdAt} />
                  </>
                ),
              },
            ]}
          />
        </Panel>
        <Panel title="Instructions">
          {instructions.trim() === "" ? (
            <p className="text-ink-muted">
              None. A few lines on what counts as better make answers agree more; edit the queue to write
              them.
            </p>
          ) : (
            <MathText text={instructions} />
          )}
        </Panel>
      </div>
    </div>
  );
}
