import type { Connector } from "../connector";
import { datadogOperations } from "./datadog.operations";

const checkedOn = "2026-11-21";

export const datadog: Connector = {
  slug: "datadog",
  name: "Datadog",
  category: "devops",
  description: "Query metrics and logs, look after monitors and downtimes, and send events to Datadog",
  synonyms: ["monitoring", "observability", "logs", "metrics", "apm", "alerts", "dashboards", "monitor", "incidents", "traces"],
  website: "https://www.datadoghq.com",
  docsUrl: "https://docs.datadoghq.com/api/latest/",
  sources: [
    { url: "https://docs.datadoghq.com/api/latest/authentication.md", checkedOn },
    { url: "https://docs.datadoghq.com/api/latest/key-management/validate-api-and-application-keys/", checkedOn },
    { url: "https://docs.datadoghq.com/api/latest/rate-limits", checkedOn },
    { url: "https://docs.datadoghq.com/api/latest/audit/?code-lang=java", checkedOn },
    { url: "https://docs.mcpmanager.ai/mcp-server-guides/datadog", checkedOn },
  ],
  popularity: 83,
  inputs: [
    {
      key: "site",
      label: "Site",
      secret: false,
      required: false,
      example: "datadoghq.com",
      help: "Where your organisation lives. A key is not known at any other site.",
      where: { text: "The address bar when you are signed in: us5.datadoghq.com is US5, app.datadoghq.eu is EU1", url: "https://docs.datadoghq.com/getting_started/site/" },
      options: [
        { value: "datadoghq.com", label: "US1, datadoghq.com" },
        { value: "us3.datadoghq.com", label: "US3, us3.datadoghq.com" },
        { value: "us5.datadoghq.com", label: "US5, us5.datadoghq.com" },
        { value: "datadoghq.eu", label: "EU1, datadoghq.eu" },
        { value: "uk1.datadoghq.com", label: "UK1, uk1.datadoghq.com" },
        { value: "ap1.datadoghq.com", label: "AP1 Japan, ap1.datadoghq.com" },
        { value: "ap2.datadoghq.com", label: "AP2 Australia, ap2.datadoghq.com" },
        { value: "ddog-gov.com", label: "US1-FED, ddog-gov.com" },
        { value: "us2.ddog-gov.com", label: "US2-FED, us2.ddog-gov.com" },
      ],
    },
  ],
  auth: [
    {
      kind: "api_key",
      label: "API key and application key",
      guide: [
        { text: "In Datadog open Organization Settings, API Keys, and press New Key. Copy the key.", url: "https://app.datadoghq.com/organization-settings/api-keys" },
        { text: "Open Application Keys and press New Key. One of a service account is best: the key ends with its owner.", url: "https://app.datadoghq.com/organization-settings/application-keys" },
        { text: "Give it only the scopes it needs, such as monitors_read, timeseries_query and logs_read_data. Without scopes it may do whatever its owner may." },
        { text: "Copy the application key at once: Datadog shows it only now. Enter both here." },
      ],
      fields: [
        {
          key: "api_key",
          label: "API key",
          secret: true,
          required: true,
          example: "0123456789abcdef0123456789abcdef",
          where: { text: "Organization Settings, API Keys", url: "https://app.datadoghq.com/organization-settings/api-keys" },
          looksLike: "[0-9a-f]{32}",
          looksLikeHint: "API keys have 32 letters and digits. One with 40 is an application key, and its id has dashes.",
        },
        {
          key: "application_key",
          label: "Application key",
          secret: true,
          required: true,
          example: "0123456789abcdef0123456789abcdef01234567",
          help: "Reads and changes things. The API key alone only sends data.",
          where: { text: "Organization Settings, Application Keys", url: "https://app.datadoghq.com/organization-settings/application-keys" },
          looksLike: "[0-9a-f]{40}|ddapp_[A-Za-z0-9]{20,}",
          looksLikeHint: "Application keys have 40 letters and digits. One with 32 is an API key, and its id has dashes.",
        },
      ],
      placement: [
        { in: "header", name: "dd-api-key", template: "{api_key}" },
        { in: "header", name: "dd-application-key", template: "{application_key}" },
      ],
    },
  ],
  api: { baseUrl: "https://api.{site}", hosts: ["http-intake.logs.{site}"], errors: { message: "errors.0" } },
  verify: {
    // `/api/v1/validate` looks at the API key alone.
    method: "GET",
    path: "/api/v2/current_user",
    account: { id: ["data.id"], label: ["data.attributes.email", "data.attributes.handle", "data.attributes.name"] },
    hints: [
      { status: 401, message: "Datadog does not know these keys at this site. Check the site, and that both keys are copied whole." },
      { status: 403, message: "Datadog does not know these keys at this site. Check the site, and that the API key and the application key are not mixed up." },
    ],
    alternatives: [{ method: "GET", path: "/api/v2/validate_keys", account: { id: [], label: ["{site}"] } }],
  },
  operations: datadogOperations,
  settings: [],
  rateLimit: {
    summary: "A number of requests in each period for the whole organisation, different for each endpoint and told by its headers",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset",
    resetUnit: "seconds",
  },
  pagination: { kind: "cursor", param: "page[cursor]", path: "meta.page.after" },
  mcp: { url: "https://mcp.datadoghq.com/api/unstable/mcp-server/mcp", auth: "key", note: "Other sites have it under mcp. and their own name. Takes both keys as headers, or a sign-in; an administrator has to switch it on." },
  defaultVisibility: "workspace",
};
