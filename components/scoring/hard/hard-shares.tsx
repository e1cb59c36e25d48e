import { BarChart } from "#components/ui/chart/bar-chart.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { HardSummary } from "#lib/scoring/contract/hard.ts";

const TENTHS = Array.from({ length: 11 }, (_, tenth) => (tenth === 0 ? "0" : `≤${tenth * 10}`));

/** How many problems fail how often. */
export function HardShares({ summary: { shares } }: { summary: HardSummary }) {
  return (
    <Panel title="Problems by share of failing samples">
      <BarChart
        label="Problems by share of failing samples"
        xLabel="Failing samples, %"
        yLabel="Problems"
        categories={TENTHS}
        bars={[{ name: "Problems", values: shares }]}
        height={220}
      />
    </Panel>
  );
}
