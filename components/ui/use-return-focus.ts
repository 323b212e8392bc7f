import { useRef } from "react";

/**
 * Gives a dialog's focus back to where it came from. Radix does so only for its own trigger;
 * ours also open from menus, keys and state.
 */
export function useReturnFocus() {
  const origin = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      origin.current = originOf(document.activeElement);
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      origin.current?.focus();
    },
  };
}

/** A menu is gone by then: its button takes its place. */
function originOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest("[role=menu]");
  const opener = menu && document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
  const origin = opener ?? element;
  return origin instanceof HTMLElement ? origin : null;
}
