"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-style.ts";
import { ariaKeyShortcuts } from "#components/ui/hotkey.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";

interface NeighboursProps {
  /** What is stepped through: "problem", "path". */
  what: string;
  previous: string | null;
  next: string | null;
}

/** Links to what comes before and after, fetched ahead; the keys `[` and `]` follow them. */
export function Neighbours({ what, previous, next }: NeighboursProps) {
  const router = useRouter();
  useHotkeys({
    "[": () => (previous === null ? undefined : router.push(previous)),
    "]": () => (next === null ? undefined : router.push(next)),
  });
  return (
    <nav aria-label={`Previous and next ${what}`} className="flex items-center gap-1.5">
      <Step href={previous} label={`Previous ${what}`} shortcut="[" icon={<ChevronLeft aria-hidden />} />
      <Step href={next} label={`Next ${what}`} shortcut="]" icon={<ChevronRight aria-hidden />} />
    </nav>
  );
}

function Step(props: { href: string | null; label: string; shortcut: string; icon: ReactNode }) {
  const { href, label, shortcut, icon } = props;
  const content = (
    <>
      {icon}
      <Kbd keys={shortcut} />
    </>
  );
  if (href === null) {
    return (
      <button
        aria-label={label}
        className={buttonClass({ size: "sm" })}
        disabled
        title={`There is no ${label.toLowerCase()}`}
        type="button"
      >
        {content}
      </button>
    );
  }
  return (
    <Link
      aria-keyshortcuts={ariaKeyShortcuts(shortcut)}
      aria-label={label}
      className={buttonClass({ size: "sm" })}
      href={href}
      prefetch
      title={label}
    >
      {content}
    </Link>
  );
}
