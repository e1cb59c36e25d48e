import { LoaderCircle } from "lucide-react";
import { cx } from "./class-names.ts";

type SpinnerProps = { label?: string | undefined; className?: string | undefined };

export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span className={cx("inline-flex items-center", className)} role={label ? "status" : undefined}>
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
