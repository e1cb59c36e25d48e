"use client";

import {
  CartesianGrid,
  Legend,
  Line,
  LineChart as Lines,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartFrame } from "./chart-frame.tsx";
import { AXIS, AXIS_LABEL, MARGIN, plainNumber, seriesLook, TOOLTIP } from "./chart-look.ts";

export interface LineSeries {
  name: string;
  /** Null: nothing is known there, and the line has a gap. */
  points: readonly { x: number; y: number | null }[];
  /** A guide rather than data: thin, without dots. */
  dashed?: boolean | undefined;
}

interface LineChartProps {
  label: string;
  xLabel: string;
  yLabel: string;
  series: readonly LineSeries[];
  xFormat?: (x: number) => string;
  yFormat?: (y: number) => string;
  yDomain?: [number, number] | undefined;
  /** A line straight up, such as the value that is chosen. */
  marker?: { x: number } | undefined;
  height?: number;
}

export function LineChart({
  label,
  xLabel,
  yLabel,
  series,
  xFormat = plainNumber,
  yFormat = plainNumber,
  yDomain,
  marker,
  height = 240,
}: LineChartProps) {
  const rows = table(series);
  return (
    <ChartFrame
      label={label}
      height={height}
      head={[xLabel, ...series.map(({ name }) => name)]}
      rows={rows.map(({ x, values }) => [xFormat(x), ...values.map((y) => (y === null ? "—" : yFormat(y)))])}
    >
      <Lines
        accessibilityLayer={false}
        data={rows.map(({ x, values }) => ({ x, ...Object.fromEntries(values.entries()) }))}
        margin={MARGIN}
      >
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          {...AXIS}
          dataKey="x"
          type="number"
          domain={["dataMin", "dataMax"]}
          tickFormatter={xFormat}
          label={{ ...AXIS_LABEL, value: xLabel, position: "insideBottom", offset: -10 }}
        />
        <YAxis
          {...AXIS}
          axisLine={false}
          width={52}
          tickFormatter={yFormat}
          {...(yDomain ? { domain: yDomain } : {})}
          label={{ ...AXIS_LABEL, value: yLabel, angle: -90, position: "insideLeft", dy: 30 }}
        />
        <Tooltip
          {...TOOLTIP}
          formatter={(value) => yFormat(Number(value))}
          labelFormatter={(x) => `${xLabel}: ${xFormat(Number(x))}`}
        />
        {series.length > 1 ? (
          <Legend verticalAlign="top" height={24} wrapperStyle={{ fontSize: 11 }} />
        ) : null}
        {marker ? <ReferenceLine x={marker.x} stroke="var(--color-ink-faint)" strokeDasharray="3 3" /> : null}
        {series.map(({ name, dashed }, at) => {
          const { stroke, dash } = seriesLook(at);
          return (
            <Line
              key={name}
              dataKey={String(at)}
              name={name}
              stroke={stroke}
              {...(dash ? { strokeDasharray: dash } : {})}
              strokeWidth={dashed ? 1 : 2}
              dot={dashed ? false : { r: 2.5, strokeDasharray: "" }}
              isAnimationActive={false}
            />
          );
        })}
      </Lines>
    </ChartFrame>
  );
}

/** All series over all their x, in order. */
function table(series: readonly LineSeries[]): { x: number; values: (number | null)[] }[] {
  const lines = series.map(({ points }) => new Map(points.map(({ x, y }) => [x, y])));
  const places = new Set(lines.flatMap((line) => [...line.keys()]));
  return [...places]
    .toSorted((a, b) => a - b)
    .map((x) => ({ x, values: lines.map((line) => line.get(x) ?? null) }));
}
