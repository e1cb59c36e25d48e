"use client";

import { useSyncExternalStore } from "react";
import { relativeTimeText } from "./relative-time-text.ts";

const tick = 30_000;

// One clock for all: any number of times on a page cost one timer.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

// In steps, so that the snapshot stays the same between two ticks.
const nowOnClient = () => Math.floor(Date.now() / tick) * tick;
const nowOnServer = () => 0;

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

type RelativeTimeProps = { at: Date | string | number; className?: string | undefined };

/** "3 minutes ago", the exact time as its title. The server writes the UTC date, which hydration then replaces. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useSyncExternalStore(subscribe, nowOnClient, nowOnServer);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  return (
    <time
      className={className}
      dateTime={date.toISOString()}
      title={now === 0 ? undefined : exact.format(date)}
    >
      {now === 0 ? day.format(date) : relativeTimeText(date.getTime(), now)}
    </time>
  );
}
