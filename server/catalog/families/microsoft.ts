import type { Api, ClientCredentials, Field, GuideStep, OAuth2, Scope, TokenAnswer, Verification } from "../connector";

/** Entra's tenant, which stands in every address of the sign-in. */
export const tenantInput: Field = {
  key: "tenant",
  label: "Tenant",
  secret: false,
  required: false,
  example: "contoso.onmicrosoft.com",
  default: "common",
  help: "Leave common to let any Microsoft account sign in. Give your tenant's ID or domain when the app is registered for one tenant only, or signs in as itself.",
  where: { text: "Entra admin center, Overview, Tenant ID", url: "https://entra.microsoft.com" },
  pattern: "[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?",
  patternHint: "Write the tenant's ID or domain, such as contoso.onmicrosoft.com.",
};

const registerSteps: GuideStep[] = [
  { text: "Open App registrations in the Entra admin center and press New registration.", url: "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade" },
  { text: "Name it, and choose who may sign in. With a single tenant, everyone who connects has to enter that tenant here." },
  { text: "Under Redirect URI choose Web and paste this address. Register.", copy: "{callbackUrl}" },
  { text: "Copy the Application (client) ID." },
  { text: "Under Certificates & secrets make a new client secret and copy its Value, not its ID. Note when it expires. Enter both here." },
];

/** Entra's sign-in, which all of Microsoft's products share. `steps` come after the app is registered. */
export function microsoftOAuth({ scopes, steps = [], readToken = readGraphToken }: { scopes: Scope[]; steps?: GuideStep[]; readToken?: NonNullable<OAuth2["readToken"]> }): OAuth2 {
  return {
    kind: "oauth2",
    label: "Sign in with Microsoft",
    guide: [...registerSteps, ...steps],
    authorizeUrl: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
    tokenUrl: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
    clientAuthentication: "post",
    pkce: "S256",
    scopeSeparator: " ",
    scopes: [{ value: "offline_access", meaning: "Stay connected when you are away", isSensitive: false, isDefault: true, isRequired: true }, ...scopes],
    authorizeParams: { response_mode: "query", prompt: "select_account" },
    // Each refresh token lasts 90 days and is replaced by the next.
    refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 7_776_000 },
    readToken,
    family: "MICROSOFT",
  };
}

/** Granted scopes may come as full addresses: `https://graph.microsoft.com/Mail.Read`. */
function readGraphToken(answer: Record<string, unknown>): TokenAnswer {
  return typeof answer["scope"] === "string" ? { ...answer, scope: answer["scope"].replaceAll("https://graph.microsoft.com/", "") } : { ...answer };
}

/** An app that signs in as itself. `scope` is the resource's `.default`; `permission` the steps that let it in. */
export function microsoftApp({ scope, permission }: { scope: string; permission: GuideStep[] }): ClientCredentials {
  return {
    kind: "client_credentials",
    label: "As the app itself",
    guide: [
      { text: "Open your app under App registrations in the Entra admin center, or register one.", url: "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade" },
      ...permission,
      { text: "Under Certificates & secrets make a client secret and copy its Value." },
      { text: "Enter your tenant's ID above: common does not work without a person." },
    ],
    fields: [
      { key: "client_id", label: "Application (client) ID", secret: false, required: true, example: "00001111-aaaa-2222-bbbb-3333cccc4444", pattern: "[A-Za-z0-9-]{8,64}", patternHint: "Copy the Application (client) ID from the app's overview." },
      {
        key: "client_secret",
        label: "Client secret",
        secret: true,
        required: true,
        example: "AbC8Q~dEfGhIjKlMnOpQrStUvWxYz0123456789",
        looksLike: "(?![0-9a-fA-F]{8}-[0-9a-fA-F]{4}-).+",
        looksLikeHint: "This looks like the secret's ID. Copy the column Value instead.",
      },
    ],
    tokenUrl: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
    clientAuthentication: "post",
    scope,
  };
}

/** Microsoft Graph, which Outlook, OneDrive and Teams share. */
export const graphApi: Api = { baseUrl: "https://graph.microsoft.com", hosts: [], errors: { code: "error.code", message: "error.message" } };

/** Asks Graph who is there: the person who signed in or, for an app by itself, its organisation. `alternatives` are for apps that may not see that. */
export function verifyGraph(alternatives?: Verification["alternatives"]): Verification {
  return {
    method: "GET",
    path: "/v1.0/me",
    account: { id: ["id"], label: ["mail", "userPrincipalName", "displayName"] },
    hints: [
      { status: 401, message: "Microsoft no longer accepts this sign-in. Connect again." },
      { status: 403, message: "Microsoft blocked this. An administrator may have to allow the app for your organisation." },
    ],
    perKind: {
      client_credentials: {
        method: "GET",
        path: "/v1.0/organization",
        account: { id: ["value.0.id"], label: ["value.0.displayName"] },
        hints: [{ status: 403, message: "The app may not read the organisation. Add the application permission Organization.Read.All and grant admin consent." }],
        ...(alternatives ? { alternatives } : {}),
      },
    },
  };
}
