import { bearerToken, clientInBody, codeGrant, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: "https://www.linkedin.com/oauth/v2/authorization", pkce: false },
    token: {
      call: "POST https://www.linkedin.com/oauth/v2/accessToken",
      form: { ...codeGrant, ...clientInBody },
      // Asked for with blanks between them, the scopes come back with commas.
      answer: { body: { access_token: "AQUvlL_DYEzvT2wz1QJiEPeLioeA", expires_in: 5_184_000, scope: "email,openid,profile,w_member_social", token_type: "Bearer", id_token: "eyJ6aXAiOiJSRUYi.sample.id" } },
      reads: { accessToken: "AQUvlL_DYEzvT2wz1QJiEPeLioeA", expiresInSeconds: 5_184_000, scopes: ["email", "openid", "profile", "w_member_social"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed" } },
    verify: {
      call: "GET https://api.linkedin.com/v2/userinfo",
      headers: bearerToken,
      answer: { body: { sub: "782bbtaQ", name: "John Doe", given_name: "John", family_name: "Doe", picture: "https://media.licdn-ei.com/dms/image/sample", locale: { country: "US", language: "en" }, email: "doe@email.com", email_verified: true } },
    },
    account: { id: "782bbtaQ", label: "doe@email.com" },
    refused: { status: 401, body: { status: 401, serviceErrorCode: 65_601, code: "REVOKED_ACCESS_TOKEN", message: "The token used in the request has been revoked by the user" } },
  },
};
