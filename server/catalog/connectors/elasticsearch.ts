import type { Connector } from "../connector";
import { elasticsearchOperations } from "./elasticsearch.operations";

const checkedOn = "2026-11-21";

export const elasticsearch: Connector = {
  slug: "elasticsearch",
  name: "Elasticsearch",
  category: "database",
  description: "Search, read and write documents in Elasticsearch, on Elastic Cloud or your own servers",
  synonyms: ["elastic", "database", "search", "full text search", "elastic cloud", "logs", "esql", "kibana", "opensearch"],
  website: "https://www.elastic.co/elasticsearch",
  docsUrl: "https://www.elastic.co/docs/api/doc/elasticsearch/",
  sources: [
    { url: "https://www.elastic.co/docs/deploy-manage/api-keys/elasticsearch-api-keys", checkedOn },
    { url: "https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-security-authenticate", checkedOn },
    { url: "https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-search", checkedOn },
  ],
  popularity: 75,
  inputs: [
    {
      key: "url",
      label: "Address",
      secret: false,
      required: true,
      example: "https://acme.es.eu-west-1.aws.elastic.cloud",
      help: "Of Elasticsearch itself, not of Kibana, with its port where it has one: https://search.example.com:9200.",
      where: { text: "Elastic Cloud, your deployment, Copy endpoint", url: "https://cloud.elastic.co" },
      cut: "(:443)?/?$",
      pattern: "https://[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,8}(:[1-9][0-9]{1,4})?",
      patternHint: "Write the whole address in small letters, with https:// in front and nothing after the port.",
    },
  ],
  auth: [
    {
      kind: "api_key",
      label: "API key",
      guide: [
        { text: "In Kibana open Stack Management, Security, API keys, and press Create API key." },
        { text: "Under Control security privileges allow only the indices that are needed, such as read and view_index_metadata on orders-*." },
        { text: "Create the key, and copy it in the format Encoded. Kibana shows it only now." },
        { text: "If Elasticsearch is in your own network, an administrator of Patchbay has to name its host in EGRESS_ALLOW." },
      ],
      fields: [{ key: "api_key", label: "API key", secret: true, required: true, example: "VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==", help: "In the format Encoded.", cut: "^ApiKey\\s+", looksLike: "[A-Za-z0-9+/=_-]{40,200}", looksLikeHint: "An encoded key has at least 40 letters and digits. Choose Encoded above the key in Kibana." }],
      placement: { in: "header", name: "authorization", template: "ApiKey {api_key}" },
    },
    {
      kind: "basic",
      label: "User and password",
      guide: [
        { text: "In Kibana open Stack Management, Security, Users, and press Create user." },
        { text: "Give it a role that may only read what is needed." },
        { text: "Enter the user's name and password here." },
      ],
      fields: [
        { key: "username", label: "User", secret: false, required: true, example: "patchbay" },
        { key: "password", label: "Password", secret: true, required: true, example: "correct-horse-battery-staple" },
      ],
    },
  ],
  api: { baseUrl: "{url}", hosts: [], errors: { code: "error.type", message: "error.reason" } },
  verify: {
    method: "GET",
    path: "/_security/_authenticate",
    account: { id: ["api_key.id", "username"], label: ["api_key.name", "username"] },
    hints: [
      { status: 401, message: "Elasticsearch refused this. Check that it was copied whole, and that the address is this cluster's." },
      { status: 403, message: "Elasticsearch knows this, but does not let it do anything. Give it a role or privileges." },
    ],
    alternatives: [{ method: "GET", path: "/", account: { id: ["cluster_uuid"], label: ["cluster_name"] } }],
  },
  operations: elasticsearchOperations,
  settings: [],
  rateLimit: { summary: "As much as the cluster can carry; it answers 429 when that is reached" },
  defaultVisibility: "workspace",
};
