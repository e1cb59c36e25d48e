import { Badge } from "#components/ui/badge.tsx";
import { WordDiffText } from "#components/ui/word-diff-text.tsx";
import { changedFields, FIELD_NAMES } from "#lib/problems/changed-fields.ts";
import type { ProblemFields } from "#lib/problems/contract.ts";
import { FIELD_LABEL, valueText } from "../editor/draft-fields.ts";

interface FieldChangesProps {
  /** Null shows `after` as it is. */
  before: ProblemFields | null;
  after: ProblemFields;
  /** Where nothing differs. */
  none: string;
}

/** The fields in which two versions differ, each with its words marked. */
export function FieldChanges({ before, after, none }: FieldChangesProps) {
  const names = before
    ? changedFields(before, after)
    : FIELD_NAMES.filter((name) => valueText(after[name]) !== "");
  if (names.length === 0) return <p className="p-4 text-ink-muted">{none}</p>;
  return (
    <div className="flex flex-col divide-y divide-line">
      {names.map((name) => {
        const [from, to] = [before ? valueText(before[name]) : null, valueText(after[name])];
        return (
          <section aria-label={FIELD_LABEL[name]} className="px-4 py-3" key={name}>
            <h3 className="flex items-center gap-2 pb-1.5 font-medium text-xs">
              {FIELD_LABEL[name]}
              {from === "" ? <Badge>new</Badge> : null}
              {to === "" ? <Badge>taken away</Badge> : null}
            </h3>
            <WordDiffText after={to} before={from ?? to} fold={from !== null} />
          </section>
        );
      })}
    </div>
  );
}
