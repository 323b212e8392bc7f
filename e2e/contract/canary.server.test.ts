import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRedis, type TestRedis } from "@/server/auth-kinds/database/testing-redis";
import { type LoopbackVendor, startLoopbackVendor } from "../stand-ins/loopback-vendor";
import { ask, heard } from "./ask";
import { type OwnPostgres, openOwnPostgres } from "./own-postgres";
import { removeFolders, type ServerProcess, startServer } from "./server-process";
import { comeBack, startByKey, startBySession } from "./sign-in-at-vendor";
import { tracesIn, tracesInFolder } from "./traces";
import { callByKey, connect, endpointsFile, mutate, signIn } from "./workspace-client";

// Without a vendor's prefix, so that no scrubbing by looks can hide that one went astray.
const make = (end = "") => `zq${randomBytes(16).toString("hex")}${end}`;

/** Everything secret that is put in, by what it is. */
const createSecrets = () => ({
  apiKey: make(),
  newApiKey: make(),
  refusedKey: make(),
  misplacedKey: make(),
  password: make('+/="&%'),
  bearer: make("+/="),
  database: make(),
  appSecret: make("+/&"),
  savedAppSecret: make(),
  accessToken: make("+/="),
  refreshToken: make(),
  renewedToken: make(),
  renewedRefreshToken: make(),
  hostedToken: make(),
  code: make(),
  ownersPassword: make(),
  workspaceKey: make(),
  vaultSecret: make(make()),
  vaultSalt: make(),
});
type Secrets = ReturnType<typeof createSecrets>;

describe.each(["the embedded database", "a real PostgreSQL"])("on %s, a secret that was put in", (kind) => {
  let secrets: Secrets;
  let vendor: LoopbackVendor;
  let redis: TestRedis;
  let database: OwnPostgres | undefined;
  let server: ServerProcess;
  /** What the stored things look like while the connections live, and after they are gone. */
  let stored: string[];
  let states: Record<string, string>;

  beforeAll(async () => {
    heard.length = 0;
    stored = [];
    secrets = createSecrets();
    vendor = await startLoopbackVendor();
    redis = await startTestRedis({ password: secrets.database });
    database = kind === "a real PostgreSQL" ? await openOwnPostgres() : undefined;
    server = await startServer({
      LOG_LEVEL: "trace",
      CONNECTOR_ENDPOINTS: await endpointsFile(vendor),
      EGRESS_ALLOW: `127.0.0.1:${redis.port}`,
      GITHUB_CLIENT_ID: "app",
      GITHUB_CLIENT_SECRET: secrets.appSecret,
      BOOTSTRAP_OWNER_PASSWORD: secrets.ownersPassword,
      BOOTSTRAP_API_KEY: secrets.workspaceKey,
      CREDENTIAL_VAULT_SECRET: secrets.vaultSecret,
      CREDENTIAL_VAULT_SALT: secrets.vaultSalt,
      ...(database ? { DATABASE_URL: database.url } : {}),
    });
    for (const name of ["apiKey", "newApiKey", "password", "bearer", "accessToken", "renewedToken", "hostedToken"] as const) vendor.accepted.add(secrets[name]);
    states = await live();
    // Twice the time after which calls are written.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    if (database) stored.push(await database.dump());
    await server.stop();
  });
  afterAll(async () => {
    await server.stop("SIGKILL");
    await vendor.stop();
    await redis.stop();
    await database?.stop();
    await removeFolders();
  });

  /** Uses everything there is: connects in every way, calls, fails, rotates, refreshes, disconnects. */
  async function live(): Promise<Record<string, string>> {
    const byKey = (method: string, path: string, body?: unknown) => callByKey(server, method, path, body === undefined ? {} : { body });
    const cookie = await signIn(server);
    const stripe = await connect(server, "stripe/connect/api-key", { api_key: secrets.apiKey, name: "Marker of a row" });
    const twilio = await connect(server, "twilio/connect/basic", { username: "AC0123456789abcdef0123456789abcdef", password: secrets.password });
    const github = await connect(server, "github/connect/bearer", { token: secrets.bearer });
    const cache = await connect(server, "redis/connect/database", { host: "127.0.0.1", port: redis.port, password: secrets.database });

    await mutate(server, cookie, "oauth.saveApp", { connector: "slack", clientId: "slack-app", clientSecret: secrets.savedAppSecret });
    vendor.tokens.push({ access_token: secrets.accessToken, refresh_token: secrets.refreshToken, expires_in: 3_600, scope: "read:user" }, { access_token: secrets.hostedToken });
    const flow = await startBySession(server, cookie);
    expect((await comeBack(server, { state: flow.state, code: secrets.code }, cookie)).text).toContain("is connected");
    const hosted = await startByKey(server);
    expect((await comeBack(server, { state: hosted.state, code: secrets.code }, hosted.cookie)).text).toContain("is connected");
    const list = (await byKey("GET", "/api/connections")).json as { connections: { id: string; authKind: string; tokenExpiresAt: string | null }[] };
    const grants = list.connections.filter(({ authKind }) => authKind === "oauth2");
    const renewable = grants.find(({ tokenExpiresAt }) => tokenExpiresAt !== null)?.id ?? "";
    expect([list.connections.length, grants.length]).toEqual([6, 2]);

    for (const id of [stripe, twilio, github, renewable]) expect((await byKey("GET", `/api/proxy/${id}/v1/customers`)).status).toBe(200);
    // Once each: a vendor that fails again and again is not asked any more.
    const once = (path: string) => callByKey(server, "GET", `/api/proxy/${stripe}${path}`, { headers: { "x-patchbay-retries": "0" } });
    await once("/v1/cut");
    // The vendor's own answer repeats what it was sent; the proxy hands it on as it is.
    expect((await once("/v1/broken")).status).toBe(500);
    expect(tracesIn(heard.pop() ?? "", secrets)).toEqual(["apiKey"]);

    vendor.tokens.push({ access_token: secrets.renewedToken, refresh_token: secrets.renewedRefreshToken, expires_in: 3_600 });
    expect((await byKey("PATCH", `/api/connections/${renewable}/refresh`)).status).toBe(200);
    expect((await byKey("POST", `/api/connections/${renewable}/test`)).json).toMatchObject({ connection: { health: "healthy" } });

    // Vendors that repeat the credential when they refuse it, and callers who put it in the wrong place.
    for (const name of ["apiKey", "password", "bearer", "renewedToken"] as const) vendor.accepted.delete(secrets[name]);
    for (const id of [stripe, twilio, github, renewable]) expect((await byKey("POST", `/api/connections/${id}/test`)).status).toBe(200);
    expect((await byKey("POST", "/api/mcps/stripe/connect/api-key", { api_key: secrets.refusedKey })).status).toBe(422);
    expect((await byKey("POST", "/api/mcps/stripe/test-connection", { authKind: "api_key", api_key: secrets.refusedKey })).status).toBe(422);
    expect((await byKey("POST", `/api/connections/${stripe}/rotate`, { api_key: secrets.refusedKey })).status).toBe(422);
    expect((await byKey("POST", "/api/mcps/redis/connect/database", { host: "127.0.0.1", port: redis.port, password: secrets.refusedKey })).status).toBe(422);
    expect((await byKey("POST", "/api/mcps/redis/connect/database", { host: "10.0.0.1", password: secrets.refusedKey })).status).toBe(400);
    for (const body of [{ apiKey: secrets.misplacedKey }, { api_key: [secrets.misplacedKey] }, { api_key: `${secrets.misplacedKey}\n${secrets.misplacedKey}`, x: 1 }, `{"api_key": "${secrets.misplacedKey}"`, `"${secrets.misplacedKey}"`]) {
      const sent = { headers: { "content-type": "application/json" }, body: typeof body === "string" ? body : JSON.stringify(body) };
      expect((await callByKey(server, "POST", "/api/mcps/stripe/connect/api-key", sent)).status).toBe(400);
      await mutate(server, cookie, "connections.connect", { mcpId: "stripe", authKind: "api_key", values: body });
    }
    await ask(server.port, "GET", "/api/mcps", { headers: { authorization: `Bearer ${secrets.misplacedKey}` } });
    await ask(server.port, "POST", "/api/auth/sign-in/email", { headers: { origin: server.url }, body: { email: "owner@contract.example", password: secrets.misplacedKey } });

    expect((await byKey("POST", `/api/connections/${stripe}/rotate`, { api_key: secrets.newApiKey })).status).toBe(200);
    expect((await byKey("PATCH", `/api/connections/${renewable}/refresh`)).status).toBe(424);
    for (const id of [stripe, twilio, github, renewable, cache]) {
      await byKey("GET", `/api/connections/${id}`);
      await ask(server.port, "GET", `/connections/${id}`, { headers: { cookie } });
    }
    for (const path of ["/connections", "/connectors/github", "/settings/oauth-apps", "/settings/api-keys", "/api/openapi.json", "/health"]) await ask(server.port, "GET", path, { headers: { cookie } });
    if (database) stored.push(await database.dump());
    for (const id of [twilio, github, renewable, cache]) expect((await byKey("DELETE", `/api/connections/${id}`)).status).toBe(200);
    return { state: flow.state, hostedState: hosted.state };
  }

  it("was really used: the vendor has seen it, and the search finds what is there", async () => {
    const told = vendor.received.map(({ headers, body }) => `${headers.authorization ?? ""} ${body}`).join("\n");
    expect(tracesIn(told, secrets)).toEqual(expect.arrayContaining(["apiKey", "newApiKey", "refusedKey", "password", "bearer", "appSecret", "accessToken", "refreshToken", "renewedToken", "renewedRefreshToken", "hostedToken", "code"]));
    expect(heard.length).toBeGreaterThan(60);
    const marker = { marker: "Marker of a row" };
    expect(tracesIn(heard.join("\n"), marker)).toEqual(["marker"]);
    if (database) expect(tracesIn(stored.join("\n"), marker)).toEqual(["marker"]);
    else expect((await tracesInFolder(server.env["DATA_DIR"] ?? "", marker)).length).toBeGreaterThan(0);
    expect(server.logs().split("\n").length).toBeGreaterThan(5);
  });

  it("is in no answer, head or body", () => {
    expect(tracesIn(heard.join("\n\n"), secrets)).toEqual([]);
  });

  it("is in no line of the log, at its most talkative", () => {
    expect(tracesIn(server.logs(), { ...secrets, ...states })).toEqual([]);
  });

  it("is in nothing that is stored, the write-ahead log included", async () => {
    expect(tracesIn(stored.join("\n"), { ...secrets, ...states })).toEqual([]);
    if (!database) expect(await tracesInFolder(server.env["DATA_DIR"] ?? "", { ...secrets, ...states })).toEqual([]);
  });
});
