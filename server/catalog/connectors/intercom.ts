import type { Connector, TokenAnswer } from "../connector";
import { intercomOperations } from "./intercom.operations";

const checkedOn = "2026-11-21";

export const intercom: Connector = {
  slug: "intercom",
  name: "Intercom",
  category: "support",
  description: "Read and answer conversations, create tickets, and look customers up",
  synonyms: ["chat", "live chat", "support", "messenger", "conversations", "tickets", "customer messages", "helpdesk", "fin"],
  website: "https://www.intercom.com",
  docsUrl: "https://developers.intercom.com",
  sources: [
    { url: "https://github.com/intercom/Intercom-OpenAPI/blob/main/descriptions/2.16/api.intercom.io.yaml", checkedOn },
    { url: "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth", checkedOn },
    { url: "https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting", checkedOn },
    { url: "https://developers.intercom.com/docs/guides/mcp", checkedOn },
    { url: "https://nango.dev/docs/api-integrations/intercom/connect", checkedOn },
  ],
  popularity: 83,
  inputs: [
    {
      key: "region",
      label: "Region",
      secret: false,
      required: true,
      example: "intercom",
      help: "Where Intercom keeps your data. The address in your browser tells: app.intercom.com, app.eu.intercom.com or app.au.intercom.com.",
      // What stands between app. and .com, and between api. and .io.
      options: [
        { value: "intercom", label: "United States" },
        { value: "eu.intercom", label: "Europe" },
        { value: "au.intercom", label: "Australia" },
      ],
    },
  ],
  auth: [
    {
      kind: "bearer",
      label: "Access token",
      guide: [
        { text: "Open the Developer Hub of your workspace, Your apps, and press New app. Choose the workspace whose data you want.", url: "https://app.intercom.com/a/apps/_/developer-hub" },
        { text: "In the app open Configure, Authentication and press Edit to choose what it may do, at least Read admins, Read conversations and Read and list users and companies." },
        { text: "Copy the access token from the same page. It does not run out." },
      ],
      fields: [
        {
          key: "token",
          label: "Access token",
          secret: true,
          required: true,
          example: "dG9rOjAxMjM0NTY3Xzg5YWJfY2RlZl8wMTIzXzQ1Njc4OWFiY2RlZjoxOjA=",
          where: { text: "Developer Hub, your app, Configure, Authentication", url: "https://app.intercom.com/a/apps/_/developer-hub" },
          looksLike: "dG9rO[A-Za-z0-9+/]{20,}={0,2}",
          looksLikeHint: "Intercom's access tokens start with dG9rO. The client secret does not work here.",
        },
      ],
    },
    {
      kind: "oauth2",
      label: "Sign in with Intercom",
      guide: [
        { text: "Open the Developer Hub, Your apps, and press New app, or open the one you have.", url: "https://app.intercom.com/a/apps/_/developer-hub" },
        { text: "Open Configure, Authentication, press Edit and tick Use OAuth." },
        { text: "Add this as a redirect URL. Intercom takes https addresses only.", copy: "{callbackUrl}" },
        { text: "On the same page choose the permissions. Intercom asks people for all that is chosen there: Patchbay cannot ask for fewer." },
        { text: "Copy the client ID and the client secret from Basic information and enter both here. Workspaces of others can connect only after Intercom reviewed the app." },
      ],
      authorizeUrl: "https://app.{region}.com/oauth",
      tokenUrl: "https://api.{region}.io/auth/eagle/token",
      clientAuthentication: "post",
      pkce: "none",
      scopeSeparator: " ",
      scopes: [],
      refresh: { mode: "none", accessTtlSeconds: null },
      readToken,
    },
  ],
  api: { baseUrl: "https://api.{region}.io", hosts: [], headers: { "intercom-version": "2.16" }, errors: { code: "errors.0.code", message: "errors.0.message", param: "errors.0.field" } },
  verify: {
    method: "GET",
    path: "/me",
    account: { id: ["app.id_code", "id"], label: ["app.name", "email"] },
    hints: [
      { status: 401, message: "Intercom does not know this token. Check that the region is the one of your workspace, and copy the token again." },
      { status: 403, message: "Intercom refused this. Choose the region of your workspace, and give the app the permission to read admins." },
    ],
  },
  operations: intercomOperations,
  settings: [
    {
      key: "admin",
      label: "Teammate",
      secret: false,
      required: false,
      example: "3156780",
      help: "The ID of the teammate in whose name answers are sent when none is named.",
      where: { text: "The operation List teammates gives the IDs" },
      pattern: "[0-9]{1,20}",
      patternHint: "Write the teammate's ID, a number.",
    },
  ],
  rateLimit: {
    summary: "10,000 requests a minute per app and 25,000 per workspace, spread over windows of 10 seconds",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset",
    resetUnit: "epoch_seconds",
    windows: [{ calls: 1_666, seconds: 10 }],
  },
  pagination: { kind: "cursor", param: "starting_after", path: "pages.next.starting_after" },
  webhook: { header: "x-hub-signature", algorithm: "hmac_sha1", encoding: "hex", prefix: "sha1=", signed: "{body}", key: "The client secret of the app" },
  mcp: { url: "https://mcp.intercom.com/mcp", auth: "oauth", note: "For workspaces in the United States. Those in Europe have https://mcp.eu.intercom.com/mcp, those in Australia none." },
  defaultVisibility: "workspace",
};

/** The token stands under two names, by the age of the app; there is nothing about its lifetime. */
function readToken({ access_token, token, error, error_description }: Record<string, unknown>): TokenAnswer {
  const found = typeof access_token === "string" ? access_token : token;
  return {
    ...(typeof found === "string" ? { access_token: found } : {}),
    ...(typeof error === "string" ? { error } : {}),
    ...(typeof error_description === "string" ? { error_description } : {}),
  };
}
