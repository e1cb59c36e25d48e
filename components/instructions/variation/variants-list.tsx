import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import { api } from "#components/api/api.ts";
import { REASON_LABEL } from "#components/instructions/candidates/candidate-words.ts";
import { Callout } from "#components/ui/callout.tsx";
import { cx } from "#components/ui/class-names.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Template, Variant } from "#lib/instructions/contract/variation.ts";
import { VARIANTS, variantsQuery } from "./queries.ts";

interface VariantsListProps {
  project: string;
  problem: number;
  template: Template;
  seed: number;
}

/** What the first values that a run would try come to. */
export function VariantsList({ project, problem, template, seed }: VariantsListProps) {
  const query = useQuery(variantsQuery(api, { project, problem, template, seed }));
  if (query.isError) {
    return (
      <Callout tone="bad" title="They couldn't be tried">
        {apiFailure(query.error).message}
      </Callout>
    );
  }
  if (!query.data) return <SkeletonLines lines={VARIANTS * 2} />;
  if (query.data.length === 0) {
    return (
      <Callout tone="warn" title="No values are left">
        No values in these ranges hold to the constraints and differ from the seed's.
      </Callout>
    );
  }
  return (
    <ul
      aria-busy={query.isPlaceholderData}
      className={cx("divide-y divide-line", query.isPlaceholderData && "opacity-60")}
    >
      {query.data.map((variant) => (
        <VariantItem key={JSON.stringify(variant.values)} variant={variant} />
      ))}
    </ul>
  );
}

function VariantItem({ variant }: { variant: Variant }) {
  const { text, answer, refused } = variant;
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <MathText text={text} className={cx(refused && "text-ink-muted")} />
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-xs">
        {refused ? (
          <span className="inline-flex items-center gap-1 text-bad">
            <CircleX aria-hidden className="size-3.5 self-center" />
            <span className="font-medium">Refused: {REASON_LABEL[refused.reason]}.</span>
            <span>{refused.detail}</span>
          </span>
        ) : (
          <span className="inline-flex items-center gap-1 text-good">
            <CircleCheck aria-hidden className="size-3.5 self-center" />
            <span className="text-ink-muted">Answer</span>
            <MathInline
              text={answer === null ? "none" : answer.includes("\\") ? `$${answer}$` : answer}
              className="text-ink"
            />
          </span>
        )}
      </p>
    </li>
  );
}
