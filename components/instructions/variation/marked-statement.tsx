import { cx } from "#components/ui/class-names.ts";
import type { Template } from "#lib/instructions/contract/variation.ts";
import { stretchesOf } from "./marked-places.ts";

/** The statement as it was written, with the numbers that vary marked, and those that could named. */
export function MarkedStatement({ template }: { template: Template }) {
  return (
    <p className="whitespace-pre-wrap leading-7 [overflow-wrap:anywhere]">
      {stretchesOf(template).map(({ start, text, parameter, varies }) =>
        parameter === null ? (
          <span key={start}>{text}</span>
        ) : (
          <mark
            key={start}
            title={varies ? `${parameter} varies` : `${parameter} stays as it is`}
            className={cx(
              "rounded-sm px-0.5 text-ink",
              varies ? "bg-warn-soft underline decoration-2 decoration-warn" : "bg-sunken",
            )}
          >
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
