import type { Connector } from "../connector";
import { databricksOperations } from "./databricks.operations";

const checkedOn = "2026-11-21";
const account = { id: ["id", "{host}"], label: ["userName", "displayName", "{host}"] };
const whoWorks = { id: ["{host}"], label: ["{host}"] };

export const databricks: Connector = {
  slug: "databricks",
  name: "Databricks",
  category: "data",
  description: "Run SQL, start jobs and clusters, and look through catalogs, schemas and tables",
  synonyms: ["lakehouse", "spark", "sql warehouse", "data warehouse", "unity catalog", "notebook", "run a job", "delta", "machine learning"],
  website: "https://www.databricks.com",
  docsUrl: "https://docs.databricks.com/api/workspace/introduction",
  sources: [
    { url: "https://docs.databricks.com/dev-tools/auth/oauth-m2m", checkedOn },
    { url: "https://docs.databricks.com/api/o-auth/v1/create-custom-o-auth-app-integration.md", checkedOn },
    { url: "https://learn.microsoft.com/azure/databricks/integrations/single-use-tokens", checkedOn },
    { url: "https://github.com/databricks/databricks-sdk-py/tree/main/databricks/sdk/service", checkedOn },
    { url: "https://docs.databricks.com/aws/en/resources/limits", checkedOn },
  ],
  popularity: 77,
  keyShapes: ["dapi[0-9a-f]{32}(-[0-9]{1,2})?"],
  inputs: [
    {
      key: "host",
      label: "Workspace address",
      secret: false,
      required: true,
      example: "dbc-a1b2345c-d6e7.cloud.databricks.com",
      help: "The host name in the browser's address bar when you are in the workspace.",
      where: { text: "Your browser's address bar, up to the first slash" },
      cut: "^https?://|[/?#][\\s\\S]*$",
      pattern: "([a-z0-9-]+\\.){1,4}(databricks\\.com|databricks\\.us|azuredatabricks\\.net|databricks\\.azure\\.(us|cn))",
      patternHint: "Write the workspace's host name, such as dbc-a1b2345c-d6e7.cloud.databricks.com or adb-1234567890123456.7.azuredatabricks.net.",
    },
  ],
  auth: [
    {
      kind: "client_credentials",
      label: "Service principal",
      guide: [
        { text: "In the workspace open Settings, Identity and access, Service principals, and add a new one that Databricks manages." },
        { text: "On its Secrets tab press Generate secret. Copy the secret and the client ID: Databricks shows the secret only now. It lasts two years at most." },
        { text: "Grant the principal what it needs: Can use on a SQL warehouse, Can manage run on jobs, and USE CATALOG and SELECT on data." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "00001111-aaaa-2222-bbbb-3333cccc4444", pattern: "[A-Za-z0-9-]{8,64}", patternHint: "Copy the principal's client ID, also called application ID." },
        { key: "client_secret", label: "OAuth secret", secret: true, required: true, example: "dose0123456789abcdef0123456789abcdef", looksLike: "dose[0-9a-f]{32}", looksLikeHint: "Databricks' OAuth secrets start with dose. A personal access token starts with dapi and goes elsewhere." },
      ],
      tokenUrl: "https://{host}/oidc/v1/token",
      clientAuthentication: "basic",
      scope: "all-apis",
    },
    {
      kind: "oauth2",
      label: "Sign in with Databricks",
      guide: [
        { text: "As an account admin open the account console, Settings, App connections, and press Add connection.", url: "https://accounts.cloud.databricks.com/settings/app-integrations" },
        { text: "Name it and add this redirect URL.", copy: "{callbackUrl}" },
        { text: "Choose the access scopes All APIs or SQL, and tick Generate a client secret." },
        { text: "Save, copy the client ID and the client secret, and enter both here. A new connection may take half an hour until it works." },
      ],
      authorizeUrl: "https://{host}/oidc/v1/authorize",
      tokenUrl: "https://{host}/oidc/v1/token",
      clientAuthentication: "post",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "offline_access", meaning: "Stay connected when you are away", isSensitive: false, isDefault: true, isRequired: true },
        { value: "all-apis", meaning: "See, run, change and delete everything you may in the workspace", isSensitive: true, isDefault: true, isRequired: false },
        { value: "sql", meaning: "Run SQL on warehouses you may use", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // Lifetimes are the app's to choose; where single-use refresh tokens are on, each is replaced by the next.
      refresh: { mode: "rotating", accessTtlSeconds: 3_600 },
    },
    {
      kind: "bearer",
      label: "Personal access token",
      guide: [
        { text: "In the workspace press your name, Settings, Developer, and Manage beside Access tokens." },
        { text: "Press Generate new token, name it Patchbay and choose for how many days it lasts." },
        { text: "Copy the token at once: Databricks shows it only now. It can do everything you can." },
      ],
      fields: [
        {
          key: "token",
          label: "Personal access token",
          secret: true,
          required: true,
          example: "dapi0123456789abcdef0123456789abcdef",
          where: { text: "Settings, Developer, Access tokens" },
          looksLike: "dapi[0-9a-f]{32}(-[0-9]{1,2})?",
          looksLikeHint: "Databricks' tokens start with dapi. Check that you copied the token and not its ID.",
        },
      ],
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], errors: { code: "error_code", message: "message" } },
  verify: {
    method: "GET",
    path: "/api/2.0/preview/scim/v2/Me",
    account,
    hints: [
      { status: 401, message: "Databricks does not know this credential in this workspace. Check both, or make a new one." },
      { status: 403, message: "Databricks refused this credential. It may have expired, may lack access to this workspace, or an IP access list keeps Patchbay out." },
    ],
    alternatives: [
      { method: "GET", path: "/api/2.0/sql/warehouses", account: whoWorks },
      { method: "GET", path: "/api/2.2/jobs/list?limit=1", account: whoWorks },
    ],
  },
  operations: databricksOperations,
  settings: [
    {
      key: "warehouse",
      label: "SQL warehouse ID",
      secret: false,
      required: false,
      example: "abcdef0123456789",
      help: "Used when a statement does not name a warehouse.",
      where: { text: "SQL Warehouses, the warehouse, Overview, in brackets after its name" },
      pattern: "[0-9a-f]{16}",
      patternHint: "A warehouse ID has 16 digits and letters from a to f.",
    },
  ],
  rateLimit: { summary: "Per workspace and call, such as 20 job starts and 100 looks at a run a second" },
  pagination: { kind: "cursor", param: "page_token", path: "next_page_token" },
  mcp: { url: "https://your-workspace.cloud.databricks.com/api/2.0/mcp/sql", auth: "oauth", note: "At your own workspace's address. Further servers stand below genie, functions and vector-search, one for each space, schema or index." },
  defaultVisibility: "workspace",
};
