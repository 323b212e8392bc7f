import { describe, expect, it } from "vitest";
import { formatLasting } from "./format-lasting";

const now = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

describe("how long a state has lasted", () => {
  it.each([
    [now - 5 * 60_000, "for 5 min"],
    [now - 3 * hour, "for 3 h"],
    [now - 24 * hour, "for 1 day"],
    [now - 40 * 24 * hour, "since 12 Oct"],
    [now - 1_000, "just now"],
  ])("%i", (since, words) => {
    expect(formatLasting(since, now)).toBe(words);
  });
});
