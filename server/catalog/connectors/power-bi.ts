import type { Connector } from "../connector";
import { microsoftApp, microsoftOAuth, tenantInput } from "../families/microsoft";
import { powerBiOperations } from "./power-bi.operations";

const checkedOn = "2026-11-21";

export const powerBi: Connector = {
  slug: "power-bi",
  name: "Microsoft Power BI",
  category: "data",
  description: "List workspaces and reports, refresh datasets, run DAX queries and export reports",
  synonyms: ["powerbi", "power bi", "dashboards", "reports", "business intelligence", "dax", "refresh a dataset", "semantic model", "fabric"],
  website: "https://www.microsoft.com/power-platform/products/power-bi",
  docsUrl: "https://learn.microsoft.com/rest/api/power-bi/",
  sources: [
    { url: "https://github.com/microsoft/PowerBI-CSharp/blob/master/sdk/swaggers/swagger.json", checkedOn },
    { url: "https://github.com/MicrosoftDocs/entra-docs/blob/main/docs/identity-platform/v2-oauth2-auth-code-flow.md", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
  ],
  popularity: 80,
  inputs: [tenantInput],
  auth: [
    microsoftOAuth({
      steps: [{ text: "Under API permissions add Power BI Service, Delegated permissions, with the scopes you want to offer here." }],
      // Full addresses: without them Entra takes scopes for those of Microsoft Graph.
      scopes: [
        { value: "https://analysis.windows.net/powerbi/api/Workspace.Read.All", meaning: "See workspaces", isSensitive: false, isDefault: true, isRequired: true },
        { value: "https://analysis.windows.net/powerbi/api/Report.Read.All", meaning: "See and export reports", isSensitive: false, isDefault: true, isRequired: false },
        { value: "https://analysis.windows.net/powerbi/api/Dataset.Read.All", meaning: "See datasets and query their data", isSensitive: true, isDefault: true, isRequired: false },
        { value: "https://analysis.windows.net/powerbi/api/Dashboard.Read.All", meaning: "See dashboards", isSensitive: false, isDefault: true, isRequired: false },
        { value: "https://analysis.windows.net/powerbi/api/Dataset.ReadWrite.All", meaning: "Refresh, change and delete datasets", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://analysis.windows.net/powerbi/api/Report.ReadWrite.All", meaning: "Change and delete reports", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://analysis.windows.net/powerbi/api/Workspace.ReadWrite.All", meaning: "Create and change workspaces, and who may use them", isSensitive: true, isDefault: false, isRequired: false },
        { value: "https://analysis.windows.net/powerbi/api/Dataflow.Read.All", meaning: "See dataflows", isSensitive: false, isDefault: false, isRequired: false },
      ],
    }),
    microsoftApp({
      scope: "https://analysis.windows.net/powerbi/api/.default",
      permission: [
        { text: "In the Fabric admin portal, Tenant settings, Developer settings, allow service principals to call Fabric public APIs. It takes about a quarter of an hour.", url: "https://app.powerbi.com/admin-portal/tenantSettings" },
        { text: "In Power BI open each workspace, Manage access, and add the app as Member or Contributor. API permissions in Entra are not needed." },
      ],
    }),
  ],
  api: { baseUrl: "https://api.powerbi.com", hosts: ["api.fabric.microsoft.com"], errors: { code: "error.code", message: "error.message" } },
  verify: {
    method: "GET",
    path: "/v1.0/myorg/groups?$top=1",
    account: { id: ["value.0.id"], label: ["value.0.name"] },
    hints: [
      { status: 401, message: "Power BI does not accept this sign-in. For an app, check that service principals are allowed in the Fabric admin portal, and that the tenant above is right." },
      { status: 403, message: "Power BI knows this sign-in, but does not let it see workspaces. The person may have no Power BI licence, or the app no permission Workspace.Read.All." },
    ],
  },
  operations: powerBiOperations,
  settings: [
    {
      key: "workspace",
      label: "Workspace ID",
      secret: false,
      required: false,
      example: "f089354e-8366-4e18-aea3-4cb4a3a50b48",
      help: "Used when a call does not name a workspace.",
      where: { text: "Power BI, the workspace's address, after /groups/", url: "https://app.powerbi.com" },
      pattern: "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
      patternHint: "A workspace ID looks like f089354e-8366-4e18-aea3-4cb4a3a50b48.",
    },
  ],
  rateLimit: { summary: "Different for each call; 120 DAX queries a minute per person. Microsoft says with each refusal how long to wait" },
  pagination: { kind: "offset", param: "$skip", limitParam: "$top" },
  mcp: { url: "https://api.fabric.microsoft.com/v1/mcp/powerbi", auth: "oauth", note: "Signs in through Entra; an administrator has to allow it in the tenant settings." },
  defaultVisibility: "workspace",
};
