/**
 * Goes to a page with a full load, so that nothing of the person or workspace before stays in memory. Never ends: the
 * form that asked stays busy until the page is gone.
 */
export function leaveTo(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => undefined);
}
