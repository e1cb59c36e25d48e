import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { type Tone, toneSoft } from "./tone.ts";

type BadgeProps = {
  children: ReactNode;
  tone?: Tone | undefined;
  icon?: ReactNode;
  mono?: boolean | undefined;
  title?: string | undefined;
  className?: string | undefined;
};

export function Badge({ children, tone = "neutral", icon, mono, title, className }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 font-medium text-2xs [&_svg]:size-3 [&_svg]:shrink-0",
        toneSoft[tone],
        mono && "font-mono font-normal",
        className,
      )}
      title={title}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
