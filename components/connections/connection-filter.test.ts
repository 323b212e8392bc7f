import { describe, expect, it } from "vitest";
import { connectionsHref, readConnectionFilter } from "./connection-filter";

describe("the list's filter", () => {
  it.each(["/connections", "/connections?connector=stripe", "/connections?connector=stripe&health=failing&status=revoked"])("survives the address %s", (href) => {
    expect(connectionsHref(readConnectionFilter(new URL(href, "http://localhost").searchParams))).toBe(href);
  });

  it("ignores values that do not exist", () => {
    expect(readConnectionFilter(new URLSearchParams({ health: "great", status: "toString" }))).toEqual({});
  });
});
