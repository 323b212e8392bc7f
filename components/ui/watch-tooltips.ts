export type TooltipTarget = { anchor: Element; text: string; keys: string | null };

const openAfterMs = 450;
const closeAfterMs = 100;
/** Going along a toolbar, the next one opens at once. */
const warmForMs = 300;

/** Follows pointer and focus and reports whose tooltip is to be shown. Returns the stop. */
export function watchTooltips(show: (target: TooltipTarget | null) => void): () => void {
  let current: Element | null = null;
  let closedAt = 0;
  let timer = 0;

  const wait = (work: () => void, ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(work, ms);
  };
  const open = (anchor: Element) => {
    const text = anchor.getAttribute("data-tooltip");
    if (!text || !anchor.isConnected) return;
    current = anchor;
    show({ anchor, text, keys: anchor.getAttribute("data-tooltip-keys") });
  };
  const close = () => {
    clearTimeout(timer);
    if (!current) return;
    current = null;
    closedAt = Date.now();
    show(null);
  };
  const near = (event: Event) =>
    event.target instanceof Element ? event.target.closest("[data-tooltip],[data-tooltip-box]") : null;

  const over = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    const anchor = near(event);
    if (!anchor) {
      if (current) wait(close, closeAfterMs);
      else clearTimeout(timer);
    } else if (anchor === current || anchor.hasAttribute("data-tooltip-box")) {
      clearTimeout(timer);
    } else {
      const isWarm = current !== null || Date.now() - closedAt < warmForMs;
      wait(() => open(anchor), isWarm ? 0 : openAfterMs);
    }
  };
  const focus = (event: FocusEvent) => {
    const anchor = near(event);
    if (anchor?.matches(":focus-visible")) open(anchor);
    else close();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };

  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  document.addEventListener("pointerover", over, options);
  document.addEventListener("pointerleave", close, options);
  document.addEventListener("pointerdown", close, { ...options, capture: true });
  document.addEventListener("focusin", focus, options);
  document.addEventListener("focusout", close, options);
  document.addEventListener("keydown", key, options);
  window.addEventListener("scroll", close, { ...options, capture: true });
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
