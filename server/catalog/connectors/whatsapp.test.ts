import { expect, it } from "vitest";
import { getConnector } from "../registry";

function option() {
  const found = getConnector("whatsapp").auth.find((candidate) => candidate.kind === "oauth2");
  if (found?.kind !== "oauth2" || !found.readToken) throw new Error("WhatsApp reads tokens by the book");
  return { ...found, readToken: found.readToken };
}

/** The samples follow the shapes of Meta's documentation; every value is made up. */
it("reads a token that lasts 60 days, and Meta's errors", () => {
  const { readToken } = option();
  expect(readToken({ access_token: "EAA-sample", token_type: "bearer", expires_in: 5183944 })).toEqual({ access_token: "EAA-sample", expires_in: 5183944 });
  const error = { message: "Error validating access token: Session has expired.", type: "OAuthException", code: 190, error_subcode: 463, fbtrace_id: "A1" };
  expect(readToken({ error })).toMatchObject({ error: "invalid_grant", error_description: error.message });
  expect(readToken({ error: { ...error, code: 100, error_subcode: 33 } }).access_token).toBeUndefined();
});

it("exchanges its token with the app's own id and secret, and asks nobody else", () => {
  const { exchange, tokenUrl } = option();
  expect(exchange?.renew.url).toBe(tokenUrl);
  expect(exchange?.afterCode).toEqual(exchange?.renew);
  expect(exchange?.renew.params).toMatchObject({ grant_type: "fb_exchange_token", fb_exchange_token: "{access_token}" });
});
