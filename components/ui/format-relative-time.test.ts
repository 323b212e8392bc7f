import { describe, expect, it } from "vitest";
import { formatRelativeTime } from "./format-relative-time";

const now = Date.UTC(2026, 10, 21, 12, 0, 0);
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe("formatRelativeTime", () => {
  it.each([
    [0, "just now"],
    [-44 * second, "just now"],
    [30 * second, "in a moment"],
    [-45 * second, "1 min ago"],
    [-59 * minute, "59 min ago"],
    [-60 * minute, "1 h ago"],
    [23 * hour, "in 23 h"],
    [-day, "1 day ago"],
    [-30 * day, "30 days ago"],
    [3 * day, "in 3 days"],
    [-40 * day, "12 Oct"],
    [-400 * day, "17 Oct 2025"],
    [60 * day, "20 Jan 2027"],
  ])("says %d ms from now as %s", (offsetMs, words) => {
    expect(formatRelativeTime(now + offsetMs, now)).toBe(words);
  });
});
