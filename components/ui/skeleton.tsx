import { cx } from "./class-names.ts";

export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={cx("block h-4 animate-breathe rounded-sm bg-line", className)} />;
}

const widths = ["w-11/12", "w-full", "w-4/5", "w-2/3"];

export function SkeletonLines({ lines, className }: { lines: number; className?: string | undefined }) {
  return (
    <span className={cx("flex flex-col gap-2", className)} role="status">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((key, line) => (
        <Skeleton className={cx("h-3.5", widths[line % widths.length])} key={key} />
      ))}
    </span>
  );
}
