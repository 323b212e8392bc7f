import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection, credential } from "@/db/schema/connections";
import { startStubMongodb, type StubMongodb } from "@/server/auth-kinds/database/testing-mongodb";
import { startTestMariadb, type TestMariadb } from "@/server/auth-kinds/database/testing-mariadb";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { connectWithCredential } from "./connect-with-credential";
import { rotateConnection } from "./rotate-connection";
import { testConnection } from "@/server/health/test-connection";

const mailPassword = "canary-mail-password";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
let mariadb: TestMariadb;
let mongodb: StubMongodb;
let mail: SMTPServer;
let mailPort = 0;

beforeAll(async () => {
  [mariadb, mongodb] = await Promise.all([startTestMariadb(), startStubMongodb()]);
  mail = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) => (auth.password === mailPassword ? done(null, { user: auth.username }) : done(Object.assign(new Error(`no ${auth.password ?? ""}`), { responseCode: 535 }))),
  });
  mail.on("error", () => undefined);
  await new Promise<void>((resolve) => mail.listen(0, "127.0.0.1", resolve));
  const address = mail.server.address();
  mailPort = typeof address === "object" && address !== null ? address.port : 0;
  ({ runtime, close } = await createTestRuntime());
});
beforeEach(async () => {
  ctx = await createTestContext(runtime);
});
afterAll(async () => {
  await close?.();
  await Promise.all([mariadb?.stop(), mongodb?.stop(), new Promise<void>((resolve) => mail.close(() => resolve()))]);
});

type Case = { mcpId: string; authKind: "database" | "basic"; values: () => Record<string, unknown>; secret: () => string; account: () => { id: string; label: string }; fields: string[] };

const cases: [string, Case][] = [
  [
    "MySQL",
    {
      mcpId: "mysql",
      authKind: "database",
      values: () => ({ host: mariadb.host, port: mariadb.port, username: mariadb.username, password: mariadb.password, database: mariadb.database }),
      secret: () => mariadb.password,
      account: () => ({ id: `127.0.0.1:${mariadb.port}/shop`, label: `app@127.0.0.1:${mariadb.port}/shop` }),
      fields: ["database", "host", "password", "port", "tls", "username"],
    },
  ],
  [
    "MongoDB",
    {
      mcpId: "mongodb",
      authKind: "database",
      values: () => ({ host: mongodb.host, port: mongodb.port, username: mongodb.username, password: mongodb.password, database: "shop", auth_source: "people" }),
      secret: () => mongodb.password,
      account: () => ({ id: `127.0.0.1:${mongodb.port}/shop`, label: `app@127.0.0.1:${mongodb.port}/shop` }),
      fields: ["auth_source", "database", "host", "password", "port", "scheme", "tls", "username"],
    },
  ],
  [
    "a mail server",
    {
      mcpId: "smtp",
      authKind: "basic",
      values: () => ({ host: "127.0.0.1", port: mailPort, username: "Ada@acme.test", password: mailPassword }),
      secret: () => mailPassword,
      account: () => ({ id: `127.0.0.1:${mailPort}/ada@acme.test`, label: "Ada@acme.test" }),
      fields: ["host", "password", "port", "tls", "username"],
    },
  ],
];

describe.each(cases)("%s", (_name, { mcpId, authKind, values, secret, account, fields }) => {
  const connect = (changes: Record<string, unknown> = {}) => connectWithCredential(ctx, { mcpId, authKind, values: { ...values(), ...changes } });
  const rows = async () => ({
    connections: await ctx.db.select().from(connection).where(eq(connection.workspaceId, ctx.workspace.id)),
    credentials: await ctx.db.select().from(credential).where(eq(credential.workspaceId, ctx.workspace.id)),
  });

  it("is connected with a real login, and named by it", async () => {
    const view = await connect();
    expect(view).toMatchObject({ status: "active", health: "healthy", account: account() });
    const stored = await rows();
    expect(stored.credentials.map(({ field }) => field).toSorted()).toEqual(fields);
    expect(JSON.stringify([view, stored])).not.toContain(secret());
    expect(await testConnection(ctx, { connectionId: view.id })).toMatchObject({ health: "healthy" });
  });

  it("refuses in words at the field, and nothing is stored", async () => {
    const error: unknown = await connect({ password: "canary-wrong-password" }).then(() => null, (reason: unknown) => reason);
    expect(error).toMatchObject({ code: "CREDENTIAL_REFUSED", details: { provider: mcpId, fields: { password: expect.stringContaining("refused") } } });
    const { message, detail, details } = Object(error);
    expect(JSON.stringify({ message, detail, details })).not.toContain("canary");
    await expect(connect({ port: "70000" })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { port: expect.any(String) } } });
    expect((await rows()).connections).toEqual([]);
  });

  it("does not connect to the host behind a host that may not be connected to", async () => {
    await expect(connect({ host: "169.254.169.254" })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    expect((await rows()).connections).toEqual([]);
  });

  it("keeps its old login when the new one is refused", async () => {
    const view = await connect();
    await expect(rotateConnection(ctx, { connectionId: view.id, values: { password: "wrong" } })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED" });
    expect(await testConnection(ctx, { connectionId: view.id })).toMatchObject({ health: "healthy" });
  });
});
