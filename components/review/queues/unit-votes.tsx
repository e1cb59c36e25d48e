import { Badge } from "#components/ui/badge.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FullUnit, UnitVote } from "#lib/review/contract/queues.ts";
import { categoryWord, seedDetail, strengthWord } from "./category-words.ts";
import { secondsText } from "./figure-words.ts";
import { noteQuote } from "./note-quote.ts";

/** All that was said of a unit, side by side, oldest first. */
export function UnitVotes({ unit }: { unit: FullUnit }) {
  return (
    <Panel title="Answers">
      {unit.votes.length === 0 ? (
        <p className="text-ink-muted">Nobody has answered yet.</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))] items-start gap-3">
          {unit.votes.map((vote) => (
            <Vote key={vote.id} unit={unit} vote={vote} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Vote({ unit, vote }: { unit: FullUnit; vote: UnitVote }) {
  const { reviewer, category, value, strength, comment, notes, seconds, late, at } = vote;
  const paths = unit.paths.map(({ pathId }) => pathId);
  const detail = unit.kind === "seed" ? seedDetail(value) : strengthWord(strength);
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-md border border-line px-3 py-2">
      <div>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium [overflow-wrap:anywhere]">
          {category === null ? (
            <span className="font-normal text-ink-muted">Skipped</span>
          ) : (
            categoryWord(unit.kind, category, paths)
          )}
          {detail === null ? null : <span className="font-normal text-ink-muted">{detail}</span>}
          {late ? (
            <Badge tone="warn" title="It came after the lease had ended, or the problem has changed since">
              late
            </Badge>
          ) : null}
        </p>
        <p className="text-ink-faint text-xs [overflow-wrap:anywhere]">
          {reviewer}, {secondsText(seconds)}, <RelativeTime at={at} />
        </p>
      </div>
      {comment === null || comment === "" ? null : <MathText text={comment} className="text-sm" />}
      {notes.length === 0 ? null : (
        <ul aria-label={`Notes of ${reviewer}`} className="flex flex-col gap-1.5 text-xs">
          {notes.map((note) => {
            const { where, quote } = noteQuote(note, unit);
            return (
              <li
                key={`${note.pathId} ${note.segment} ${note.from} ${note.text}`}
                className="border-line-strong border-l-2 pl-2 [overflow-wrap:anywhere]"
              >
                <span className="text-ink-faint">
                  {where}
                  {quote === null ? null : <>: “{quote}”</>}
                </span>
                <span className="block">{note.text}</span>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
