import { expect, it } from "vitest";
import { parseTheme } from "./theme";

it.each([
  ["light", "light"],
  ["dark", "dark"],
  ["system", "system"],
  [undefined, "system"],
  ['dark" onload="x', "system"],
])("reads the cookie %s as %s", (cookie, theme) => {
  expect(parseTheme(cookie)).toBe(theme);
});
