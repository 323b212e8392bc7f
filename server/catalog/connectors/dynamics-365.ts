import type { Connector } from "../connector";
import { microsoftApp, microsoftOAuth, tenantInput } from "../families/microsoft";
import { dynamics365Operations } from "./dynamics-365.operations";

const checkedOn = "2026-11-21";
const noUser = "This person or app is no user of the environment, or their security role allows too little. An administrator can add them in the Power Platform admin center.";

export const dynamics365: Connector = {
  slug: "dynamics-365",
  name: "Microsoft Dynamics 365 (Dataverse)",
  category: "erp",
  description: "Find, create and update accounts, contacts, leads, opportunities and any other Dataverse table",
  synonyms: ["dynamics", "crm", "dataverse", "power apps", "power platform", "sales hub", "customer service", "leads", "opportunities", "d365"],
  website: "https://www.microsoft.com/dynamics-365",
  docsUrl: "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/overview",
  sources: [
    { url: "https://learn.microsoft.com/power-apps/developer/data-platform/authenticate-oauth", checkedOn },
    { url: "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/setup-postman-environment", checkedOn },
    { url: "https://learn.microsoft.com/power-apps/developer/data-platform/api-limits", checkedOn },
    { url: "https://docs.n8n.io/integrations/builtin/credentials/microsoftdataverse", checkedOn },
    { url: "https://nango.dev/docs/api-integrations/microsoft-dataverse/how-to-register-your-own-microsoft-dataverse-api-oauth-app", checkedOn },
  ],
  popularity: 79,
  inputs: [
    {
      key: "environment",
      label: "Environment",
      secret: false,
      required: true,
      example: "contoso.crm4.dynamics.com",
      help: "The host of your environment; crm4 is Europe, crm alone North America. You may paste the whole address.",
      where: { text: "Power Platform admin center, Environments, your environment, Environment URL", url: "https://admin.powerplatform.microsoft.com/environments" },
      cut: "^https?://|/[^]*$",
      pattern: "[a-z0-9][a-z0-9-]{0,62}(\\.api)?\\.crm[0-9]{0,2}\\.dynamics\\.com",
      patternHint: "Write the environment's host in lower case, such as contoso.crm4.dynamics.com. Finance and Business Central have other addresses and do not work here.",
    },
    tenantInput,
  ],
  auth: [
    {
      ...microsoftOAuth({
        scopes: [
          { value: "openid", meaning: "Know which Microsoft account is connected", isSensitive: false, isDefault: true, isRequired: true },
          { value: "user_impersonation", meaning: "Read and change the records you can read and change", isSensitive: true, isDefault: true, isRequired: true },
        ],
        steps: [{ text: "Under API permissions add Dynamics CRM, Delegated permissions: user_impersonation. It is found under APIs my organization uses, also as Dataverse." }],
      }),
      // The token is for one environment. Only Entra's first endpoints take its address beside the scopes, which stay the same for all.
      authorizeUrl: "https://login.microsoftonline.com/{tenant}/oauth2/authorize?resource=https%3A%2F%2F{environment}",
      tokenUrl: "https://login.microsoftonline.com/{tenant}/oauth2/token",
    },
    {
      ...microsoftApp({
        scope: "",
        permission: [
          { text: "In the Power Platform admin center open your environment, Settings, Users + permissions, Application users, and press New app user.", url: "https://admin.powerplatform.microsoft.com/environments" },
          { text: "Choose the app, a business unit, and a security role with what Patchbay may do. Without a role every call is refused." },
        ],
      }),
      tokenParams: { scope: "https://{environment}/.default" },
    },
  ],
  api: {
    baseUrl: "https://{environment}",
    hosts: [],
    headers: { accept: "application/json", "odata-version": "4.0", "odata-maxversion": "4.0" },
    errors: { code: "error.code", message: "error.message" },
  },
  verify: {
    method: "GET",
    path: "/api/data/v9.2/organizations?$select=name,organizationid",
    account: { id: ["value.0.organizationid"], label: ["value.0.name", "{environment}"] },
    hints: [
      { status: 401, message: "This environment does not accept the sign-in. Check its address, and that it belongs to your tenant." },
      { status: 403, message: noUser },
      { code: "0x80072560", message: noUser },
      { status: 404, message: "There is no environment at this address. Copy it again from the Power Platform admin center." },
    ],
    alternatives: [{ method: "GET", path: "/api/data/v9.2/WhoAmI", account: { id: ["OrganizationId"], label: ["{environment}"] } }],
  },
  operations: dynamics365Operations,
  settings: [],
  rateLimit: { summary: "6,000 requests in 5 minutes per person and web server, and 20 minutes of work in that time", remainingHeader: "x-ms-ratelimit-burst-remaining-xrm-requests", windows: [{ calls: 6_000, seconds: 300 }] },
  pagination: { kind: "next_url", path: "@odata.nextLink" },
  defaultVisibility: "workspace",
};
