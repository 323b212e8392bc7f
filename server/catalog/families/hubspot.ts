import type { Api, Bearer, Connector, OAuth2, RateLimit, Scope, TokenAnswer, Verification, WebhookScheme } from "../connector";

/** HubSpot's sign-in, which all of its hubs share: what differs are the scopes. */
export function hubspotOAuth({ scopes }: { scopes: Scope[] }): OAuth2 {
  return {
    kind: "oauth2",
    label: "Sign in with HubSpot",
    guide: [
      { text: "Open your HubSpot developer account and create an app with OAuth as its authentication.", url: "https://app.hubspot.com/l/developer-overview" },
      { text: "Add this as a redirect URL. HubSpot takes https addresses with a domain name, and http only for localhost.", copy: "{callbackUrl}" },
      { text: "Add the scopes you want to offer here. HubSpot refuses a sign-in that leaves out a scope the app requires, so mark only oauth as required." },
      { text: "Copy the client ID and the client secret of the app, and enter both here." },
    ],
    authorizeUrl: "https://app.hubspot.com/oauth/authorize",
    // The v1 endpoint ends on 16 February 2027. This one takes secrets in the body only.
    tokenUrl: "https://api.hubapi.com/oauth/2026-03/token",
    revoke: { url: "https://api.hubapi.com/oauth/2026-03/token/revoke", style: "rfc7009", token: "refresh_token" },
    clientAuthentication: "post",
    pkce: "S256",
    scopeSeparator: " ",
    scopes: [{ value: "oauth", meaning: "See which HubSpot account is connected", isSensitive: false, isDefault: true, isRequired: true }, ...scopes],
    refresh: { mode: "stable", accessTtlSeconds: 1_800 },
    readToken,
  };
}

/** A private app's token. `choose` is the step in which its scopes are chosen. */
export function hubspotToken({ choose }: { choose: string }): Bearer {
  return {
    kind: "bearer",
    label: "Private app token",
    guide: [
      { text: "In HubSpot, open Settings, Integrations, Private apps; newer accounts list them under legacy apps. You have to be a super admin.", url: "https://app.hubspot.com/l/private-apps" },
      { text: choose },
      { text: "Create the app, open its Auth tab, show the access token and copy it." },
    ],
    fields: [
      {
        key: "token",
        label: "Access token",
        secret: true,
        required: true,
        example: "pat-eu1-01234567-89ab-cdef-0123-456789abcdef",
        where: { text: "Settings, Integrations, Private apps", url: "https://app.hubspot.com/l/private-apps" },
        looksLike: "pat-[a-z]{2}[0-9]-[0-9a-f-]{30,40}",
        looksLikeHint: "HubSpot's private app tokens start with pat-, such as pat-na1-. Old API keys (hapikey) no longer work.",
      },
    ],
  };
}

export const hubspotApi: Api = { baseUrl: "https://api.hubapi.com", hosts: [], errors: { code: "category", message: "message" } };

const account = { id: ["portalId"], label: ["portalId"] };

export const hubspotVerify: Verification = {
  method: "GET",
  path: "/account-info/v3/details",
  account,
  hints: [
    { status: 401, message: "HubSpot does not know this token. It may have been rotated: copy it again from the private app." },
    { code: "EXPIRED_AUTHENTICATION", message: "This token has expired. Copy the new one from the private app." },
  ],
  alternatives: [{ method: "GET", path: "/account-info/2026-03/details", account }],
};

export const hubspotRateLimit: RateLimit = { summary: "A number of requests in 10 seconds per app and account, and for private apps a number a day", remainingHeader: "x-hubspot-ratelimit-remaining" };

export const hubspotPagination: NonNullable<Connector["pagination"]> = { kind: "cursor", param: "after", path: "paging.next.after" };

export const hubspotWebhook: WebhookScheme = {
  header: "x-hubspot-signature-v3",
  algorithm: "hmac_sha256",
  encoding: "base64",
  signed: "{method}{decoded_url}{body}{timestamp}",
  timestampHeader: "x-hubspot-request-timestamp",
  timestampUnit: "ms",
  toleranceSeconds: 300,
  key: "The client secret of the app",
};

export const hubspotMcp: NonNullable<Connector["mcp"]> = { url: "https://mcp.hubspot.com", auth: "oauth", note: "Needs an app of its own, registered in HubSpot." };

/** Granted scopes come as an array named `scopes`. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  const { scopes } = answer;
  return Array.isArray(scopes) ? { ...answer, scope: scopes.filter((scope) => typeof scope === "string").join(" ") } : { ...answer };
}
