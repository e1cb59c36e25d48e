/** How the n-th series looks: told apart by dashes as well as by colour. */
const SERIES = [
  { stroke: "var(--color-accent)", dash: undefined },
  { stroke: "var(--color-ink-muted)", dash: "5 3" },
  { stroke: "var(--color-warn)", dash: "2 3" },
  { stroke: "var(--color-good)", dash: "8 3 2 3" },
  { stroke: "var(--color-bad)", dash: "1 4" },
] as const;

export function seriesLook(at: number): { stroke: string; dash: string | undefined } {
  return SERIES[at % SERIES.length] ?? SERIES[0];
}

export const AXIS = {
  stroke: "var(--color-line-strong)",
  tick: { fill: "var(--color-ink-muted)", fontSize: 11 },
  tickLine: false,
} as const;

export const AXIS_LABEL = { fill: "var(--color-ink-muted)", fontSize: 11 } as const;

export const TOOLTIP = {
  contentStyle: {
    background: "var(--color-raised)",
    border: "1px solid var(--color-line-strong)",
    borderRadius: 6,
    color: "var(--color-ink)",
    fontSize: 12,
    padding: "4px 8px",
  },
  itemStyle: { color: "var(--color-ink)" },
  labelStyle: { color: "var(--color-ink-muted)" },
  isAnimationActive: false,
} as const;

export const MARGIN = { top: 8, right: 12, bottom: 20, left: 12 } as const;

const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

/** A number as charts show it where nothing else is said. */
export function plainNumber(value: number): string {
  return plain.format(value);
}
