import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestPostgres, type TestPostgres } from "@/db/testing-postgres";
import { ask } from "./ask";
import { removeFolders, type ServerProcess, startServer } from "./server-process";
import { tracesIn } from "./traces";
import { callByKey, signIn } from "./workspace-client";

describe("a database that goes away", () => {
  let database: TestPostgres;
  let server: ServerProcess;
  let cookie: string;
  beforeAll(async () => {
    database = await startTestPostgres();
    const url = new URL(`postgres://${database.host}:${database.port}/${database.database}`);
    Object.assign(url, { username: database.username, password: database.password });
    server = await startServer({ DATABASE_URL: url.href, LOG_LEVEL: "trace" });
    cookie = await signIn(server);
    await ask(server.port, "GET", "/health/ready");
    await database.stop();
  });
  afterAll(async () => {
    await server.stop("SIGKILL");
    await removeFolders();
  });

  it("is told by the probes within seconds, while the process stays alive", async () => {
    for (const path of ["/health", "/health/ready"]) await expect.poll(async () => (await ask(server.port, "GET", path, { headers: { cookie } })).status, { timeout: 5_000 }).toBe(503);
    expect((await ask(server.port, "GET", "/health/live")).status).toBe(200);
  });

  it("is no secret that is told: not to callers, and not in the log", async () => {
    const answers = [
      await ask(server.port, "GET", "/api/connections", { headers: { cookie } }),
      await callByKey(server, "GET", "/api/connections"),
      await callByKey(server, "GET", "/api/proxy/con_01m7ynet63b5qgstvvn37jdv0y/v1/x"),
      await ask(server.port, "GET", "/api/trpc/workspaces.me", { headers: { cookie } }),
    ];
    for (const { status, text } of answers) {
      expect([500, 503], text).toContain(status);
      expect(text).toMatch(/"code":"(INTERNAL|SERVICE_UNAVAILABLE)"/);
    }
    for (const path of ["/", "/connections", "/settings/api-keys", "/sign-in", "/connect/some-state", "/api/oauth2/callback/github?state=some-state&code=some-code"]) answers.push(await ask(server.port, "GET", path, { headers: { cookie } }));
    const [session = ""] = decodeURIComponent(cookie.split("=").slice(1).join("=")).split(".");
    const secrets = { session, database: database.password, key: server.env["BOOTSTRAP_API_KEY"] ?? "", code: "some-code" };
    expect(session.length).toBeGreaterThan(20);
    expect(tracesIn(answers.map(({ text }) => text).join("\n"), secrets)).toEqual([]);
    expect(server.logs()).toContain("ECONNREFUSED");
    expect(tracesIn(server.logs(), secrets)).toEqual([]);
  });

  it("is logged line by line as JSON, by whatever noticed it", () => {
    const lines = server.logs().trim().split("\n");
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !line.startsWith("{"))).toEqual([]);
  });
});
