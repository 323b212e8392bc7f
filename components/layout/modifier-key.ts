/** The key that goes with K on this machine. Browser only. */
export function modifierKey(): string {
  return /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";
}
