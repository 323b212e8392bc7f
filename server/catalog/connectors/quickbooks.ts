import type { Connector, TokenAnswer } from "../connector";
import { quickbooksOperations } from "./quickbooks.operations";

const checkedOn = "2026-11-21";

export const quickbooks: Connector = {
  slug: "quickbooks",
  name: "QuickBooks Online",
  category: "finance",
  description: "Create and send invoices, record payments, keep customers, and read reports",
  synonyms: ["accounting", "bookkeeping", "intuit", "invoice", "qbo", "bills", "profit and loss", "send invoice"],
  website: "https://quickbooks.intuit.com",
  docsUrl: "https://developer.intuit.com/app/developer/qbo/docs/get-started",
  sources: [
    { url: "https://github.com/intuit/oauth-jsclient/blob/master/src/OAuthClient.js", checkedOn },
    { url: "https://oauth-pythonclient.readthedocs.io/en/latest/user-guide.html", checkedOn },
    { url: "https://developer.intuit.com/app/developer/qbo/docs/learn/explore-the-quickbooks-online-api/minor-versions", checkedOn },
    { url: "https://www.developer.intuit.com/app/developer/qbo/docs/develop/webhooks", checkedOn },
    { url: "https://developer.intuit.com/app/developer/qbo/docs/release-notes/general-release-notes", checkedOn },
    { url: "https://mcpservers.org/vi/remote-mcp-servers/quickbooks", checkedOn },
  ],
  popularity: 85,
  inputs: [
    {
      key: "environment",
      label: "Environment",
      secret: false,
      required: true,
      example: "production",
      help: "Sandbox companies go with the development keys of your Intuit app, real ones with its production keys.",
      where: { text: "Intuit Developer, My Hub, Sandboxes", url: "https://developer.intuit.com/app/developer/sandbox" },
      options: [
        { value: "production", label: "Production", facts: { api: "quickbooks" } },
        { value: "sandbox", label: "Sandbox", facts: { api: "sandbox-quickbooks" } },
      ],
    },
  ],
  facts: [
    { name: "api", pattern: "(sandbox-)?quickbooks" },
    // The company. Intuit names it when it sends the person back, and nowhere else.
    { name: "realmId", pattern: "[0-9]{8,20}" },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Intuit",
      guide: [
        { text: "Open My Hub, App dashboard in Intuit Developer, and create an app for QuickBooks Online.", url: "https://developer.intuit.com/dashboard" },
        { text: "Give it the permission com.intuit.quickbooks.accounting." },
        { text: "Open Settings, Redirect URIs, choose Development or Production as you did here, and add this. In production it has to start with https.", copy: "{callbackUrl}" },
        { text: "Open Keys and credentials, show the credentials, and copy the client ID and the client secret." },
        { text: "Production keys appear once Intuit's questionnaire about the app is answered." },
      ],
      authorizeUrl: "https://appcenter.intuit.com/connect/oauth2",
      tokenUrl: "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
      clientAuthentication: "basic",
      pkce: "none",
      scopeSeparator: " ",
      scopes: [
        { value: "com.intuit.quickbooks.accounting", meaning: "Read and change customers, invoices, bills and all other accounting records", isSensitive: true, isDefault: true, isRequired: true },
        { value: "com.intuit.quickbooks.payment", meaning: "Take card and bank payments with QuickBooks Payments", isSensitive: true, isDefault: false, isRequired: false },
        { value: "openid", meaning: "Know who signed in", isSensitive: false, isDefault: false, isRequired: false },
        { value: "profile", meaning: "See the name of the person who signed in", isSensitive: false, isDefault: false, isRequired: false },
        { value: "email", meaning: "See the email address of the person who signed in", isSensitive: false, isDefault: false, isRequired: false },
      ],
      refresh: { mode: "rotating", accessTtlSeconds: 3_600, refreshTtlSeconds: 8_640_000 },
      callbackFacts: ["realmId"],
      readToken,
    },
  ],
  api: {
    baseUrl: "https://{api}.api.intuit.com",
    hosts: [],
    // Without it the answer is XML.
    headers: { accept: "application/json" },
    errors: { code: "Fault.Error.0.code", message: "Fault.Error.0.Detail", param: "Fault.Error.0.element" },
  },
  verify: {
    method: "GET",
    path: "/v3/company/{realmId}/companyinfo/{realmId}?minorversion=75",
    account: { id: ["{realmId}"], label: ["CompanyInfo.CompanyName", "CompanyInfo.LegalName", "{realmId}"] },
    hints: [
      { status: 401, message: "Intuit ended this connection. Connect again." },
      { status: 403, message: "This company does not answer here. Check that you chose Production or Sandbox as in your Intuit app, and that the company's subscription is active." },
    ],
  },
  operations: quickbooksOperations,
  settings: [],
  rateLimit: { summary: "500 requests a minute per company, and 10 at the same time", windows: [{ calls: 500, seconds: 60 }] },
  webhook: { header: "intuit-signature", algorithm: "hmac_sha256", encoding: "base64", signed: "{body}", key: "The verifier token of the app's webhooks" },
  mcp: { url: "https://ai-inc.quickbooks.intuit.com/v1/mcp", auth: "oauth" },
  defaultVisibility: "workspace",
};

/** Intuit has a name of its own for how long the refresh token lasts. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  const lifetime = answer["x_refresh_token_expires_in"];
  return typeof lifetime === "number" ? { ...answer, refresh_token_expires_in: lifetime } : { ...answer };
}
