import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

type KeyValue = { label: string; value: ReactNode; key?: string | undefined };

type KeyValueListProps = {
  items: readonly KeyValue[];
  columns?: 1 | 2 | undefined;
  className?: string | undefined;
};

export function KeyValueList({ items, columns = 1, className }: KeyValueListProps) {
  return (
    <dl
      className={cx(
        "grid gap-x-8",
        columns === 2 && "sm:grid-cols-2 sm:[&>:nth-child(2)]:border-t-0",
        className,
      )}
    >
      {items.map((item) => (
        <div
          className="grid grid-cols-[minmax(6rem,9rem)_1fr] gap-3 border-line border-t py-1.5 first:border-t-0"
          key={item.key ?? item.label}
        >
          <dt className="text-ink-muted">{item.label}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
