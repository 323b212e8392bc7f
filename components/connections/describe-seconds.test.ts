import { expect, it } from "vitest";
import { describeSeconds } from "./describe-seconds";

it.each([
  [1, "second"],
  [10, "10 seconds"],
  [60, "minute"],
  [90, "90 seconds"],
  [3_600, "hour"],
  [7_200, "2 hours"],
  [86_400, "day"],
])("%i is %s", (seconds, words) => {
  expect(describeSeconds(seconds)).toBe(words);
});
