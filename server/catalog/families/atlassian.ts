import type { ApiKey, Basic, Connector, Field, GuideStep, OAuth2, Scope } from "../connector";

/** The person's site. An API token is sent there; a sign-in may reach several sites, and this tells which of them. */
export const siteInput: Field = {
  key: "site",
  label: "Site",
  secret: false,
  required: false,
  example: "acme",
  help: "The part before .atlassian.net. An API token needs it. When you sign in, it tells which of your sites is meant; left empty, the first you allow.",
  where: { text: "The address bar when you are signed in: acme.atlassian.net", url: "https://home.atlassian.com" },
  cut: "^https?://|\\.atlassian\\.net.*|/.*",
  pattern: "[A-Za-z0-9][A-Za-z0-9-]{0,62}",
  patternHint: "Write the name as in acme.atlassian.net. A domain of your own does not work here.",
};

/** The site's id, which stands in every address of a sign-in. */
export const cloudIdFact = { name: "cloud_id", pattern: "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}" };

/** An API token goes to the site itself; a sign-in and a token with scopes go through Atlassian's own host, and say the site by its id. */
export function atlassianApi(product: "jira" | "confluence"): Pick<NonNullable<Connector["api"]>, "baseUrl" | "perKind" | "hosts"> {
  const gateway = `https://api.atlassian.com/ex/${product}/{cloud_id}`;
  return { baseUrl: "https://api.atlassian.com", perKind: { oauth2: gateway, api_key: gateway, basic: "https://{site}.atlassian.net" }, hosts: ["{site}.atlassian.net"] };
}

/** Atlassian's sign-in, which Jira and Confluence share. Bitbucket has its own. */
export function atlassianOAuth({ product, steps, scopes }: { product: string; steps: GuideStep[]; scopes: Scope[] }): OAuth2 {
  return {
    kind: "oauth2",
    label: "Sign in with Atlassian",
    guide: [
      { text: "Open Atlassian's developer console and press Create, OAuth 2.0 integration.", url: "https://developer.atlassian.com/console/myapps/" },
      { text: "Under Authorization press Add next to OAuth 2.0 (3LO), and paste this as the callback URL.", copy: "{callbackUrl}" },
      ...steps,
      { text: "Under Distribution choose Sharing if people other than you should connect." },
      { text: "Under Settings copy the client ID and the secret, and enter both here." },
    ],
    authorizeUrl: "https://auth.atlassian.com/authorize",
    tokenUrl: "https://auth.atlassian.com/oauth/token",
    clientAuthentication: "post",
    pkce: "S256",
    scopeSeparator: " ",
    scopes: [{ value: "offline_access", meaning: "Stay connected when you are away", isSensitive: false, isDefault: true, isRequired: true }, ...scopes],
    authorizeParams: { audience: "api.atlassian.com", prompt: "consent" },
    tokenHeaders: { "content-type": "application/json" },
    // Each refresh token works once, and ends when it is not used for 90 days.
    refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 7_776_000 },
    lookup: {
      method: "GET",
      url: "https://api.atlassian.com/oauth/token/accessible-resources",
      choose: { path: "url", equals: "https://{site}.atlassian.net" },
      pick: { cloud_id: "id" },
      missing: `You have no such site with ${product}, or did not allow Patchbay to use it. Check the site, start again, and choose it on Atlassian's page.`,
    },
    family: "ATLASSIAN",
  };
}

const emailField = (key: string): Field => ({
  key,
  label: "Email address",
  secret: false,
  required: true,
  example: "ada@example.com",
  help: "Of the Atlassian account that made the token.",
  pattern: "[^\\s@:]{1,64}@[A-Za-z0-9.-]{1,253}",
  patternHint: "Write one email address, such as ada@example.com.",
});

const tokenField = (key: string): Field => ({
  key,
  label: "API token",
  secret: true,
  required: true,
  example: "ATATT3xFfGF0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789=ABCDEF01",
  where: { text: "Atlassian account, Security, API tokens", url: "https://id.atlassian.com/manage-profile/security/api-tokens" },
  looksLike: "AT(ATT|STT)[A-Za-z0-9_=.-]{20,}",
  looksLikeHint: "Atlassian's API tokens start with ATATT. Check that you copied the token and not its label.",
});

/** A token that may do whatever its owner may. */
export function atlassianApiToken(): Basic {
  return {
    kind: "basic",
    label: "API token",
    guide: [
      { text: "Open API tokens in your Atlassian account and press Create API token: the one without scopes.", url: "https://id.atlassian.com/manage-profile/security/api-tokens" },
      { text: "Name it Patchbay, and choose an expiry date you will remember: a year at most." },
      { text: "Create the token and copy it at once: Atlassian shows it only now." },
      { text: "Enter your site above, and here your email address and the token." },
    ],
    fields: [emailField("username"), tokenField("password")],
  };
}

/** A token of a person or a service account that may do only what its scopes say. The site itself refuses it. */
export function atlassianScopedToken({ product, scopes }: { product: string; scopes: string }): ApiKey {
  return {
    kind: "api_key",
    label: "API token with scopes",
    guide: [
      { text: "Open API tokens in your Atlassian account and press Create API token with scopes. For a service account an administrator makes it, under Directory, Service accounts.", url: "https://id.atlassian.com/manage-profile/security/api-tokens" },
      { text: `Choose ${product} as the app, and at least these scopes.`, copy: scopes },
      { text: "Create the token and copy it at once: Atlassian shows it only now." },
      { text: "Open your site's address with /_edge/tenant_info at its end, such as acme.atlassian.net/_edge/tenant_info, and copy the value of cloudId." },
    ],
    fields: [
      emailField("email"),
      tokenField("api_key"),
      {
        key: "cloud_id",
        label: "Cloud ID",
        secret: false,
        required: true,
        example: "11223344-a1b2-3b33-c444-def123456789",
        help: "The site's own id.",
        where: { text: "Your site's address with /_edge/tenant_info at its end", url: "https://support.atlassian.com/jira/kb/retrieve-my-atlassian-sites-cloud-id/" },
        pattern: cloudIdFact.pattern,
        patternHint: "A cloud ID has 32 letters and digits in five groups.",
      },
    ],
    placement: { in: "basic", username: "{email}", password: "{api_key}" },
    facts: [{ name: "cloud_id", field: "cloud_id", pattern: `(${cloudIdFact.pattern})` }],
  };
}
