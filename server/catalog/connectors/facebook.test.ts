import { describe, expect, it } from "vitest";
import type { TokenAnswer } from "../connector";
import { getConnector } from "../registry";

/** The samples follow the shapes of Meta's documentation; every value is made up. */
function readToken(sample: Record<string, unknown>): TokenAnswer {
  const option = getConnector("facebook").auth.find((candidate) => candidate.kind === "oauth2");
  if (option?.kind !== "oauth2" || !option.readToken) throw new Error("Facebook reads tokens by the book");
  return option.readToken(sample);
}

describe("Facebook", () => {
  it("gives a person's token, and then the Page's, which does not expire", () => {
    expect(readToken({ access_token: "EAAperson", token_type: "bearer", expires_in: 5183944 })).toEqual({ access_token: "EAAperson", expires_in: 5183944 });
    expect(readToken({ access_token: "EAAperson", token_type: "bearer" })).toEqual({ access_token: "EAAperson", expires_in: 5_184_000 });
    expect(readToken({ access_token: "EAApage", id: "102938475610293" })).toEqual({ access_token: "EAApage" });
  });

  it("gives no token of a Page that the person does not manage", () => {
    expect(readToken({ id: "102938475610293" })).toMatchObject({ error: "page_not_managed" });
  });

  it.each([
    [{ code: 100, error_subcode: 36009, message: "This authorization code has been used." }, "invalid_grant"],
    [{ code: 190, message: "Error validating access token: Session has expired." }, "invalid_grant"],
    [{ code: 100, error_subcode: 36008, message: "Error validating verification code. Please make sure your redirect_uri is identical" }, "redirect_uri_mismatch"],
    [{ code: 1, message: "Error validating client secret." }, "invalid_client"],
    [{ code: 101, message: "Error validating application. Cannot get application info due to a system error." }, "invalid_client"],
    [{ code: 2, message: "Service temporarily unavailable" }, "temporarily_unavailable"],
    [{ code: 4, message: "Application request limit reached" }, "too_many_requests"],
    [{ code: 803, message: "Some of the aliases you requested do not exist" }, "meta_803"],
  ])("names the error %j as OAuth does", (error, name) => {
    expect(readToken({ error: { type: "OAuthException", fbtrace_id: "A1", ...error } })).toEqual({ error: name, error_description: error.message });
  });
});
