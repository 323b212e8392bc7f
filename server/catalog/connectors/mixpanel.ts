import type { Connector } from "../connector";
import { mixpanelOperations } from "./mixpanel.operations";

const checkedOn = "2026-11-21";
const account = "[^\\s:@/?#]{3,200}";

export const mixpanel: Connector = {
  slug: "mixpanel",
  name: "Mixpanel",
  category: "data",
  description: "Query reports, funnels and cohorts, and import events into Mixpanel",
  synonyms: ["product analytics", "events", "funnel", "cohort", "retention", "track event", "report", "user behaviour"],
  website: "https://mixpanel.com",
  docsUrl: "https://docs.mixpanel.com/reference/overview",
  sources: [
    { url: "https://github.com/mixpanel/docs/blob/main/reference/service-accounts.mdx", checkedOn },
    { url: "https://github.com/mixpanel/docs/blob/main/reference/project-secret.mdx", checkedOn },
    { url: "https://github.com/mixpanel/docs/blob/main/openapi/query.openapi.yaml", checkedOn },
    { url: "https://github.com/mixpanel/docs/blob/main/openapi/ingestion.openapi.yaml", checkedOn },
    { url: "https://github.com/mixpanel/docs/blob/main/reference/rate-limits.mdx", checkedOn },
    { url: "https://github.com/mixpanel/docs/blob/main/docs/mcp.mdx", checkedOn },
  ],
  popularity: 67,
  inputs: [
    {
      key: "region",
      label: "Data residency",
      secret: false,
      required: false,
      example: "us",
      help: "Where the project's data is kept. In most projects it is the United States.",
      where: { text: "Project settings, Overview, Data residency", url: "https://mixpanel.com/settings/project" },
      options: [
        { value: "us", label: "United States", facts: { api_host: "mixpanel.com", import_host: "api.mixpanel.com", export_host: "data.mixpanel.com" } },
        { value: "eu", label: "European Union", facts: { api_host: "eu.mixpanel.com", import_host: "api-eu.mixpanel.com", export_host: "data-eu.mixpanel.com" } },
        { value: "in", label: "India", facts: { api_host: "in.mixpanel.com", import_host: "api-in.mixpanel.com", export_host: "data-in.mixpanel.com" } },
      ],
    },
  ],
  facts: [{ name: "service_account", pattern: account }],
  auth: [
    {
      kind: "basic",
      label: "Service account",
      guide: [
        { text: "Open Service Accounts in your organisation's settings and press Add Service Account. You have to be an owner or an admin.", url: "https://mixpanel.com/settings/org#serviceaccounts" },
        { text: "Choose the projects it may see and its role: Consumer reads reports, Analyst adds annotations, Admin imports events. Set no expiry, or one you will remember." },
        { text: "Copy the username and the secret at once: Mixpanel shows the secret only now." },
        { text: "Then enter your project's id on the connection's page, as every report is asked for with it." },
      ],
      fields: [
        {
          key: "username",
          label: "Username",
          secret: false,
          required: true,
          example: "patchbay.0a1b2c.mp-service-account",
          pattern: account,
          patternHint: "Copy the service account's username, such as patchbay.0a1b2c.mp-service-account.",
          looksLike: ".+\\.mp-service-account",
          looksLikeHint: "Service accounts end with .mp-service-account. The project secret ends on 3 March 2027: use a service account.",
        },
        {
          key: "password",
          label: "Secret",
          secret: true,
          required: true,
          example: "AbCdEfGhIjKlMnOpQrStUvWxYz012345",
          where: { text: "Organisation settings, Service Accounts", url: "https://mixpanel.com/settings/org#serviceaccounts" },
        },
      ],
      facts: [{ name: "service_account", field: "username", pattern: `(${account})` }],
    },
  ],
  api: { baseUrl: "https://{api_host}", hosts: ["{import_host}", "{export_host}"], errors: { message: "error" } },
  verify: {
    method: "GET",
    path: "/api/app/me",
    account: { id: ["{service_account}"], label: ["{service_account}"] },
    hints: [
      { status: 401, message: "Mixpanel does not know this service account. It may have expired or been deleted, or the project's data is kept elsewhere." },
      { status: 403, message: "This service account may see nothing. Give it a project in the organisation's settings." },
    ],
  },
  operations: mixpanelOperations,
  settings: [
    {
      key: "projectId",
      label: "Project",
      secret: false,
      required: false,
      example: "1234567",
      help: "The project that reports are asked of when a call names none.",
      where: { text: "Project settings, Overview, Project ID", url: "https://mixpanel.com/settings/project" },
      pattern: "[0-9]{1,12}",
      patternHint: "Write the project's id, which is a number. The token is another value.",
    },
  ],
  rateLimit: { summary: "Reports: 60 queries an hour and 5 at a time per project; export: 60 an hour, 3 a second; import: 2 GB a minute" },
  mcp: { url: "https://mcp.mixpanel.com/mcp", auth: "oauth", note: "Clients register themselves. For data in Europe mcp-eu.mixpanel.com, in India mcp-in.mixpanel.com." },
  defaultVisibility: "workspace",
};
