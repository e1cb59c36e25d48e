"use client";

import { Badge } from "#components/ui/badge.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { WordDiffText } from "#components/ui/word-diff-text.tsx";
import { FIELD_LABEL, valueText } from "./draft-fields.ts";
import type { Choice, FieldMerge } from "./field-merges.ts";

interface MergeFieldProps {
  merge: FieldMerge;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  /** Whose the other version is. */
  who: string;
}

/** One field in both versions, with what each changed marked in it. */
export function MergeField({ merge, choice, onChoose, who }: MergeFieldProps) {
  const { name, base, mine, theirs, merged, outcome } = merge;
  const label = FIELD_LABEL[name];
  const from = base === undefined ? null : valueText(base);
  const options = [
    { value: "mine" as const, label: "Mine" },
    { value: "theirs" as const, label: "Theirs" },
    ...(outcome !== "merged" ? [] : [{ value: "merged" as const, label: "Merged" }]),
  ];
  return (
    <section aria-label={label} className="rounded-lg border border-line">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-1.5">
        <h3 className="font-semibold">{label}</h3>
        {outcome === "mine" ? <Badge>changed by you</Badge> : null}
        {outcome === "theirs" ? <Badge>changed by {who}</Badge> : null}
        {outcome === "merged" ? <Badge tone="good">both changed it, in different places</Badge> : null}
        {outcome === "conflict" ? <Badge tone="warn">changed by both in one place</Badge> : null}
        <span className="ml-auto">
          {choice === null ? <span className="mr-2 text-warn text-xs">choose</span> : null}
          <ChoiceOf choice={choice} label={`${label}: which version`} onChoose={onChoose} options={options} />
        </span>
      </header>
      <div className="grid gap-px bg-line md:grid-cols-2">
        <Side chosen={choice === "mine"} from={from} title="Mine" value={valueText(mine)} />
        <Side
          chosen={choice === "theirs"}
          from={from ?? valueText(mine)}
          title="Theirs"
          value={valueText(theirs)}
        />
        {outcome !== "merged" ? null : (
          <div className="md:col-span-2">
            <Side
              chosen={choice === "merged"}
              from={valueText(theirs)}
              title="Merged, against theirs"
              value={valueText(merged)}
            />
          </div>
        )}
      </div>
    </section>
  );
}

interface SideProps {
  title: string;
  /** What it is compared with; null shows it as it is. */
  from: string | null;
  value: string;
  chosen: boolean;
}

function Side({ title, from, value, chosen }: SideProps) {
  return (
    <div className={chosen ? "h-full bg-selected px-3 py-2" : "h-full bg-raised px-3 py-2"}>
      <p className="pb-1 text-ink-muted text-xs">
        {title}
        {chosen ? <span className="text-accent-text"> · chosen</span> : null}
      </p>
      {value === "" && (from ?? "") === "" ? (
        <span className="text-ink-faint">—</span>
      ) : (
        <WordDiffText after={value} before={from ?? value} className="max-h-72 overflow-y-auto" />
      )}
    </div>
  );
}

interface ChoiceOfProps {
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  label: string;
  options: readonly { value: Choice; label: string }[];
}

/** Nothing is pressed before something was chosen. */
function ChoiceOf({ choice, onChoose, label, options }: ChoiceOfProps) {
  return (
    <Segmented<Choice | "none">
      label={label}
      onChange={(next) => {
        if (next !== "none") onChoose(next);
      }}
      options={options}
      value={choice ?? "none"}
    />
  );
}
