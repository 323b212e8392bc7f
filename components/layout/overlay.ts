/** The windows of the frame that open from anywhere. */
export type Overlay = "palette" | "shortcuts";

const listeners = new Set<() => void>();
let open: Overlay | null = null;

/** Opens one, or closes with `null`. */
export function showOverlay(next: Overlay | null): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Which is open. */
export function currentOverlay(): Overlay | null {
  return open;
}

/** For `useSyncExternalStore`. */
export function subscribeToOverlay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
