"use client";

import {
  CartesianGrid,
  LabelList,
  Scatter,
  ScatterChart as Scattered,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartFrame } from "./chart-frame.tsx";
import { AXIS, AXIS_LABEL, MARGIN, plainNumber, TOOLTIP } from "./chart-look.ts";

interface ScatterChartProps {
  label: string;
  xLabel: string;
  yLabel: string;
  points: readonly { name: string; x: number; y: number }[];
  /** The x axis counts in powers; every x must be above 0. */
  xLog?: boolean;
  xFormat?: (x: number) => string;
  yFormat?: (y: number) => string;
  height?: number;
}

/** Points with their names beside them. */
export function ScatterChart({
  label,
  xLabel,
  yLabel,
  points,
  xLog = false,
  xFormat = plainNumber,
  yFormat = plainNumber,
  height = 240,
}: ScatterChartProps) {
  return (
    <ChartFrame
      label={label}
      height={height}
      head={["Name", xLabel, yLabel]}
      rows={points.map(({ name, x, y }) => [name, xFormat(x), yFormat(y)])}
    >
      <Scattered accessibilityLayer={false} margin={{ ...MARGIN, top: 20, right: 40 }}>
        <CartesianGrid stroke="var(--color-line)" />
        <XAxis
          {...AXIS}
          dataKey="x"
          type="number"
          scale={xLog ? "log" : "auto"}
          domain={xLog ? around(points.map(({ x }) => x)) : [0, "auto"]}
          {...(xLog ? { ticks: [...new Set(points.map(({ x }) => x))].toSorted((a, b) => a - b) } : {})}
          tickFormatter={xFormat}
          label={{ ...AXIS_LABEL, value: xLabel, position: "insideBottom", offset: -10 }}
        />
        <YAxis
          {...AXIS}
          dataKey="y"
          type="number"
          width={52}
          tickFormatter={yFormat}
          label={{ ...AXIS_LABEL, value: yLabel, angle: -90, position: "insideLeft", dy: 30 }}
        />
        <Tooltip
          {...TOOLTIP}
          formatter={(value, name) => (name === "x" ? xFormat(Number(value)) : yFormat(Number(value)))}
        />
        <Scatter data={[...points]} fill="var(--color-accent)" isAnimationActive={false}>
          <LabelList dataKey="name" position="top" fill="var(--color-ink-muted)" fontSize={11} />
        </Scatter>
      </Scattered>
    </ChartFrame>
  );
}

const ROOM = 1.6;

/** A little more than the points need, so that their names have room. */
function around(values: readonly number[]): [number, number] {
  return [Math.min(...values) / ROOM, Math.max(...values) * ROOM];
}
