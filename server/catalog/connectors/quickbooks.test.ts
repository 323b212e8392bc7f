import { expect, it } from "vitest";
import { quickbooks } from "./quickbooks";

/** The sample follows the shape of Intuit's documentation; every value is made up. */
function readToken(sample: Record<string, unknown>) {
  const [option] = quickbooks.auth;
  if (option?.kind !== "oauth2" || !option.readToken) throw new Error("QuickBooks reads tokens by the book");
  return option.readToken(sample);
}

it("says in its own words how long a refresh token lasts", () => {
  const sample = { token_type: "bearer", access_token: "access-sample", expires_in: 3600, refresh_token: "refresh-sample", x_refresh_token_expires_in: 8726400 };
  expect(readToken(sample)).toMatchObject({ access_token: "access-sample", expires_in: 3600, refresh_token: "refresh-sample", refresh_token_expires_in: 8726400 });
});

it("says no by the book", () => {
  expect(readToken({ error: "invalid_grant" })).toEqual({ error: "invalid_grant" });
});
