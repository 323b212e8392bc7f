import { expect, it } from "vitest";
import { readReturnTo } from "./read-return-to";

it.each([
  ["/connections", "/connections"],
  ["/invite/abc_DEF-123", "/invite/abc_DEF-123"],
  ["/?filter=connected", "/?filter=connected"],
  ["/apis", "/apis"],
])("goes back to %s", (value, path) => {
  expect(readReturnTo(value)).toBe(path);
});

it.each([undefined, "", "connections", "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "/\t/evil.example", "/api/sign-in-link?token=x", "/API/auth", ["/a", "/b"]])(
  "does not go to %j",
  (value) => {
    expect(readReturnTo(value)).toBe("/");
  },
);
