/** Longer than a closing dialog takes to give the focus back. */
const afterMs = 60;

/**
 * After something closed whose opener may be gone: the reader goes on at `preferred`, or at the page's content, and
 * not at the top of the document.
 */
export function keepFocus(preferred: HTMLElement | null = null): void {
  setTimeout(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const place = preferred?.isConnected ? preferred : document.getElementById("main");
    place?.focus({ preventScroll: true });
  }, afterMs);
}
