import type { ReactNode } from "react";
import type { Tone } from "./tone";

export type Toast = {
  id: number;
  title: ReactNode;
  description?: ReactNode;
  tone: Exclude<Tone, "accent">;
  action?: { label: string; onSelect: () => void };
  durationMs: number;
};

type ToastInput = Pick<Toast, "title" | "description" | "action"> &
  Partial<Pick<Toast, "tone" | "durationMs">>;

const shownAtOnce = 3;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function replace(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something small that needs no answer, from anywhere in the browser. Returns its id. */
export function toast(input: ToastInput): number {
  lastId += 1;
  const tone = input.tone ?? "neutral";
  const durationMs = input.durationMs ?? (input.action || tone === "danger" ? 10_000 : 5_000);
  replace([...toasts, { ...input, id: lastId, tone, durationMs }].slice(-shownAtOnce));
  return lastId;
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  replace(toasts.filter((each) => each.id !== id));
}

/** For `useSyncExternalStore`. */
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is on the screen now, oldest first. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}
