"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

type TabItem<T extends string> = {
  value: T;
  label: string;
  count?: number | string | undefined;
  icon?: ReactNode;
};

type TabsProps<T extends string> = {
  value: T;
  onChange: (value: T) => void;
  label: string;
  items: readonly TabItem<T>[];
  /** TabPanels. */
  children?: ReactNode;
  className?: string | undefined;
};

const listClass = "flex gap-4 overflow-x-auto border-line border-b [scrollbar-width:none]";
const tabClass =
  "-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-muted text-sm hover:text-ink focus-visible:-outline-offset-2 [&_svg]:size-4";
const activeClass = "border-accent-text font-medium text-ink";

function Count({ value }: { value: number | string | undefined }) {
  if (value === undefined) return null;
  return (
    <span className="rounded-sm bg-hover px-1 font-normal text-2xs text-ink-muted">
      {typeof value === "number" ? value.toLocaleString("en") : value}
    </span>
  );
}

export function Tabs<T extends string>({ value, onChange, label, items, children, className }: TabsProps<T>) {
  return (
    <Base.Root
      className={cx("flex min-h-0 min-w-0 flex-col", className)}
      onValueChange={(next: T) => onChange(next)}
      value={value}
    >
      <Base.List activateOnFocus aria-label={label} className={listClass}>
        {items.map((item) => (
          <Base.Tab
            className={cx(tabClass, item.value === value && activeClass)}
            key={item.value}
            value={item.value}
          >
            {item.icon}
            {item.label}
            <Count value={item.count} />
          </Base.Tab>
        ))}
      </Base.List>
      {children}
    </Base.Root>
  );
}

type TabPanelProps = { value: string; children: ReactNode; className?: string | undefined };

export function TabPanel({ value, children, className }: TabPanelProps) {
  return (
    <Base.Panel className={cx("min-h-0 pt-4", className)} value={value}>
      {children}
    </Base.Panel>
  );
}

type TabLink = {
  href: string;
  label: string;
  count?: number | string | undefined;
  exact?: boolean | undefined;
};

/** Tabs that are pages: plain links, the current one marked from the address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className={listClass}>
      {items.map((item) => {
        const current = path === item.href || (item.exact !== true && path.startsWith(`${item.href}/`));
        return (
          <Link
            aria-current={current ? "page" : undefined}
            className={cx(tabClass, current && activeClass)}
            href={item.href}
            key={item.href}
          >
            {item.label}
            <Count value={item.count} />
          </Link>
        );
      })}
    </nav>
  );
}
