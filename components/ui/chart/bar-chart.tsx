"use client";

import { Bar, BarChart as Bars, CartesianGrid, Legend, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFrame } from "./chart-frame.tsx";
import { AXIS, AXIS_LABEL, MARGIN, plainNumber, TOOLTIP } from "./chart-look.ts";

interface BarChartProps {
  label: string;
  xLabel: string;
  yLabel: string;
  categories: readonly string[];
  /** One value a category. `tone` where a colour has a meaning. */
  bars: readonly { name: string; values: readonly number[]; tone?: Tone | undefined }[];
  /** On each other instead of beside each other. */
  stacked?: boolean;
  yFormat?: (y: number) => string;
  height?: number;
}

type Tone = "accent" | "good" | "bad" | "warn" | "neutral" | "faint";

const FILL: Record<Tone, string> = {
  accent: "var(--color-accent)",
  good: "var(--color-good)",
  bad: "var(--color-bad)",
  warn: "var(--color-warn)",
  neutral: "var(--color-ink-muted)",
  faint: "var(--color-line-strong)",
};
const TONES: readonly Tone[] = ["accent", "neutral", "warn", "good", "bad", "faint"];

export function BarChart({
  label,
  xLabel,
  yLabel,
  categories,
  bars,
  stacked = false,
  yFormat = plainNumber,
  height = 240,
}: BarChartProps) {
  const rows = categories.map((category, at) => ({
    category,
    values: bars.map(({ values }) => values[at] ?? 0),
  }));
  return (
    <ChartFrame
      label={label}
      height={height}
      head={[xLabel, ...bars.map(({ name }) => name)]}
      rows={rows.map(({ category, values }) => [category, ...values.map(yFormat)])}
    >
      <Bars
        accessibilityLayer={false}
        data={rows.map(({ category, values }) => ({ category, ...Object.fromEntries(values.entries()) }))}
        margin={MARGIN}
      >
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          {...AXIS}
          dataKey="category"
          label={{ ...AXIS_LABEL, value: xLabel, position: "insideBottom", offset: -10 }}
        />
        <YAxis
          {...AXIS}
          axisLine={false}
          width={52}
          tickFormatter={yFormat}
          label={{ ...AXIS_LABEL, value: yLabel, angle: -90, position: "insideLeft", dy: 30 }}
        />
        <Tooltip
          {...TOOLTIP}
          cursor={{ fill: "var(--color-hover)" }}
          formatter={(value) => yFormat(Number(value))}
        />
        {bars.length > 1 ? <Legend verticalAlign="top" height={24} wrapperStyle={{ fontSize: 11 }} /> : null}
        {bars.map(({ name, tone }, at) => (
          <Bar
            key={name}
            dataKey={String(at)}
            name={name}
            fill={FILL[tone ?? TONES[at % TONES.length] ?? "accent"]}
            stroke="var(--color-raised)"
            {...(stacked ? { stackId: "all" } : {})}
            isAnimationActive={false}
          />
        ))}
      </Bars>
    </ChartFrame>
  );
}
