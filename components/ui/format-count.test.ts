import { expect, it } from "vitest";
import { formatCount } from "./format-count";

it.each([
  [0, "0"],
  [950, "950"],
  [1000, "1k"],
  [12_400, "12.4k"],
  [3_000_000, "3M"],
])("shortens %d to %s", (count, short) => {
  expect(formatCount(count)).toBe(short);
});
