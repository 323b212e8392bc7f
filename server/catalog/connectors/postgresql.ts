import type { Connector } from "../connector";

const checkedOn = "2026-11-21";

export const postgresql: Connector = {
  slug: "postgresql",
  name: "PostgreSQL",
  category: "database",
  description: "Query tables and keep records in step with your PostgreSQL database",
  synonyms: ["postgres", "sql", "database", "rds", "aurora", "supabase", "neon", "timescale", "query"],
  website: "https://www.postgresql.org",
  docsUrl: "https://www.postgresql.org/docs/",
  sources: [
    { url: "https://postgresql.org/docs/9/libpq-ssl.html", checkedOn },
  ],
  popularity: 85,
  keyShapes: ["[Pp]ostgres(ql)?://.{3,}"],
  inputs: [],
  auth: [
    {
      kind: "database",
      label: "User and password",
      driver: "postgresql",
      defaultPort: 5432,
      guide: [
        { text: "Find the connection details: your host shows them as a connection string, which you can paste whole." },
        { text: "Better than your own user is one that may only read. In psql:", copy: "CREATE ROLE patchbay LOGIN PASSWORD 'choose one'; GRANT pg_read_all_data TO patchbay;" },
        { text: "Make sure that the database accepts connections from this server. A firewall or an allow list may have to be changed." },
        { text: "If the database is in your own network, an administrator of Patchbay has to name its host in EGRESS_ALLOW." },
      ],
      fields: [
        { key: "host", label: "Host", secret: false, required: true, example: "db.example.com", pattern: "[A-Za-z0-9\\[\\]:._-]{1,253}", patternHint: "Write a host name or an IP address, without a port." },
        { key: "port", label: "Port", secret: false, required: false, example: "5432", default: "5432", pattern: "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]", patternHint: "A port is a number from 1 to 65535." },
        { key: "username", label: "User", secret: false, required: true, example: "patchbay" },
        { key: "password", label: "Password", secret: true, required: false, example: "correct-horse-battery-staple" },
        { key: "database", label: "Database", secret: false, required: true, example: "shop" },
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
  rateLimit: { summary: "As many connections as max_connections of the server allows" },
  defaultVisibility: "workspace",
};
