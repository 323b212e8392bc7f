import { bearerToken, clientInBody, codeGrant, type ConnectorSample, type WaySample } from "./sample";

function way(credential: { authorization: string }): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: "GET https://api.intercom.io/me",
      headers: { ...credential, "intercom-version": "2.16" },
      answer: { body: { type: "admin", id: "991267459", email: "ada@example.com", name: "Ada Lovelace", email_verified: true, app: { type: "app", id_code: "this_is_an_id1_that_should_be_at_least_40", name: "Acme", created_at: 1734537243, secure: false, identity_verification: false, timezone: "America/Los_Angeles", region: "US" }, has_inbox_seat: true } },
    },
    account: { id: "this_is_an_id1_that_should_be_at_least_40", label: "Acme" },
    refused: { status: 401, body: { type: "error.list", request_id: "b68959ea-6328-4f70-83cb-e7913dba1542", errors: [{ code: "unauthorized", message: "Access Token Invalid" }] } },
  };
}

export const sample: ConnectorSample = {
  bearer: way({ authorization: "Bearer {token}" }),
  oauth2: {
    ...way(bearerToken),
    // What an app may do is chosen where it is registered.
    authorize: { url: "https://app.intercom.com/oauth", pkce: false },
    token: {
      call: "POST https://api.intercom.io/auth/eagle/token",
      form: { ...codeGrant, ...clientInBody },
      answer: { body: { token: "dG9rOmludGVyY29tU2FtcGxlVG9rZW4=", token_type: "Bearer", access_token: "dG9rOmludGVyY29tU2FtcGxlVG9rZW4=" } },
      reads: { accessToken: "dG9rOmludGVyY29tU2FtcGxlVG9rZW4=", expiresInSeconds: null, scopes: null },
    },
    tokenRefused: { status: 401, body: { error: "invalid_grant", error_description: "Unauthorized Code" } },
  },
};
