import type { Field, GuideStep, OAuth2, Scope, ServiceAccount, Verification } from "../connector";

/** Who is connected: asked for by every sign-in. The long names, because Google answers with these when `email` and `profile` are asked for. */
const identityScopes: Scope[] = [
  { value: "openid", meaning: "Know which Google account is connected", isSensitive: false, isDefault: true, isRequired: true },
  { value: "https://www.googleapis.com/auth/userinfo.email", meaning: "See your email address", isSensitive: false, isDefault: true, isRequired: true },
  { value: "https://www.googleapis.com/auth/userinfo.profile", meaning: "See your name", isSensitive: false, isDefault: true, isRequired: false },
];

/** Google's sign-in, which all of its products share: what differs is how the app is set up, and the scopes. */
export function googleOAuth({ guide, scopes }: { guide: GuideStep[]; scopes: Scope[] }): OAuth2 {
  return {
    kind: "oauth2",
    label: "Sign in with Google",
    guide,
    authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenUrl: "https://oauth2.googleapis.com/token",
    revoke: { url: "https://oauth2.googleapis.com/revoke", style: "rfc7009", token: "refresh_token" },
    clientAuthentication: "post",
    pkce: "S256",
    scopeSeparator: " ",
    scopes: [...identityScopes, ...scopes],
    // Google gives a refresh token only for offline access, and again only after consent.
    authorizeParams: { access_type: "offline", prompt: "consent select_account" },
    refresh: { mode: "stable", accessTtlSeconds: 3_600 },
    family: "GOOGLE",
  };
}

/** The steps after the product's API was enabled: consent screen, client, and the two values to copy. */
export const googleClientSteps: GuideStep[] = [
  { text: "Set up the consent screen. With the audience Internal only your organisation can connect, and no review by Google is needed.", url: "https://console.cloud.google.com/auth/overview" },
  { text: "Under Clients create an OAuth client of the type Web application. Add this as an authorised redirect URI.", copy: "{callbackUrl}" },
  { text: "Copy the client ID and the client secret at once: Google shows the secret only now. Enter both here." },
];

const keyFile: Field = {
  key: "service_account_json",
  label: "Key file",
  secret: true,
  required: true,
  example: "patchbay-1234.json",
  help: "The JSON file that Google Cloud let you download.",
  where: { text: "Google Cloud console, Service accounts, Keys", url: "https://console.cloud.google.com/iam-admin/serviceaccounts" },
  control: "file",
  jsonKeys: ["type", "client_email", "private_key"],
};

const emailPattern = "[^\\s@/?#]{1,64}@[A-Za-z0-9.-]{1,253}";

/** The fact that `subject` becomes, for connectors whose service account acts in a person's name. */
export const subjectFact = { name: "subject", pattern: emailPattern };

/**
 * A key file that signs in as itself or, with `subject`, in the name of a person of the organisation. `keyFacts` are
 * names of values in the file that become facts, such as `project_id`, with the pattern each must have.
 */
export function googleServiceAccount({ guide, scopes, subject, facts = [], keyFacts = [] }: { guide: GuideStep[]; scopes: string[]; subject?: { label: string; example: string; help: string }; facts?: ServiceAccount["facts"]; keyFacts?: { name: string; pattern: string }[] }): ServiceAccount {
  const person: Field[] = subject ? [{ key: "subject", secret: false, required: true, ...subject, pattern: emailPattern, patternHint: `Write one email address, such as ${subject.example}.` }] : [];
  return {
    kind: "service_account",
    label: "Service account",
    guide,
    fields: [{ ...keyFile, jsonKeys: [...(keyFile.jsonKeys ?? []), ...keyFacts.map(({ name }) => name)] }, ...person],
    tokenUrl: "https://oauth2.googleapis.com/token",
    scopes,
    facts: [
      ...(subject ? [{ name: "subject", field: "subject", pattern: `(${emailPattern})` }] : []),
      ...keyFacts.map(({ name, pattern }) => ({ name, field: keyFile.key, pattern: `[\\s\\S]*"${name}"\\s*:\\s*"(${pattern})"[\\s\\S]*` })),
      ...facts,
    ],
  };
}

/** Lets a service account say its own name and address at `verifyAccount`. */
export const ownAddressScope = "https://www.googleapis.com/auth/userinfo.email";

/** Who signed in, a person or a service account. `www.googleapis.com` has to be one of the connector's hosts. */
export const verifyAccount: Verification = {
  method: "GET",
  host: "www.googleapis.com",
  path: "/oauth2/v2/userinfo",
  account: { id: ["id"], label: ["email"] },
  hints: [{ status: 401, message: "Google no longer accepts this sign-in. Access may have been removed in the Google account, or the key deleted: connect again." }],
};

/** How a key file comes about, for a service account that was let in by a role. */
export const googleKeySteps: GuideStep[] = [{ text: "Open the account's Keys tab, press Add key, Create new key, JSON. A file is downloaded: drop it here." }];

/** The project that calls go to when they do not name one. */
export const projectSetting: Field = {
  key: "project",
  label: "Project ID",
  secret: false,
  required: false,
  example: "acme-prod-123456",
  help: "Used when a call does not name a project.",
  where: { text: "Google Cloud console, Dashboard, Project info", url: "https://console.cloud.google.com/home/dashboard" },
  pattern: "([a-z][a-z0-9.-]{0,60}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]",
  patternHint: "Write the project's ID, such as acme-prod-123456, not its name or number.",
};
