import { Filter } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { DatasetKind, PreviewResult } from "#lib/datasets/contract.ts";
import { DROP_LABEL } from "./kind-label.ts";
import { PreviewRows } from "./preview-rows.tsx";

interface DatasetPreviewProps {
  project: string;
  kind: DatasetKind;
  preview: PreviewResult | undefined;
  /** The counts are those of the filter before; the new ones are on their way. */
  stale: boolean;
  error: string | null;
}

export function DatasetPreview({ project, kind, preview, stale, error }: DatasetPreviewProps) {
  if (error !== null) return <ErrorState message={error} />;
  if (!preview) return <SkeletonLines lines={8} />;
  return (
    <div aria-busy={stale} className={cx("mt-4 transition-opacity", stale && "opacity-60")}>
      <StatRow>
        <Stat label="Rows" value={preview.kept.toLocaleString("en")} tone="accent" />
        <Stat label="Problems" value={preview.problems.toLocaleString("en")} />
        <Stat
          label={kind === "dpo" ? "Candidate pairs" : "Candidate paths"}
          value={preview.candidates.toLocaleString("en")}
        />
      </StatRow>
      {preview.dropped.length > 0 ? (
        <Panel title="Left out" className="mt-4">
          <ul className="flex flex-col gap-1">
            {preview.dropped.map(({ reason, count }) => (
              <li key={reason} className="flex gap-3">
                <span className="w-20 text-right font-medium">{count.toLocaleString("en")}</span>
                <span className="text-ink-muted">{DROP_LABEL[reason]}</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {preview.kept === 0 ? (
        <EmptyState icon={<Filter />} title="Nothing fits this filter">
          {kind === "dpo"
            ? "Judge pairs in the review room first, or let verdicts choose: set “Chosen by” to verdicts."
            : "Check paths first, or loosen the filter above."}
        </EmptyState>
      ) : (
        <PreviewRows project={project} rows={preview.rows} kept={preview.kept} />
      )}
    </div>
  );
}
