import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { allowList, rangeList } from "./env-list";
import { AppError } from "./errors";
import { Secret } from "./secret";

const portRule = "has to be a whole number from 0 to 65535, such as 3000";
const portSchema = z.string().regex(/^\d{1,5}$/, portRule).transform(Number).refine((number) => number <= 65_535, portRule);
const originUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), "has to be an http(s) address such as https://patchbay.example.com")
  .transform((text) => new URL(text).origin);
const httpUrl = z.url({ protocol: /^https?$/, error: "has to be an http(s) address" });
const optional = z.string().transform((text) => (text.trim() === "" ? undefined : text.trim())).optional();
const secret = z.string().min(1).transform((text) => new Secret(text));

const address = (example: string, ...schemes: string[]) =>
  optional.refine(
    (text) => text === undefined || schemes.some((scheme) => text.startsWith(`${scheme}://`)),
    `has to be an address such as ${example}`,
  );
const choice = <const Option extends string>(...options: Option[]) => z.enum(options, `has to be one of ${options.join(", ")}`);

const variables = z.object({
  NODE_ENV: choice("development", "production", "test").default("development"),
  PORT: portSchema.default(3000),
  HOST: z.string().trim().refine((text) => URL.canParse(originOf(text)), "has to be a host name or an IP address, such as 127.0.0.1 or 0.0.0.0").default("127.0.0.1"),
  PUBLIC_URL: originUrl.optional(),
  API_BASE_URL: originUrl.optional(),
  TRUSTED_PROXIES: rangeList,
  DATABASE_URL: address("postgres://user:password@db.example.com:5432/patchbay", "postgres", "postgresql"),
  DATA_DIR: z.string().default(".data"),
  REDIS_URL: address("redis://cache.example.com:6379", "redis", "rediss"),
  CREDENTIAL_VAULT_SECRET: z.string().min(32, "has to be at least 32 characters; `openssl rand -base64 32` makes one").transform((text) => new Secret(text)).optional(),
  CREDENTIAL_VAULT_SALT: z.string().min(16, "has to be at least 16 characters; `openssl rand -base64 16` makes one").transform((text) => new Secret(text)).optional(),
  CREDENTIAL_VAULT_SECRET_PREVIOUS: secret.optional(),
  CONNECTOR_ENDPOINTS: optional,
  EGRESS_ALLOW: allowList,
  SMTP_URL: address("smtp://user:password@mail.example.com:587", "smtp", "smtps"),
  LOG_LEVEL: choice("silent", "fatal", "error", "warn", "info", "debug", "trace").default("info"),
  METRICS_TOKEN: secret.optional(),
  BOOTSTRAP_OWNER_EMAIL: z.email("has to be an e-mail address such as owner@example.com").optional(),
  BOOTSTRAP_OWNER_PASSWORD: z.string().min(12, "has to be at least 12 characters").max(256, "has to be at most 256 characters").transform((text) => new Secret(text)).optional(),
  BOOTSTRAP_WORKSPACE: z.string().regex(/^[a-z0-9][a-z0-9-]{0,38}$/, "has to be lower-case letters, digits and dashes, such as `acme`").default("default"),
  BOOTSTRAP_API_KEY: z
    .string()
    .min(32, "has to be at least 32 characters; `openssl rand -base64 32` makes one")
    .regex(/^[\x21-\x7e]{1,512}$/, "has to be at most 512 letters, digits and signs without spaces, as it goes into a header; `openssl rand -base64 32` makes one")
    .transform((text) => new Secret(text)).optional(),
  PATCHBAY_SANDBOX: choice("0", "1").default("0"),
});

const endpointsFile = z.record(
  z.string(),
  z.strictObject({
    authorizeUrl: httpUrl.optional(),
    tokenUrl: httpUrl.optional(),
    revokeUrl: httpUrl.optional(),
    apiBaseUrl: originUrl.optional(),
  }),
);

/** Per connector slug: addresses that replace the vendor's, for self-managed hosts, emulators and tests. */
export type ConnectorEndpoints = z.output<typeof endpointsFile>;

export type Env = Readonly<{
  isProduction: boolean;
  port: number;
  host: string;
  /** The origin that callbacks, links and cookies are built from; never the Host header. */
  publicUrl: string;
  trustedProxies: string[];
  databaseUrl: string | undefined;
  dataDir: string;
  redisUrl: string | undefined;
  vaultSecret: Secret | undefined;
  vaultSalt: Secret | undefined;
  vaultSecretPrevious: Secret | undefined;
  connectorEndpoints: ConnectorEndpoints;
  egressAllow: string[];
  smtpUrl: string | undefined;
  logLevel: z.output<typeof variables>["LOG_LEVEL"];
  metricsToken: Secret | undefined;
  /** True in the demo: providers are emulated and every page says so. */
  isSandbox: boolean;
  bootstrap: { email: string | undefined; password: Secret | undefined; workspaceSlug: string; apiKey: Secret | undefined };
  /** A connector's own variables, such as `GITHUB_CLIENT_ID`; undefined when unset or empty. */
  read(name: string): string | undefined;
}>;

/**
 * Parses the environment once. Throws `INVALID_REQUEST` with one line per problem: the variable, the rule, the fix.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = new Map(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = variables.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    refuse(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
  }
  const values = parsed.data;
  const isProduction = values.NODE_ENV === "production";
  const missing = (["CREDENTIAL_VAULT_SECRET", "CREDENTIAL_VAULT_SALT"] as const).filter((name) => isProduction && values[name] === undefined);
  if (missing.length > 0 && values.PATCHBAY_SANDBOX === "0") {
    refuse(missing.map((name) => `${name} is not set. Production needs it to seal credentials; \`openssl rand -base64 32\` makes one. Keep a copy apart from the database.`));
  }
  if ((values.BOOTSTRAP_OWNER_EMAIL === undefined) !== (values.BOOTSTRAP_OWNER_PASSWORD === undefined)) {
    refuse(["BOOTSTRAP_OWNER_EMAIL and BOOTSTRAP_OWNER_PASSWORD go together: set both or neither."]);
  }
  return {
    isProduction,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? values.API_BASE_URL ?? localOrigin(values.HOST, values.PORT),
    trustedProxies: values.TRUSTED_PROXIES,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    redisUrl: values.REDIS_URL,
    vaultSecret: values.CREDENTIAL_VAULT_SECRET,
    vaultSalt: values.CREDENTIAL_VAULT_SALT,
    vaultSecretPrevious: values.CREDENTIAL_VAULT_SECRET_PREVIOUS,
    connectorEndpoints: readEndpoints(values.CONNECTOR_ENDPOINTS),
    egressAllow: values.EGRESS_ALLOW,
    smtpUrl: values.SMTP_URL,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN,
    isSandbox: values.PATCHBAY_SANDBOX === "1",
    bootstrap: {
      email: values.BOOTSTRAP_OWNER_EMAIL,
      password: values.BOOTSTRAP_OWNER_PASSWORD,
      workspaceSlug: values.BOOTSTRAP_WORKSPACE,
      apiKey: values.BOOTSTRAP_API_KEY,
    },
    read: (name) => given.get(name)?.trim(),
  };
}

/** Where a browser on this machine reaches what listens on `host`; a wildcard is no address to go to. */
function localOrigin(host: string, port: number): string {
  return new URL(originOf(host === "0.0.0.0" || host === "::" ? "localhost" : host, port)).origin;
}

/** An IPv6 address stands in brackets. */
function originOf(host: string, port = 80): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function readEndpoints(file: string | undefined): ConnectorEndpoints {
  if (file === undefined) return {};
  try {
    return endpointsFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : "it cannot be read";
    return refuse([`CONNECTOR_ENDPOINTS has to be the path of a JSON file {slug: {authorizeUrl?, tokenUrl?, revokeUrl?, apiBaseUrl?}}: ${reason}`]);
  }
}

function refuse(problems: string[]): never {
  throw new AppError("INVALID_REQUEST", ["Patchbay did not start:", ...problems.map((problem) => `  - ${problem}`)].join("\n"));
}

/**
 * The process' own environment, parsed. A `.env` file beside it is read first, or the one that `ENV_FILE` names (empty:
 * none); what is set already wins over it.
 */
export function loadEnv(): Env {
  const file = process.env["ENV_FILE"] ?? ".env";
  if (file !== "" && existsSync(file)) process.loadEnvFile(file);
  return parseEnv(process.env);
}

/** True inside `next build`, which must not open the database. */
export function isBuilding(): boolean {
  return process.env["NEXT_PHASE"] === "phase-production-build";
}
