import { ArrowRight } from "lucide-react";
import { MathInline } from "#components/ui/math-inline.tsx";
import type { BulkPreview } from "#lib/problems/contract/bulk.ts";
import type { ProblemRow } from "#lib/problems/contract.ts";
import { countWords } from "../count-words.ts";
import { SPLIT_LABEL } from "../problem-words.ts";

/** What a change would do, in numbers and by example. */
export function Preview({ preview, remove }: { preview: BulkPreview; remove: boolean }) {
  const { matching, changing, examples } = preview;
  const same = matching - changing;
  return (
    <div className="flex flex-col gap-2">
      <p>
        <strong className="font-semibold">
          {remove
            ? `${countWords(changing, "problem")} would go into the bin.`
            : `${countWords(changing, "problem")} would change.`}
        </strong>
        {same > 0 ? (
          <span className="text-ink-muted"> {same.toLocaleString("en")} are so already.</span>
        ) : null}
      </p>
      {remove || examples.length === 0 ? null : (
        <ul
          aria-label="Examples"
          className="flex flex-col divide-y divide-line rounded-md border border-line"
        >
          {examples.map(({ before, after }) => (
            <li className="px-3 py-1.5 text-xs" key={before.id}>
              <span className="block truncate text-ink-muted">
                <MathInline limit={120} text={before.text} />
              </span>
              {differences(before, after).map(({ label, from, to }) => (
                <span className="flex min-w-0 flex-wrap items-center gap-x-1.5" key={label}>
                  <span className="text-ink-faint">{label}</span>
                  <del className="text-bad">{from}</del>
                  <ArrowRight aria-label="becomes" className="size-3 shrink-0 text-ink-faint" />
                  <ins className="text-good no-underline">{to}</ins>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function differences(before: ProblemRow, after: ProblemRow) {
  const rows = [
    { label: "sub-domain", from: before.subdomain ?? "none", to: after.subdomain ?? "none" },
    { label: "split", from: SPLIT_LABEL[before.split], to: SPLIT_LABEL[after.split] },
    { label: "difficulty", from: before.difficulty ?? "none", to: after.difficulty ?? "none" },
    { label: "tags", from: before.tags.join(", ") || "none", to: after.tags.join(", ") || "none" },
  ];
  return rows.filter(({ from, to }) => from !== to);
}
