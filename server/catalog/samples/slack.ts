import { bearerToken, clientAsBasic, codeGrant, type ConnectorSample, type WaySample } from "./sample";

function way(headers: Record<string, string>): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: "POST https://slack.com/api/auth.test",
      headers,
      answer: { body: { ok: true, url: "https://acme.slack.com/", team: "Acme", user: "patchbay", team_id: "T9TK3CUKW", user_id: "U0KRQLJ9H", bot_id: "B0LAN2Q65", is_enterprise_install: false } },
    },
    account: { id: "T9TK3CUKW", label: "Acme" },
    // With status 200.
    refused: { body: { ok: false, error: "invalid_auth" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way(bearerToken),
    authorize: { url: "https://slack.com/oauth/v2/authorize", pkce: false },
    token: {
      call: "POST https://slack.com/api/oauth.v2.access",
      headers: clientAsBasic,
      form: codeGrant,
      answer: {
        body: {
          ok: true,
          access_token: "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy",
          token_type: "bot",
          scope: "channels:read,chat:write",
          bot_user_id: "U0KRQLJ9H",
          app_id: "A0KRD7HC3",
          team: { name: "Acme", id: "T9TK3CUKW" },
          enterprise: null,
          authed_user: { id: "U1234" },
        },
      },
      reads: { accessToken: "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy", expiresInSeconds: null, scopes: ["channels:read", "chat:write"], facts: { team_id: "T9TK3CUKW" } },
    },
    tokenRefused: { body: { ok: false, error: "bad_client_secret" } },
    facts: { team_id: "T9TK3CUKW" },
  },
  bearer: way({ authorization: "Bearer {token}" }),
};
