import { type ReactElement, useSyncExternalStore } from "react";
import { ResponsiveContainer } from "recharts";

interface ChartFrameProps {
  label: string;
  height: number;
  /** All that is drawn, in numbers: what a screen reader gets. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** The drawing, which fills the width. */
  children: ReactElement;
}

const never = () => () => undefined;

/** A chart's place: its height is kept from the first paint on, and its numbers stand beside it as a table. */
export function ChartFrame({ label, height, head, rows, children }: ChartFrameProps) {
  // Its width isn't known on the server.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <figure aria-label={label} className="m-0">
      <div aria-hidden style={{ height }} className="w-full text-xs">
        {inBrowser ? (
          <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
            {children}
          </ResponsiveContainer>
        ) : null}
      </div>
      {/* Not the table itself: tables take the width that their words need, and would widen the page. */}
      <div className="sr-only">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join("|")}>
                {row.map((cell, at) => (
                  <td key={head[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
