"use client";

import { useSyncExternalStore } from "react";
import { formatRelativeTime } from "./format-relative-time";

const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer = 0;

/** One clock for every time on the page. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    nowMs = Date.now();
    timer = window.setInterval(() => {
      nowMs = Date.now();
      for (const each of listeners) each();
    }, 20_000);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

type RelativeTimeProps = {
  at: Date | string | number;
  /** Other words for the same moment, e.g. for how long something has lasted. */
  format?: (atMs: number, nowMs: number) => string;
  className?: string;
};

/** How long ago or until; exact, in the reader's own time zone, on hover. */
export function RelativeTime({ at, format = formatRelativeTime, className }: RelativeTimeProps) {
  const atMs = new Date(at).getTime();
  // `null` on the server and while hydrating; the words may then differ by one step.
  const now = useSyncExternalStore<number | null>(subscribe, () => nowMs, () => null);
  const iso = new Date(atMs).toISOString();
  return (
    <time
      className={className}
      dateTime={iso}
      suppressHydrationWarning
      title={now === null ? iso : exact.format(atMs)}
    >
      {format(atMs, now ?? Date.now())}
    </time>
  );
}
