const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const units = [
  { below: hour, seconds: minute, word: (count: number) => `${count} min` },
  { below: day, seconds: hour, word: (count: number) => `${count} h` },
  { below: 31 * day, seconds: day, word: (count: number) => (count === 1 ? "1 day" : `${count} days`) },
];

/** "just now", "12 min ago", "in 3 h", "5 days ago"; beyond a month the date. */
export function formatRelativeTime(atMs: number, nowMs: number): string {
  const seconds = Math.round((atMs - nowMs) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 45) return seconds > 5 ? "in a moment" : "just now";
  for (const { below, seconds: size, word } of units) {
    if (distance >= below) continue;
    const span = word(Math.max(1, Math.floor(distance / size)));
    return seconds < 0 ? `${span} ago` : `in ${span}`;
  }
  const isThisYear = new Date(atMs).getUTCFullYear() === new Date(nowMs).getUTCFullYear();
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: isThisYear ? undefined : "numeric",
    timeZone: "UTC",
  }).format(atMs);
}
