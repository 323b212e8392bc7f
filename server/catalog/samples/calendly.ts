import { bearerToken, clientInBody, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

const uri = "https://api.calendly.com/users/AAAAAAAAAAAAAAAA";
const organization = "https://api.calendly.com/organizations/BBBBBBBBBBBBBBBB";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: "GET https://api.calendly.com/users/me",
      headers,
      answer: { body: { resource: { avatar_url: null, created_at: "2019-01-02T03:04:05.678123Z", current_organization: organization, email: "ada@example.com", name: "Ada Lovelace", scheduling_url: "https://calendly.com/ada", slug: "ada", timezone: "Europe/London", uri } } },
    },
    account: { id: uri, label: "ada@example.com" },
    refused: { status: 401, body: { title: "Unauthenticated", message: "The access token is invalid" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://auth.calendly.com/oauth/authorize", pkce: true },
    token: {
      call: "POST https://auth.calendly.com/oauth/token",
      form: { ...codeGrant, ...codeVerifier, ...clientInBody },
      answer: { body: { token_type: "Bearer", access_token: "calendlySampleAccessToken", refresh_token: "calendlySampleRefreshToken", expires_in: 7200, created_at: 1763715600, scope: "users:read", owner: uri, organization } },
      reads: { accessToken: "calendlySampleAccessToken", refreshToken: "calendlySampleRefreshToken", expiresInSeconds: 7200, scopes: ["users:read"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client", error_description: "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method." } },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
