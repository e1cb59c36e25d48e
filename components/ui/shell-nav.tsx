"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** A sequence such as "g p", which the shell binds. */
  shortcut?: string | undefined;
  count?: number | string | undefined;
  /** Current only at exactly this address, not below it. */
  exact?: boolean | undefined;
};

export type NavGroup = { label?: string | undefined; items: readonly NavItem[] };

type ShellNavProps = { groups: readonly NavGroup[]; onNavigate?: (() => void) | undefined };

export function ShellNav({ groups, onNavigate }: ShellNavProps) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="flex flex-col gap-4 px-2 py-2">
      {groups.map((group, position) => (
        <div key={group.label ?? `group ${position}`}>
          {group.label ? (
            <p className="px-2 pb-1 font-medium text-2xs text-ink-faint">{group.label}</p>
          ) : null}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => {
              const current = path === item.href || (item.exact !== true && path.startsWith(`${item.href}/`));
              return (
                <li key={item.href}>
                  <Link
                    aria-current={current ? "page" : undefined}
                    className={cx(
                      "group flex h-7 items-center gap-2 rounded-md px-2 text-sm pointer-coarse:h-10 [&_svg]:size-4 [&_svg]:shrink-0",
                      current
                        ? "bg-selected font-medium text-ink [&_svg]:text-accent-text"
                        : "text-ink-muted hover:bg-hover hover:text-ink [&_svg]:text-ink-faint",
                    )}
                    href={item.href}
                    onClick={() => onNavigate?.()}
                  >
                    <span aria-hidden className="flex">
                      {item.icon}
                    </span>
                    <span className="min-w-0 flex-1 truncate">{item.label}</span>
                    {item.count === undefined ? null : (
                      <span
                        className={cx(
                          "text-ink-faint text-xs",
                          item.shortcut && "group-hover:hidden group-focus-visible:hidden",
                        )}
                      >
                        {typeof item.count === "number" ? item.count.toLocaleString("en") : item.count}
                      </span>
                    )}
                    {item.shortcut ? (
                      <span className="hidden group-hover:flex group-focus-visible:flex">
                        <Kbd keys={item.shortcut} />
                      </span>
                    ) : null}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
