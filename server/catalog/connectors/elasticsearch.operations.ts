import type { Operation, OperationInput } from "../operation";

const index: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[a-z0-9.*][a-z0-9._*,+-]{0,254}$", description: "An index, data stream or alias; several with commas or * where they are read.", examples: ["orders"] };
const one: OperationInput = { ...index, pattern: "^[a-z0-9.][a-z0-9._+-]{0,254}$", description: "One index or data stream." };
const id: OperationInput = { in: "path", type: "string", isRequired: true, minLength: 1, maxLength: 512, description: "The document's id.", examples: ["1001"] };
const query: OperationInput = { in: "body", type: "object", additionalProperties: true, description: "A query of Elasticsearch's Query DSL.", examples: [{ match: { title: "shoes" } }] };
const document: OperationInput = { in: "body", type: "object", additionalProperties: true, isRequired: true, examples: [{ title: "Red shoes", price: 49 }] };
const refresh: OperationInput = { in: "query", type: "string", enum: ["true", "false", "wait_for"], description: "Whether searches see it at once." };

export const elasticsearchOperations: Operation[] = [
  {
    name: "search",
    title: "Search",
    group: "Documents",
    method: "POST",
    path: "/{{index}}/_search",
    inputs: {
      index,
      query,
      size: { in: "body", type: "integer", minimum: 0, maximum: 10_000, default: 10 },
      from: { in: "body", type: "integer", minimum: 0, maximum: 10_000 },
      sort: { in: "body", type: "array", items: { type: "object", additionalProperties: true }, examples: [[{ created: "desc" }]] },
      fields: { in: "body", as: "_source", type: "array", items: { type: "string" }, description: "Only these fields." },
      aggregations: { in: "body", as: "aggs", type: "object", additionalProperties: true },
      search_after: { in: "body", type: "array", items: { type: ["string", "number", "boolean", "null"] }, description: "sort of the last hit of the page before." },
    },
    body: { type: "json" },
    isReadOnly: true,
  },
  { name: "count", title: "Count documents", group: "Documents", method: "POST", path: "/{{index}}/_count", inputs: { index, query }, body: { type: "json" }, answer: { pick: "count" }, isReadOnly: true },
  { name: "run_esql", title: "Query with ES|QL", group: "Documents", method: "POST", path: "/_query", inputs: { query: { in: "body", type: "string", isRequired: true, examples: ["FROM orders | STATS total = SUM(price) BY country | LIMIT 10"] } }, body: { type: "json" }, isReadOnly: true },
  { name: "get_document", title: "Get a document", group: "Documents", method: "GET", path: "/{{index}}/_doc/{{id}}", inputs: { index: one, id }, isReadOnly: true },
  { name: "add_document", title: "Add a document", group: "Documents", method: "POST", path: "/{{index}}/_doc", inputs: { index: one, document, refresh }, body: { type: "json", value: "{{document}}" }, isReadOnly: false },
  { name: "put_document", title: "Write a document under an id", description: "One with the same id is replaced.", group: "Documents", method: "PUT", path: "/{{index}}/_doc/{{id}}", inputs: { index: one, id, document, refresh }, body: { type: "json", value: "{{document}}" }, isReadOnly: false, isIdempotent: true },
  { name: "update_document", title: "Change fields of a document", group: "Documents", method: "POST", path: "/{{index}}/_update/{{id}}", inputs: { index: one, id, fields: { in: "body", type: "object", additionalProperties: true, isRequired: true, examples: [{ price: 39 }] }, refresh }, body: { type: "json", value: { doc: "{{fields}}" } }, isReadOnly: false, isIdempotent: true },
  { name: "delete_document", title: "Delete a document", group: "Documents", method: "DELETE", path: "/{{index}}/_doc/{{id}}", inputs: { index: one, id, refresh }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { name: "list_indices", title: "List indices", group: "Cluster", method: "GET", path: "/_cat/indices", query: { format: "json", bytes: "b" }, inputs: { state: { in: "query", as: "expand_wildcards", type: "string", enum: ["open", "closed", "hidden", "all"], default: "open" } }, isReadOnly: true },
  { name: "get_mapping", title: "See the fields of an index", group: "Cluster", method: "GET", path: "/{{index}}/_mapping", inputs: { index }, isReadOnly: true },
  { name: "get_health", title: "See how the cluster is", group: "Cluster", method: "GET", path: "/_cluster/health", inputs: {}, isReadOnly: true },
];
