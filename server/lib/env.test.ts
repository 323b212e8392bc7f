import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { isBuilding, loadEnv, parseEnv } from "./env";
import { AppError } from "./errors";

const canary = "Zq7-canary_value";
const folder = mkdtempSync(path.join(tmpdir(), "patchbay-env-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vault = { CREDENTIAL_VAULT_SECRET: "s".repeat(32), CREDENTIAL_VAULT_SALT: "t".repeat(16) };

function refusal(values: Record<string, string>): string {
  try {
    parseEnv(values);
  } catch (error) {
    if (error instanceof AppError && error.code === "INVALID_REQUEST") return error.message;
    throw error;
  }
  throw new Error("it was accepted");
}

function endpointsFile(content: string): string {
  const file = path.join(mkdtempSync(path.join(folder, "file-")), "endpoints.json");
  writeFileSync(file, content);
  return file;
}

describe("defaults", () => {
  const defaults = {
    isProduction: false,
    port: 3000,
    host: "127.0.0.1",
    publicUrl: "http://127.0.0.1:3000",
    trustedProxies: [],
    databaseUrl: undefined,
    dataDir: ".data",
    redisUrl: undefined,
    vaultSecret: undefined,
    vaultSalt: undefined,
    vaultSecretPrevious: undefined,
    connectorEndpoints: {},
    egressAllow: [],
    smtpUrl: undefined,
    logLevel: "info",
    metricsToken: undefined,
    isSandbox: false,
    bootstrap: { email: undefined, password: undefined, workspaceSlug: "default", apiKey: undefined },
  };

  test("an empty environment is a development instance on loopback", () => {
    expect(parseEnv({})).toMatchObject(defaults);
  });

  test("a variable that is empty or blank counts as unset", () => {
    const names = ["PORT", "HOST", "PUBLIC_URL", "DATABASE_URL", "REDIS_URL", "SMTP_URL", "CREDENTIAL_VAULT_SECRET", "CREDENTIAL_VAULT_SECRET_PREVIOUS", "LOG_LEVEL", "METRICS_TOKEN", "NODE_ENV", "BOOTSTRAP_OWNER_EMAIL", "BOOTSTRAP_API_KEY", "CONNECTOR_ENDPOINTS", "PATCHBAY_SANDBOX"];
    for (const blank of ["", "  ", "\n"]) expect(parseEnv(Object.fromEntries(names.map((name) => [name, blank])))).toMatchObject(defaults);
  });

  test("given values are read", () => {
    const env = parseEnv({
      ...vault,
      NODE_ENV: "production",
      PORT: "8080",
      HOST: "0.0.0.0",
      PUBLIC_URL: "https://patchbay.example.com",
      TRUSTED_PROXIES: "10.0.0.1, 10.0.0.0/8 ,,",
      DATABASE_URL: "postgresql://db.example.com/patchbay",
      DATA_DIR: "/var/lib/patchbay",
      REDIS_URL: "rediss://cache.example.com",
      CREDENTIAL_VAULT_SECRET_PREVIOUS: " old secret ",
      EGRESS_ALLOW: "127.0.0.0/8,internal.example.com:8443",
      SMTP_URL: "smtp://mail.example.com",
      LOG_LEVEL: "debug",
      METRICS_TOKEN: "metrics",
      PATCHBAY_SANDBOX: "1",
      BOOTSTRAP_OWNER_EMAIL: "owner@example.com",
      BOOTSTRAP_OWNER_PASSWORD: "a long password",
      BOOTSTRAP_WORKSPACE: "acme-2",
      BOOTSTRAP_API_KEY: "k".repeat(32),
    });
    expect(env).toMatchObject({
      isProduction: true,
      port: 8080,
      host: "0.0.0.0",
      publicUrl: "https://patchbay.example.com",
      trustedProxies: ["10.0.0.1", "10.0.0.0/8"],
      databaseUrl: "postgresql://db.example.com/patchbay",
      dataDir: "/var/lib/patchbay",
      redisUrl: "rediss://cache.example.com",
      egressAllow: ["127.0.0.0/8", "internal.example.com:8443"],
      smtpUrl: "smtp://mail.example.com",
      logLevel: "debug",
      isSandbox: true,
    });
    expect(env.bootstrap).toMatchObject({ email: "owner@example.com", workspaceSlug: "acme-2" });
    const secrets = [env.vaultSecret, env.vaultSalt, env.vaultSecretPrevious, env.metricsToken, env.bootstrap.password, env.bootstrap.apiKey];
    // A secret is taken as it stands: a trimmed one would derive another key.
    expect(secrets.map((secret) => secret?.reveal())).toEqual(["s".repeat(32), "t".repeat(16), " old secret ", "metrics", "a long password", "k".repeat(32)]);
  });

  test("read gives a connector's own variables", () => {
    const env = parseEnv({ GITHUB_CLIENT_ID: " abc ", GITHUB_CLIENT_SECRET: "" });
    expect(env.read("GITHUB_CLIENT_ID")).toBe("abc");
    expect(env.read("GITHUB_CLIENT_SECRET")).toBeUndefined();
    expect(env.read("UNSET")).toBeUndefined();
    expect(env.read("toString")).toBeUndefined();
  });

  test("no secret is shown with the environment", () => {
    const env = parseEnv({ CREDENTIAL_VAULT_SECRET: canary.repeat(3), CREDENTIAL_VAULT_SALT: canary.repeat(3), CREDENTIAL_VAULT_SECRET_PREVIOUS: canary, METRICS_TOKEN: canary, BOOTSTRAP_API_KEY: canary.repeat(3), BOOTSTRAP_OWNER_EMAIL: "a@example.com", BOOTSTRAP_OWNER_PASSWORD: canary, STRIPE_API_KEY: canary });
    expect(inspect(env, { depth: 10, showHidden: true }) + JSON.stringify(env)).not.toContain(canary);
  });
});

describe("refusals name the variable, the rule and the fix", () => {
  test.each([
    ["PORT", "http", "whole number from 0 to 65535"],
    ["PORT", "65536", "such as 3000"],
    ["PORT", "-1", "such as 3000"],
    ["PORT", "80.5", "such as 3000"],
    ["PORT", "0x50", "such as 3000"],
    ["HOST", "two words", "such as 127.0.0.1"],
    ["PUBLIC_URL", "patchbay.example.com", "such as https://patchbay.example.com"],
    ["PUBLIC_URL", "ftp://patchbay.example.com", "such as https://patchbay.example.com"],
    ["PUBLIC_URL", "javascript:alert(1)", "such as https://patchbay.example.com"],
    ["API_BASE_URL", "/api", "such as https://patchbay.example.com"],
    ["DATABASE_URL", "mysql://db.example.com/app", "such as postgres://"],
    ["DATABASE_URL", "db.example.com", "such as postgres://"],
    ["REDIS_URL", "cache.example.com:6379", "such as redis://"],
    ["SMTP_URL", "mail.example.com", "such as smtp://"],
    ["CREDENTIAL_VAULT_SECRET", "s".repeat(31), "openssl rand -base64 32"],
    ["CREDENTIAL_VAULT_SALT", "t".repeat(15), "openssl rand -base64 16"],
    ["LOG_LEVEL", "verbose", "one of silent, fatal, error, warn, info, debug, trace"],
    ["NODE_ENV", "staging", "one of development, production, test"],
    ["PATCHBAY_SANDBOX", "yes", "one of 0, 1"],
    ["BOOTSTRAP_OWNER_EMAIL", "owner", "such as owner@example.com"],
    ["BOOTSTRAP_OWNER_PASSWORD", "short", "at least 12 characters"],
    ["BOOTSTRAP_WORKSPACE", "Acme Inc", "such as `acme`"],
    ["BOOTSTRAP_WORKSPACE", "-acme", "such as `acme`"],
    ["BOOTSTRAP_WORKSPACE", "a".repeat(40), "such as `acme`"],
    ["BOOTSTRAP_API_KEY", "k".repeat(31), "at least 32 characters"],
    ["BOOTSTRAP_API_KEY", `${"k".repeat(20)} ${"k".repeat(20)}`, "without spaces"],
    ["BOOTSTRAP_API_KEY", "k".repeat(513), "at most 512"],
    ["BOOTSTRAP_OWNER_PASSWORD", "p".repeat(257), "at most 256 characters"],
    ["TRUSTED_PROXIES", "10.0.0.0/8,10.0.0.0/33", '"10.0.0.0/33" is not one'],
    ["TRUSTED_PROXIES", "proxy.internal", '"proxy.internal" is not one'],
    ["EGRESS_ALLOW", "10.0.0.0/8, http://db.internal", '"http://db.internal" is not one'],
    ["EGRESS_ALLOW", "db.internal:0", "such as 10.0.0.0/8"],
  ])("%s=%s", (name, value, rule) => {
    const message = refusal({ [name]: value });
    expect(message).toMatch(/^Patchbay did not start:\n {2}- /);
    expect(message).toContain(`- ${name} has to be `);
    expect(message).toContain(rule);
    expect(message).toMatch(/\.$/);
  });

  test("the refused value itself is not repeated", () => {
    for (const name of ["CREDENTIAL_VAULT_SECRET", "BOOTSTRAP_API_KEY", "DATABASE_URL", "PUBLIC_URL"]) expect(refusal({ [name]: canary })).not.toContain(canary);
    expect(refusal({ BOOTSTRAP_OWNER_PASSWORD: "canary" })).not.toContain("canary");
  });

  test("all problems are told at once, one line each", () => {
    const lines = refusal({ PORT: "x", LOG_LEVEL: "x", PUBLIC_URL: "x" }).split("\n");
    expect(lines).toHaveLength(4);
    for (const name of ["PORT", "LOG_LEVEL", "PUBLIC_URL"]) expect(lines.filter((line) => line.startsWith(`  - ${name} `))).toHaveLength(1);
  });

  test.each([
    ["neither", {}, ["CREDENTIAL_VAULT_SECRET", "CREDENTIAL_VAULT_SALT"]],
    ["only the salt", { CREDENTIAL_VAULT_SALT: vault.CREDENTIAL_VAULT_SALT }, ["CREDENTIAL_VAULT_SECRET"]],
    ["only the secret", { CREDENTIAL_VAULT_SECRET: vault.CREDENTIAL_VAULT_SECRET }, ["CREDENTIAL_VAULT_SALT"]],
  ])("production with %s of the vault's secrets", (_, values, missing) => {
    const message = refusal({ NODE_ENV: "production", ...values });
    const named = message.split("\n").slice(1).map((line) => line.trim().split(" ")[1]);
    expect(named).toEqual(missing);
    expect(message).toContain("openssl rand -base64 32");
  });

  test("production with both, and the demo without any, are accepted", () => {
    expect(parseEnv({ NODE_ENV: "production", ...vault }).isProduction).toBe(true);
    expect(parseEnv({ NODE_ENV: "production", PATCHBAY_SANDBOX: "1" })).toMatchObject({ isProduction: true, isSandbox: true, vaultSecret: undefined });
  });

  test.each([[{ BOOTSTRAP_OWNER_EMAIL: "owner@example.com" }], [{ BOOTSTRAP_OWNER_PASSWORD: "a long password" }]])("half of a first owner: %o", (values) => {
    expect(refusal(values)).toContain("BOOTSTRAP_OWNER_EMAIL and BOOTSTRAP_OWNER_PASSWORD go together: set both or neither.");
  });
});

describe("PUBLIC_URL", () => {
  test.each([
    ["https://patchbay.example.com/", "https://patchbay.example.com"],
    ["HTTPS://Patchbay.Example.COM", "https://patchbay.example.com"],
    ["https://patchbay.example.com:443/", "https://patchbay.example.com"],
    ["http://localhost:80", "http://localhost"],
    ["http://localhost:3000/", "http://localhost:3000"],
    ["https://user:password@patchbay.example.com/a?b#c", "https://patchbay.example.com"],
    ["http://[::1]:3000/", "http://[::1]:3000"],
  ])("%s becomes %s", (given, origin) => {
    expect(parseEnv({ PUBLIC_URL: given }).publicUrl).toBe(origin);
    expect(parseEnv({ API_BASE_URL: given }).publicUrl).toBe(origin);
  });

  test("goes before the older name", () => {
    expect(parseEnv({ PUBLIC_URL: "https://new.example.com", API_BASE_URL: "https://old.example.com" }).publicUrl).toBe("https://new.example.com");
  });

  test.each([
    ["127.0.0.1", "http://127.0.0.1:4000"],
    ["0.0.0.0", "http://localhost:4000"],
    ["::", "http://localhost:4000"],
    ["::1", "http://[::1]:4000"],
    ["box.internal", "http://box.internal:4000"],
  ])("unset, it follows HOST=%s", (host, origin) => {
    expect(parseEnv({ HOST: host, PORT: "4000" }).publicUrl).toBe(origin);
  });
});

describe("CONNECTOR_ENDPOINTS", () => {
  test("is read, with origins normalised", () => {
    const file = endpointsFile(JSON.stringify({ github: { authorizeUrl: "http://localhost:4001/authorize", apiBaseUrl: "http://localhost:4001/" }, slack: {} }));
    expect(parseEnv({ CONNECTOR_ENDPOINTS: file }).connectorEndpoints).toEqual({
      github: { authorizeUrl: "http://localhost:4001/authorize", apiBaseUrl: "http://localhost:4001" },
      slack: {},
    });
  });

  test.each([
    ["a file that is not there", path.join(folder, "missing.json"), "ENOENT"],
    ["a folder", folder, "EISDIR"],
    ["no JSON", endpointsFile("{"), "JSON"],
    ["a list", endpointsFile("[]"), "record"],
    ["an unknown field", endpointsFile('{"github":{"apiUrl":"http://localhost"}}'), "apiUrl"],
    ["a field that is no address", endpointsFile('{"github":{"tokenUrl":"localhost/token"}}'), "http(s) address"],
    ["an address of another scheme", endpointsFile('{"github":{"authorizeUrl":"javascript:alert(1)"}}'), "http(s) address"],
    ["a base that is no address", endpointsFile('{"github":{"apiBaseUrl":"localhost"}}'), "http(s) address"],
  ])("%s is refused with the reason", (_, file, reason) => {
    const message = refusal({ CONNECTOR_ENDPOINTS: file });
    expect(message).toContain("CONNECTOR_ENDPOINTS has to be the path of a JSON file");
    expect(message).toContain(reason);
  });
});

describe("the process' own environment", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("is what loadEnv parses", () => {
    vi.stubEnv("PORT", "4123");
    vi.stubEnv("NODE_ENV", "test");
    expect(loadEnv().port).toBe(4123);
  });

  test("tells a build from a running app", () => {
    expect(isBuilding()).toBe(false);
    vi.stubEnv("NEXT_PHASE", "phase-production-build");
    expect(isBuilding()).toBe(true);
  });
});
