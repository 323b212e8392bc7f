import type { Connector } from "../connector";
import { newRelicOperations } from "./new-relic.operations";

const checkedOn = "2026-11-21";

export const newRelic: Connector = {
  slug: "new-relic",
  name: "New Relic",
  category: "devops",
  description: "Query metrics, logs and traces, look up entities, and mark deployments",
  synonyms: ["monitoring", "observability", "apm", "nrql", "nerdgraph", "logs", "metrics", "alerts", "dashboards", "traces"],
  website: "https://newrelic.com",
  docsUrl: "https://docs.newrelic.com/docs/apis/nerdgraph/get-started/introduction-new-relic-nerdgraph/",
  sources: [
    { url: "https://docs.newrelic.com/docs/apis/nerdgraph/get-started/introduction-new-relic-nerdgraph.md", checkedOn },
    { url: "https://newrelic.com/info/nerdgraph-graphql-api-introduction.md", checkedOn },
    { url: "https://newrelic.com/info/blog/solution-recommendation/nerdgraph-regional-endpoints-for-us-eu-and-jp-which-url-should-you-use", checkedOn },
    { url: "https://docs.newrelic.com/docs/change-tracking/config/nerdgraph.md", checkedOn },
    { url: "https://www.skills.sh/newrelic/claude-code-plugin/newrelic-mcp", checkedOn },
  ],
  popularity: 66,
  keyShapes: ["NRAK-[A-Z0-9]{20,}"],
  inputs: [
    {
      key: "region",
      label: "Data centre",
      secret: false,
      required: false,
      example: "api",
      help: "Where your account keeps its data. A key is not known in any other.",
      where: { text: "The address bar when you are signed in: one.eu.newrelic.com is the European Union", url: "https://one.newrelic.com" },
      options: [
        { value: "api", label: "United States" },
        { value: "api.eu", label: "European Union" },
        { value: "api.jp", label: "Japan" },
      ],
    },
  ],
  auth: [
    {
      kind: "api_key",
      label: "User key",
      guide: [
        { text: "Open API keys in New Relic and press Create a key. In the European Union start from one.eu.newrelic.com.", url: "https://one.newrelic.com/api-keys" },
        { text: "Choose the key type User and the account that calls mostly are about. Keys of the types Ingest - License and Browser do not work here." },
        { text: "Name it Patchbay and create it. It may do whatever you may do." },
        { text: "Copy the key at once: it starts with NRAK-." },
      ],
      fields: [
        {
          key: "api_key",
          label: "User key",
          secret: true,
          required: true,
          example: "NRAK-0123456789ABCDEFGHIJKLMNOPQ",
          where: { text: "API keys, of the type User", url: "https://one.newrelic.com/api-keys" },
          looksLike: "NRAK-[A-Z0-9]{20,}",
          looksLikeHint: "User keys start with NRAK-. A license key, which ends with NRAL, only sends data.",
        },
      ],
      // `Authorization: Bearer` is not read at all.
      placement: { in: "header", name: "api-key", template: "{api_key}" },
    },
  ],
  api: { baseUrl: "https://{region}.newrelic.com", hosts: [], errors: { failedWhen: { present: "errors" }, code: "errors.0.extensions.errorClass", message: "errors.0.message" } },
  verify: {
    method: "POST",
    path: "/graphql",
    body: { query: "query { actor { user { id name email } accounts { id name } } }" },
    account: { id: ["data.actor.user.id"], label: ["data.actor.user.email", "data.actor.user.name", "data.actor.accounts.0.name"] },
    hints: [
      { status: 401, message: "New Relic does not know this key in this data centre. Check the data centre, and that the key is a user key." },
      { status: 403, message: "New Relic does not know this key in this data centre. Check the data centre, and that the key is a user key." },
    ],
  },
  operations: newRelicOperations,
  settings: [
    {
      key: "accountId",
      label: "Account",
      secret: false,
      required: false,
      example: "1234567",
      help: "Used when a call does not name an account.",
      where: { text: "Administration, Access management, Accounts", url: "https://one.newrelic.com/admin-portal" },
      pattern: "[0-9]{1,12}",
      patternHint: "An account's id is a number, such as 1234567.",
    },
  ],
  rateLimit: { summary: "25 requests at the same time per person, and 3,000 NRQL queries a minute per account", windows: [{ calls: 3_000, seconds: 60 }] },
  mcp: { url: "https://mcp.newrelic.com/mcp/", auth: "oauth", note: "In preview. A user key in the header api-key works too." },
  defaultVisibility: "workspace",
};
