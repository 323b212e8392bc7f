import { useSyncExternalStore } from "react";

/** As whom requests are sent from the page: the signed-in person, or whoever holds the pasted key. */
export type Sender = { way: "session" | "key"; key: string };

const listeners = new Set<() => void>();
const atFirst: Sender = { way: "session", key: "" };
// In memory alone: a pasted key is gone with the page.
let sender = atFirst;

/** Changes it for every form of the page. */
export function sendAs(next: Partial<Sender>): void {
  sender = { ...sender, ...next };
  for (const listener of listeners) listener();
}

/** As whom the forms send now. */
export function useSender(): Sender {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sender,
    () => atFirst,
  );
}
