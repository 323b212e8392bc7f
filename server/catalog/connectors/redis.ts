import type { Connector } from "../connector";

const checkedOn = "2026-11-21";

export const redis: Connector = {
  slug: "redis",
  name: "Redis",
  category: "database",
  description: "Read and write keys, counters and queues in Redis, Valkey or KeyDB",
  synonyms: ["cache", "key value", "valkey", "keydb", "elasticache", "memorystore", "upstash", "queue", "database"],
  website: "https://redis.io",
  docsUrl: "https://redis.io/docs/",
  sources: [
    { url: "http://redis.io/commands/auth", checkedOn },
    { url: "https://redis.io/docs/latest/operate/rs/security/access-control/manage-users/default-user", checkedOn },
  ],
  popularity: 71,
  keyShapes: ["[Rr]ediss?://.{3,}"],
  inputs: [],
  auth: [
    {
      kind: "database",
      label: "User and password",
      driver: "redis",
      defaultPort: 6379,
      guide: [
        { text: "Find the connection details: your host shows them as an address that starts with redis:// or rediss://, which you can paste whole." },
        { text: "Since Redis 6 there are users. One that may do only what is needed is better than the default user. In redis-cli:", copy: "ACL SETUSER patchbay on >choose-a-password ~* +@read +ping +select" },
        { text: "Make sure that Redis accepts connections from this server." },
        { text: "If it is in your own network, an administrator of Patchbay has to name its host in EGRESS_ALLOW." },
      ],
      fields: [
        { key: "host", label: "Host", secret: false, required: true, example: "cache.example.com", pattern: "[A-Za-z0-9\\[\\]:._-]{1,253}", patternHint: "Write a host name or an IP address, without a port." },
        { key: "port", label: "Port", secret: false, required: false, example: "6379", default: "6379", pattern: "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]", patternHint: "A port is a number from 1 to 65535." },
        { key: "username", label: "User", secret: false, required: false, example: "patchbay", help: "Leave empty for the default user." },
        { key: "password", label: "Password", secret: true, required: false, example: "correct-horse-battery-staple" },
        { key: "database", label: "Database number", secret: false, required: false, example: "0", default: "0", pattern: "[0-9]{1,5}", patternHint: "Redis numbers its databases, from 0 on." },
        {
          key: "tls",
          label: "Encryption",
          secret: false,
          required: false,
          example: "auto",
          help: "Automatic checks the certificate of public hosts, and encrypts inside your own network when the server can.",
          options: [
            { value: "auto", label: "Automatic" },
            { value: "verify-full", label: "Encrypt and check the certificate" },
            { value: "require", label: "Encrypt, do not check the certificate" },
            { value: "disable", label: "None" },
          ],
        },
      ],
    },
  ],
  operations: [],
  settings: [],
  rateLimit: { summary: "As many connections as maxclients of the server allows" },
  defaultVisibility: "workspace",
};
