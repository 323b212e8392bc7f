import { navItems } from "./nav-items";
import type { Overlay } from "./overlay";

const secondKeyWithinMs = 1200;
const openWindow = "[role=dialog][data-state=open],[role=alertdialog],[role=dialog]:popover-open";
const goes = new Map<string, string>(
  Object.values(navItems).map(({ keys, href }) => [keys, href]),
);

type Watcher = { goTo: (href: string) => void; show: (overlay: Overlay) => void };

/** Listens for the app's keys wherever nobody is writing. Returns the stop. */
export function watchKeys({ goTo, show }: Watcher): () => void {
  let first = { key: "", atMs: 0 };

  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      show("palette");
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || event.repeat) return;
    if (isWriting(event.target) || document.querySelector(openWindow)) return;

    const place = goes.get(`${first.key} ${event.key}`);
    const isInTime = Date.now() - first.atMs < secondKeyWithinMs;
    first = { key: event.key, atMs: Date.now() };
    if (place && isInTime) {
      event.preventDefault();
      goTo(place);
    } else if (event.key === "/") {
      const search = document.querySelector<HTMLInputElement>("[data-search]");
      event.preventDefault();
      if (search) search.focus();
      else show("palette");
    } else if (event.key === "?") {
      event.preventDefault();
      show("shortcuts");
    }
  };

  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest("input,textarea,select,[role=menu]") !== null;
}
