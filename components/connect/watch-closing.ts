const lookEveryMs = 500;
const decideAfterMs = 1_500;
const sayAfterMs = 3_000;

/**
 * Follows whether a window was closed. One that its vendor's page cut off from us looks closed too, but then the
 * person is still in it: only when they are back here soon after is it believed. Returns the stop.
 */
export function watchClosing(looksClosed: () => boolean, say: (isClosed: boolean) => void): () => void {
  let since: number | null = null;
  let isCutOff: boolean | null = null;
  let said = false;
  const timer = setInterval(() => {
    if (!looksClosed()) {
      since = null;
      isCutOff = null;
    }
    since ??= looksClosed() ? Date.now() : null;
    const lasts = since === null ? 0 : Date.now() - since;
    if (lasts >= decideAfterMs) isCutOff ??= !document.hasFocus();
    const isClosed = lasts >= sayAfterMs && isCutOff === false;
    if (isClosed !== said) say((said = isClosed));
  }, lookEveryMs);
  return () => clearInterval(timer);
}
