import { generateKeyPairSync } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { importSPKI, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { AuthKind } from "@/server/catalog/connector";
import { getConnector } from "@/server/catalog/registry";
import { startTestServer, type TestServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { authKind } from "./registry";

type Asked = { headers: IncomingMessage["headers"]; params: URLSearchParams };
type Answer = { status?: number; headers?: Record<string, string>; body: unknown };

let runtime: Runtime;
let close: () => Promise<void>;
let server: TestServer;
const asked: Asked[] = [];
let answer: Answer;

beforeAll(async () => {
  server = await startTestServer(async (request, response) => {
    asked.push({ headers: request.headers, params: new URLSearchParams(await text(request)) });
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
  const tokenUrl = `${server.origin}/token`;
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { salesforce: { tokenUrl }, "google-workspace": { tokenUrl } } } }));
});
afterAll(async () => {
  await close();
  await server.close();
});
afterEach(() => asked.splice(0));

function presented(slug: string, kind: AuthKind, fields: Record<string, string>, facts: Record<string, string> = {}) {
  const connector = getConnector(slug);
  const option = connector.auth.find((candidate) => candidate.kind === kind);
  if (!option) throw new Error(`${slug} has no ${kind}`);
  const credential = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, new Secret(value)]));
  return { runtime, connector, option, credential, facts };
}

const acquire = (given: ReturnType<typeof presented>) => authKind(given.option.kind).acquire?.(given) ?? Promise.reject(new Error("it acquires nothing"));
const renew = (given: ReturnType<typeof presented>) => authKind(given.option.kind).renew?.(given) ?? Promise.reject(new Error("it renews nothing"));

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });
const keyFile = JSON.stringify({ type: "service_account", client_email: "robot@project.iam.example", private_key: privateKey, private_key_id: "key-1", token_uri: "https://attacker.example/token" });
const salesforce = () => presented("salesforce", "client_credentials", { client_id: "consumer-key", client_secret: "canary-consumer-secret" }, { domain: "acme.my" });
const google = (json = keyFile) => presented("google-workspace", "service_account", { service_account_json: json, subject: "admin@example.com" });

describe("client credentials", () => {
  it("are exchanged for a token that is sealed beside them, with its end and what the answer told", async () => {
    answer = { body: { access_token: "canary-token", token_type: "Bearer", expires_in: 600, instance_url: "https://acme.my.salesforce.com", scope: "api" } };
    const before = Date.now();
    const acquired = await acquire(salesforce());
    expect(Object.keys(acquired.credential).toSorted()).toEqual(["access_token", "client_id", "client_secret"]);
    expect(acquired.credential["access_token"]?.reveal()).toBe("canary-token");
    expect(acquired.facts).toEqual({ instance_url: "https://acme.my.salesforce.com" });
    expect(acquired.scopes).toEqual(["api"]);
    expect(acquired.tokenExpiresAt?.getTime()).toBeGreaterThanOrEqual(before + 600_000);
    expect(asked[0]?.params.get("grant_type")).toBe("client_credentials");
    expect(JSON.stringify(acquired)).not.toContain("canary");
  });

  it("are exchanged again to renew", async () => {
    answer = { body: { access_token: "second", expires_in: 600 } };
    const result = await renew(salesforce());
    expect(result).toMatchObject({ kind: "ok" });
    expect(asked[0]?.params.get("client_id")).toBe("consumer-key");
  });

  it.each<[string, Answer, { code: string; message: RegExp }]>([
    ["a wrong secret", { status: 401, body: { error: "invalid_client", error_description: "canary-consumer-secret is wrong" } }, { code: "CREDENTIAL_REFUSED", message: /client id or its secret is wrong/ }],
    ["a grant that is not allowed", { status: 400, body: { error: "unauthorized_client" } }, { code: "CREDENTIAL_REFUSED", message: /not allowed to sign in without a person/ }],
    ["a missing permission", { status: 400, body: { error: "invalid_scope" } }, { code: "CREDENTIAL_REFUSED", message: /permissions that are needed/ }],
    ["too many requests", { status: 429, headers: { "retry-after": "17" }, body: {} }, { code: "RATE_LIMIT_EXCEEDED", message: /17 seconds/ }],
    ["a vendor that is down", { status: 503, body: {} }, { code: "SERVICE_UNAVAILABLE", message: /Nothing was stored; try again in a minute/ }],
  ])("are refused for %s, and the secret stays out of the error", async (_what, given, expected) => {
    answer = given;
    const error: unknown = await acquire(salesforce()).then(() => null, (reason: unknown) => reason);
    expect(error).toMatchObject({ code: expected.code, message: expect.stringMatching(expected.message), details: { provider: "salesforce" } });
    if (expected.code === "CREDENTIAL_REFUSED") expect(error).toMatchObject({ details: { fields: { client_secret: expect.any(String) } } });
    const { message, detail, details } = Object(error);
    expect(JSON.stringify({ message, detail, details })).not.toContain("canary");
  });
});

describe("a service account", () => {
  it("signs an assertion for the vendor's own endpoint, in the person's name, and gets a token", async () => {
    answer = { body: { access_token: "canary-token", expires_in: 3599 } };
    const acquired = await acquire(google());
    expect(Object.keys(acquired.credential).toSorted()).toEqual(["access_token", "service_account_json", "subject"]);
    expect(acquired.facts).toEqual({ subject: "admin@example.com" });
    const { params } = asked[0] ?? { params: new URLSearchParams() };
    const verified = await jwtVerify(params.get("assertion") ?? "", await importSPKI(publicKey, "RS256"), { audience: "https://oauth2.googleapis.com/token", issuer: "robot@project.iam.example", subject: "admin@example.com" });
    expect(verified.protectedHeader.kid).toBe("key-1");
    expect(params.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
  });

  it("is asked for at the definition's address, whatever the file says", async () => {
    answer = { body: { access_token: "t", expires_in: 60 } };
    await renew(google());
    expect(asked).toHaveLength(1); // at the stand-in for the vendor, not at attacker.example
  });

  it.each([
    ["text that is no JSON", "-----BEGIN PRIVATE KEY-----"],
    ["a key that is none", JSON.stringify({ client_email: "robot@project.iam.example", private_key: "canary-not-a-key" })],
    ["another JSON file", JSON.stringify({ installed: { client_id: "x" } })],
  ])("is refused at its field for %s", async (_what, json) => {
    await expect(acquire(google(json))).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { service_account_json: expect.any(String) } } });
  });

  it("is refused at its field when the vendor revoked the key", async () => {
    answer = { status: 400, body: { error: "invalid_grant", error_description: "Invalid JWT Signature." } };
    await expect(acquire(google())).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED", detail: expect.stringContaining("Invalid JWT Signature"), details: { fields: { service_account_json: expect.any(String) } } });
  });
});
