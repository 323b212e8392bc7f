import { describe, expect, it } from "vitest";
import type { TokenAnswer } from "../connector";
import { getConnector } from "../registry";

/** The samples follow the shapes of Meta's documentation; every value is made up. */
function readToken(sample: Record<string, unknown>): TokenAnswer {
  const option = getConnector("instagram").auth.find((candidate) => candidate.kind === "oauth2");
  if (option?.kind !== "oauth2" || !option.readToken) throw new Error("Instagram reads tokens by the book");
  return option.readToken(sample);
}

describe("Instagram", () => {
  it("gives the first token flat or in a list, with what was granted as a text or a list", () => {
    const token = { access_token: "IGAAshort", user_id: 17841400000000000 };
    const read = { access_token: "IGAAshort", scope: "instagram_business_basic instagram_business_content_publish" };
    expect(readToken({ ...token, permissions: ["instagram_business_basic", "instagram_business_content_publish"] })).toEqual(read);
    expect(readToken({ data: [{ ...token, permissions: "instagram_business_basic,instagram_business_content_publish" }] })).toEqual({ ...read, scope: "instagram_business_basic,instagram_business_content_publish" });
  });

  it("gives the long one with its lifetime", () => {
    expect(readToken({ access_token: "IGAAlong", token_type: "bearer", expires_in: 5183944 })).toEqual({ access_token: "IGAAlong", expires_in: 5183944 });
  });

  it("has errors of its own at the first call, and Meta's later", () => {
    expect(readToken({ error_type: "OAuthException", code: 400, error_message: "This authorization code has been used" })).toMatchObject({ error: "invalid_grant" });
    expect(readToken({ error_type: "OAuthException", code: 400, error_message: "Invalid Client ID" })).toMatchObject({ error: "invalid_client" });
    expect(readToken({ error_type: "OAuthException", code: 400, error_message: "Invalid platform app" })).toMatchObject({ error: "invalid_request" });
    expect(readToken({ error: { type: "OAuthException", code: 190, message: "Error validating access token: Session has expired." } })).toMatchObject({ error: "invalid_grant" });
  });
});
