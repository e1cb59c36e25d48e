import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonVariant, buttonClass, type ControlSize } from "./button-style.ts";
import { cx } from "./class-names.ts";
import { ariaKeyShortcuts } from "./hotkey.ts";
import { Kbd } from "./kbd.tsx";

type LinkButtonProps = {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  icon?: ReactNode;
  shortcut?: string | undefined;
  /** A file name, or true to keep the server's: a plain link that the router leaves alone. */
  download?: string | boolean | undefined;
  className?: string | undefined;
};

export function LinkButton(props: LinkButtonProps) {
  const { href, children, variant, size, icon, shortcut, download, className } = props;
  const shared = {
    "aria-keyshortcuts": shortcut ? ariaKeyShortcuts(shortcut) : undefined,
    className: cx(buttonClass({ variant, size }), className),
  };
  const content = (
    <>
      {icon}
      {children}
      {shortcut ? (
        <Kbd className="-mr-1 border-current/25 bg-transparent text-current" keys={shortcut} />
      ) : null}
    </>
  );
  if (download !== undefined && download !== false) {
    return (
      <a {...shared} download={download === true ? "" : download} href={href}>
        {content}
      </a>
    );
  }
  return (
    <Link {...shared} href={href}>
      {content}
    </Link>
  );
}
