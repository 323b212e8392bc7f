const width = 620;
const height = 740;

/** A window of its own in the middle of this one, or null when the browser blocks it. Call it in the click. */
export function openPopup(url: string): Window | null {
  const left = Math.round(window.screenX + Math.max(0, (window.outerWidth - width) / 2));
  const top = Math.round(window.screenY + Math.max(0, (window.outerHeight - height) / 2));
  return window.open(url, "_blank", `popup,width=${width},height=${height},left=${left},top=${top}`);
}
