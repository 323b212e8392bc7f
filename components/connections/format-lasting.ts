import { formatRelativeTime } from "@/components/ui/format-relative-time";

/** How long a state has lasted: "for 5 days", "since 3 Oct". */
export function formatLasting(sinceMs: number, nowMs: number): string {
  const words = formatRelativeTime(sinceMs, nowMs);
  if (words.endsWith(" ago")) return `for ${words.slice(0, -" ago".length)}`;
  return /^\d/.test(words) ? `since ${words}` : words;
}
