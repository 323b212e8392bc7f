import { bearerToken, clientInBody, codeGrant, type ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  oauth2: {
    authorize: { url: "https://www.instagram.com/oauth/authorize", pkce: false },
    token: {
      call: "POST https://api.instagram.com/oauth/access_token",
      form: { ...codeGrant, ...clientInBody },
      // A list of one, and scopes under another name.
      answer: { body: { data: [{ access_token: "IGAAshortSampleToken", user_id: "1020", permissions: "instagram_business_basic,instagram_business_manage_comments" }] } },
      reads: { accessToken: "IGAAshortSampleToken", expiresInSeconds: 5_184_000, scopes: ["instagram_business_basic", "instagram_business_manage_comments"] },
    },
    tokenRefused: { status: 400, body: { error_type: "OAuthException", code: 400, error_message: "Matching code was not found or was already used" } },
    exchange: {
      call: "GET https://graph.instagram.com/access_token?grant_type=ig_exchange_token&client_secret={client_secret}&access_token={access_token}",
      answer: { body: { access_token: "IGAAlongSampleToken", token_type: "bearer", expires_in: 5183944 } },
      reads: { accessToken: "IGAAlongSampleToken", expiresInSeconds: 5_183_944, scopes: null },
    },
    verify: { call: "GET https://graph.instagram.com/v26.0/me?fields=user_id,username,account_type", headers: bearerToken, answer: { body: { user_id: "17841405309211844", username: "acmebikes", account_type: "BUSINESS", id: "1020" } } },
    account: { id: "17841405309211844", label: "acmebikes" },
    refused: { status: 400, body: { error: { message: "Error validating access token: Session has expired.", type: "OAuthException", code: 190, fbtrace_id: "AsampleTraceId" } } },
  },
};
