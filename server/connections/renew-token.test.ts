import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connection } from "@/db/schema/connections";
import type { ClientCredentials, Connector } from "@/server/catalog/connector";
import { startTestServer, type TestServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import { testConnector } from "@/server/oauth/testing-vendor";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import type { ConnectionRow } from "./connection-cache";
import { openCredential } from "./open-credential";
import { freshCredential, refreshConnectionToken } from "./refresh-connection-token";
import { saveConnection } from "./save-connection";

const field = (key: string) => ({ key, label: key, secret: key === "client_secret", required: true, example: "x" });
const option: ClientCredentials = {
  kind: "client_credentials",
  label: "Client ID and secret",
  guide: [],
  fields: [field("client_id"), field("client_secret")],
  tokenUrl: "https://vendor.example.com/token",
  clientAuthentication: "post",
};
const connector: Connector = { ...testConnector("machinevendor", "https://vendor.example.com"), auth: [option] };

let vendor: TestServer;
let answer: { status: number; body: string } = { status: 200, body: "" };
const asked: string[] = [];
let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => {
  vendor = await startTestServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk))).on("end", () => {
      asked.push(body);
      response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
    });
  });
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { machinevendor: { apiBaseUrl: vendor.origin } } } }));
});
afterAll(async () => {
  await close();
  await vendor.close();
});

async function connect(): Promise<ConnectionRow> {
  const ctx = await createTestContext(runtime);
  return saveConnection(ctx, {
    connector,
    option,
    credential: { client_id: new Secret("machine"), client_secret: new Secret("its secret"), access_token: new Secret("old") },
    account: { accountId: "m", accountLabel: "Machine", facts: {} },
    facts: {},
    scopes: [],
    tokenExpiresAt: new Date(Date.now() - 1_000),
    refreshExpiresAt: null,
    oauthAppId: null,
  });
}

it("renews with the stored id and secret, which stay", async () => {
  const row = await connect();
  answer = { status: 200, body: '{"access_token":"new","expires_in":"1800","token_type":"Bearer"}' };
  const fresh = await freshCredential(runtime, row, connector, option);
  expect(Object.fromEntries(Object.entries(fresh).map(([key, secret]) => [key, secret.reveal()]))).toEqual({ client_id: "machine", client_secret: "its secret", access_token: "new" });
  expect(Object.fromEntries(new URLSearchParams(asked.at(-1)))).toEqual({ grant_type: "client_credentials", client_id: "machine", client_secret: "its secret" });
  const [after] = await runtime.database.db.select().from(connection).where(eq(connection.id, row.id));
  expect(Math.round(((after?.tokenExpiresAt?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(30);
});

it("asks for a new credential when the vendor no longer takes the id and secret", async () => {
  const row = await connect();
  answer = { status: 401, body: '{"error":"invalid_client"}' };
  const message = "Testvendor no longer accepts the stored credential. Enter a new one to go on.";
  await expect(refreshConnectionToken(runtime, { row, connector, option })).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED", message });
  const [after] = await runtime.database.db.select().from(connection).where(eq(connection.id, row.id));
  expect(after).toMatchObject({ status: "invalid", lastError: message, credentialVersion: row.credentialVersion });
  expect((await openCredential(runtime, row))["client_secret"]?.reveal()).toBe("its secret");
});

it("blames nobody for a refusal that it does not know", async () => {
  const row = await connect();
  answer = { status: 400, body: '{"error":"unsupported_response"}' };
  await expect(refreshConnectionToken(runtime, { row, connector, option })).rejects.toMatchObject({ code: "VENDOR_ERROR" });
  const [after] = await runtime.database.db.select().from(connection).where(eq(connection.id, row.id));
  expect(after).toMatchObject({ status: "error", lastErrorDetail: "HTTP 400, unsupported_response" });
});
