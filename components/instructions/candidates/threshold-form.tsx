"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Callout } from "#components/ui/callout.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { Thresholds } from "#lib/instructions/contract.ts";
import type { Run } from "#lib/jobs/contract.ts";
import { MEASURES, type Measure } from "#lib/similarity/measure.ts";
import { MEASURE_LABEL } from "../measure-words.ts";
import { ApplyThresholds } from "./apply-thresholds.tsx";
import { reachingAbout } from "./histogram-scale.ts";
import { histogramQuery, previewQuery } from "./queries.ts";
import { ThresholdSlider } from "./threshold-slider.tsx";

const SETTLED_MS = 150;

interface ThresholdFormProps {
  project: string;
  run: Run;
  /** Those that the run's candidates are decided by now. */
  own: Thresholds;
}

/** Sliders over a run's histograms, and at once how many of its candidates would stay. */
export function ThresholdForm({ project, run, own }: ThresholdFormProps) {
  const [measure, setMeasure] = useState<Measure>(MEASURES.find((each) => own[each] !== null) ?? "rouge-l");
  const [thresholds, setThresholds] = useState(own);
  const settled = useSettled(thresholds, SETTLED_MS);
  const now = useQuery(previewQuery(api, project, run.id, own));
  const preview = useQuery(previewQuery(api, project, run.id, settled));
  const histograms = useQueries({
    queries: MEASURES.map((each) => histogramQuery(api, project, each, run.id)),
  });
  const bins = (of: Measure) => histograms[MEASURES.indexOf(of)]?.data?.bins ?? [];
  const exact = settled === thresholds ? preview.data : undefined;
  const total = now.data === undefined ? undefined : now.data.accepted + now.data.dropped;
  const reaching = Math.max(...MEASURES.map((each) => reachingAbout(bins(each), thresholds[each])));
  const about = total === undefined ? undefined : Math.max(0, total - reaching);
  const kept = exact?.accepted ?? about;
  const count = (value: number | undefined) => {
    if (value === undefined) return "…";
    return `${exact === undefined ? "about " : ""}${value.toLocaleString("en")}`;
  };
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Segmented
        label="Measure"
        value={measure}
        onChange={setMeasure}
        className="self-start"
        options={MEASURES.map((value) => ({
          value,
          label: `${MEASURE_LABEL[value]}${thresholds[value] === null ? "" : ` ${thresholds[value].toFixed(2)}`}`,
        }))}
      />
      <ThresholdSlider
        measure={measure}
        bins={histograms[MEASURES.indexOf(measure)]?.data?.bins}
        threshold={thresholds[measure]}
        kept={kept}
        total={total}
        onChange={(threshold) => setThresholds({ ...thresholds, [measure]: threshold })}
      />
      <div role="status" aria-live="polite">
        <StatRow>
          <Stat
            label="Would stay"
            value={count(kept)}
            hint={total === undefined ? undefined : `of ${total.toLocaleString("en")}`}
          />
          <Stat
            label="Would be dropped"
            value={count(kept === undefined || total === undefined ? undefined : total - kept)}
          />
          <Stat
            label="Would change"
            value={exact === undefined ? "…" : exact.changing.toLocaleString("en")}
          />
        </StatRow>
      </div>
      {preview.isError ? <Callout tone="bad">{apiFailure(preview.error).message}</Callout> : null}
      <ApplyThresholds
        project={project}
        run={run}
        thresholds={thresholds}
        preview={exact}
        onReset={thresholds === own ? null : () => setThresholds(own)}
      />
    </div>
  );
}
