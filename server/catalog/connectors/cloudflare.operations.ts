import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", as: "per_page", type: "integer", minimum: 5, maximum: 50, default: 20, description: "How many at most." };
const zone: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-f]{32}$", description: "The domain's zone ID, as List domains tells it.", examples: ["023e105f4ecef8ad9ca31a8372d0c353"] };
const account: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-f]{32}$", description: "The account's ID.", setting: "account", examples: ["023e105f4ecef8ad9ca31a8372d0c353"] };
const record: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[0-9a-f]{32}$", description: "The record's ID.", examples: ["372e67954025e0ba6aaa6d586b9e0b59"] };
const script: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[a-z0-9_][a-z0-9_-]{0,62}$", description: "The Worker's name.", examples: ["my-worker"] };
const types = ["A", "AAAA", "CAA", "CERT", "CNAME", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SRV", "SSHFP", "SVCB", "TLSA", "TXT", "URI"];
const content: OperationInput = { in: "body", type: "string", description: "The address, text or name it leads to.", examples: ["203.0.113.10"] };
const recordParts = {
  ttl: { in: "body", type: "integer", minimum: 1, maximum: 86400, default: 1, description: "In seconds; 1 leaves it to Cloudflare." },
  proxied: { in: "body", type: "boolean", description: "Whether visitors come through Cloudflare. For A, AAAA and CNAME." },
  priority: { in: "body", type: "integer", minimum: 0, maximum: 65535, description: "For MX and URI." },
  comment: { in: "body", type: "string", maxLength: 500 },
} satisfies Record<string, OperationInput>;
const list = { answer: { pick: "result" }, paging: true, isReadOnly: true } as const;
const one = { answer: { pick: "result" } } as const;

export const cloudflareOperations: Operation[] = [
  { name: "list_accounts", title: "List accounts", group: "Account", method: "GET", path: "/client/v4/accounts", inputs: { limit, name: { in: "query", type: "string" } }, ...list },
  {
    name: "list_domains",
    title: "List domains",
    group: "Domains",
    method: "GET",
    path: "/client/v4/zones",
    inputs: {
      limit,
      name: { in: "query", type: "string", description: "A domain name, or contains: and a part of it.", examples: ["example.com"] },
      status: { in: "query", type: "string", enum: ["initializing", "pending", "active", "moved"] },
      account: { ...account, in: "query", as: "account.id", description: "Only those of this account." },
    },
    ...list,
  },
  { name: "get_domain", title: "Get a domain", group: "Domains", method: "GET", path: "/client/v4/zones/{{zone}}", inputs: { zone }, ...one, isReadOnly: true },
  {
    name: "list_dns_records",
    title: "List DNS records",
    group: "DNS",
    method: "GET",
    path: "/client/v4/zones/{{zone}}/dns_records",
    inputs: {
      zone,
      limit: { ...limit, maximum: 5000, default: 100 },
      type: { in: "query", type: "string", enum: types },
      name: { in: "query", as: "name.exact", type: "string", description: "The full name.", examples: ["www.example.com"] },
      content: { in: "query", as: "content.contains", type: "string", description: "A part of what it leads to." },
      search: { in: "query", type: "string", description: "Looks in names, contents and comments alike." },
    },
    ...list,
  },
  {
    name: "create_dns_record",
    title: "Add a DNS record",
    group: "DNS",
    method: "POST",
    path: "/client/v4/zones/{{zone}}/dns_records",
    inputs: {
      zone,
      type: { in: "body", type: "string", isRequired: true, enum: types, examples: ["A"] },
      name: { in: "body", type: "string", isRequired: true, maxLength: 255, description: "The full name, or @ for the domain itself.", examples: ["www.example.com"] },
      content: { ...content, isRequired: true },
      ...recordParts,
    },
    body: { type: "json" },
    ...one,
    isReadOnly: false,
  },
  {
    name: "update_dns_record",
    title: "Change a DNS record",
    group: "DNS",
    method: "PATCH",
    path: "/client/v4/zones/{{zone}}/dns_records/{{record}}",
    inputs: { zone, record, content, ...recordParts, ttl: { in: "body", type: "integer", minimum: 1, maximum: 86400, description: "In seconds; 1 leaves it to Cloudflare." } },
    body: { type: "json" },
    ...one,
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "delete_dns_record", title: "Delete a DNS record", group: "DNS", method: "DELETE", path: "/client/v4/zones/{{zone}}/dns_records/{{record}}", inputs: { zone, record }, ...one, isReadOnly: false, isDestructive: true },
  {
    name: "purge_cache",
    title: "Empty the cache of a few addresses",
    group: "Cache",
    method: "POST",
    path: "/client/v4/zones/{{zone}}/purge_cache",
    inputs: {
      zone,
      files: { in: "body", type: "array", minItems: 1, maxItems: 100, items: { type: "string", format: "uri" }, description: "Full addresses.", examples: [["https://example.com/style.css"]] },
      hosts: { in: "body", type: "array", minItems: 1, maxItems: 100, items: { type: "string" }, description: "Everything of these host names. Not together with files." },
      prefixes: { in: "body", type: "array", minItems: 1, maxItems: 100, items: { type: "string" }, description: "Everything that starts so, such as example.com/images. Not together with files." },
      tags: { in: "body", type: "array", minItems: 1, maxItems: 100, items: { type: "string" }, description: "Everything that was sent with these Cache-Tag values. Not together with files." },
    },
    needsOneOf: [["files", "hosts", "prefixes", "tags"]],
    body: { type: "json" },
    ...one,
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "purge_whole_cache",
    title: "Empty the whole cache of a domain",
    description: "Visitors are served from the origin until the cache has filled again.",
    group: "Cache",
    method: "POST",
    path: "/client/v4/zones/{{zone}}/purge_cache",
    inputs: { zone },
    body: { type: "json", value: { purge_everything: true } },
    ...one,
    isReadOnly: false,
    isDestructive: true,
    isIdempotent: true,
  },
  { name: "list_workers", title: "List Workers", group: "Workers", method: "GET", path: "/client/v4/accounts/{{account}}/workers/scripts", inputs: { account }, ...one, isReadOnly: true },
  { name: "delete_worker", title: "Delete a Worker", group: "Workers", method: "DELETE", path: "/client/v4/accounts/{{account}}/workers/scripts/{{script}}", inputs: { account, script }, ...one, isReadOnly: false, isDestructive: true },
  {
    name: "list_buckets",
    title: "List R2 buckets",
    group: "R2",
    method: "GET",
    path: "/client/v4/accounts/{{account}}/r2/buckets",
    inputs: { account, limit: { ...limit, minimum: 1, maximum: 1000 }, name_contains: { in: "query", type: "string" } },
    answer: { pick: "result.buckets" },
    paging: { kind: "cursor", param: "cursor", path: "result_info.cursor" },
    isReadOnly: true,
  },
  {
    name: "create_bucket",
    title: "Create an R2 bucket",
    group: "R2",
    method: "POST",
    path: "/client/v4/accounts/{{account}}/r2/buckets",
    inputs: { account, name: { in: "body", type: "string", isRequired: true, pattern: "^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$", examples: ["backups"] }, locationHint: { in: "body", type: "string", enum: ["apac", "eeur", "enam", "weur", "wnam", "oc"], description: "Where it should stand, if there is room." } },
    body: { type: "json" },
    ...one,
    isReadOnly: false,
  },
];
