import { expect, it } from "vitest";
import { getConnector } from "../registry";
import { oauthUrls } from "../endpoints";

/** The samples follow the shapes of Intercom's documentation; every value is made up. */
function option() {
  const found = getConnector("intercom").auth.find((candidate) => candidate.kind === "oauth2");
  if (found?.kind !== "oauth2" || !found.readToken) throw new Error("Intercom reads tokens by the book");
  return { ...found, readToken: found.readToken };
}

it("reads the token under either name", () => {
  const { readToken } = option();
  expect(readToken({ token_type: "Bearer", token: "dG9r-sample", access_token: "dG9r-sample" })).toEqual({ access_token: "dG9r-sample" });
  expect(readToken({ token_type: "Bearer", token: "dG9r-sample" })).toEqual({ access_token: "dG9r-sample" });
});

it("finds no token in an error", () => {
  expect(option().readToken({ type: "error.list", errors: [{ code: "server_error" }] })).toEqual({});
  expect(option().readToken({ error: "invalid_grant", error_description: "Unauthorized Code" })).toEqual({ error: "invalid_grant", error_description: "Unauthorized Code" });
});

it.each([
  ["intercom", "https://app.intercom.com/oauth", "https://api.intercom.io/auth/eagle/token"],
  ["eu.intercom", "https://app.eu.intercom.com/oauth", "https://api.eu.intercom.io/auth/eagle/token"],
  ["au.intercom", "https://app.au.intercom.com/oauth", "https://api.au.intercom.io/auth/eagle/token"],
])("asks the region %s at its own addresses", (region, authorizeUrl, tokenUrl) => {
  expect(oauthUrls(getConnector("intercom"), option(), undefined, { region })).toEqual({ authorizeUrl, tokenUrl });
});
