"use client";

import { useTheme } from "next-themes";
import { Toaster as Base, toast } from "sonner";
import type { Tone } from "./tone.ts";
import { ToneDot } from "./tone-dot.tsx";

type Notice = {
  title: string;
  description?: string | undefined;
  tone?: Tone | undefined;
  action?: { label: string; onClick: () => void } | undefined;
  /** A notice with the same id replaces the one before. */
  id?: string | undefined;
  /** 5 by default, 10 for bad news or with an action; 0 keeps it until dismissed. */
  seconds?: number | undefined;
};

const words: Record<Tone, string> = {
  neutral: "Notice",
  accent: "Notice",
  good: "Done",
  bad: "Error",
  warn: "Warning",
};

function show(notice: Notice): void {
  const { title, description, tone = "neutral", action, id } = notice;
  const seconds = notice.seconds ?? (tone === "bad" || action ? 10 : 5);
  toast(title, {
    icon: tone === "neutral" ? null : <ToneDot label={words[tone]} tone={tone} />,
    duration: seconds === 0 ? Number.POSITIVE_INFINITY : seconds * 1000,
    ...(description === undefined ? {} : { description }),
    ...(action === undefined ? {} : { action }),
    ...(id === undefined ? {} : { id }),
  });
}

function dismiss(id?: string): void {
  if (id === undefined) toast.dismiss();
  else toast.dismiss(id);
}

/** A short message at the edge of the screen, for the outcome of what someone has just done. */
export const notify = Object.assign(show, { dismiss });

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Base
      gap={8}
      position="bottom-right"
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-2.5 rounded-lg border border-line-strong bg-raised px-3 py-2.5 text-ink text-sm shadow-popup md:w-90",
          content: "min-w-0 flex-1",
          icon: "mt-0.5",
          title: "font-medium",
          description: "mt-0.5 text-ink-muted text-xs",
          actionButton:
            "h-7 shrink-0 rounded-md border border-line-strong bg-raised px-2 font-medium text-xs hover:bg-hover",
        },
      }}
    />
  );
}
