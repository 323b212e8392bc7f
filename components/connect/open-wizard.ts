import type { ConnectRequest } from "./connect-request";

/** A wizard that is open, and whom to tell when it has connected something. */
export type OpenWizard = { request: ConnectRequest; onDone?: ((connectionId: string) => void) | undefined };

const listeners = new Set<() => void>();
let current: OpenWizard | null = null;

/**
 * Opens the connection wizard, or closes it with null. It hangs on nothing of the page: what opened it may be gone
 * once the connection works, such as a row that needed attention.
 */
export function openWizard(next: OpenWizard | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Which is open. */
export function currentWizard(): OpenWizard | null {
  return current;
}

/** For `useSyncExternalStore`. */
export function subscribeToWizard(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
