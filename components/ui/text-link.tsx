import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

type TextLinkProps = { href: string; children: ReactNode; className?: string | undefined };

export function TextLink({ href, children, className }: TextLinkProps) {
  return (
    <Link
      className={cx(
        "rounded-sm text-accent-text underline decoration-current/40 underline-offset-2 hover:decoration-current",
        className,
      )}
      href={href}
    >
      {children}
    </Link>
  );
}
