import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuthKind } from "@/server/catalog/connector";
import { getConnector } from "@/server/catalog/registry";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { findAuthOption } from "./present-credential";
import { startTestVendor, type TestVendor } from "./testing";
import { verifyCredential } from "./verify-credential";

const cloudId = "11223344-a1b2-3b33-c444-def123456789";
let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;

beforeAll(async () => {
  vendor = await startTestVendor();
  const apiBaseUrl = vendor.origin;
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { jira: { apiBaseUrl }, confluence: { apiBaseUrl }, datadog: { apiBaseUrl } } } }));
});
beforeEach(() => void vendor.requests.splice(0));
afterAll(async () => {
  await close();
  await vendor.close();
});

function verify(slug: string, kind: AuthKind, fields: Record<string, string>, facts: Record<string, string>) {
  const connector = getConnector(slug);
  const credential = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, new Secret(value)]));
  return verifyCredential(runtime, { connector, option: findAuthOption(connector, kind), credential, facts });
}

const asked = () => vendor.requests.map(({ method, path }) => `${method} ${path}`);

describe("a vendor whose ways to connect have addresses of their own", () => {
  const basic = `Basic ${Buffer.from("ada@example.com:canary-token").toString("base64")}`;
  const person = { accountId: "5b10ac8d82e05b22cc7d4ef5", emailAddress: "ada@example.com" };

  it("is asked at the site with an API token, and below its own host otherwise", async () => {
    vendor.answer(({ headers }) => (headers.authorization === basic || headers.authorization === "Bearer canary-token" ? { body: person } : { status: 401 }));
    await verify("jira", "basic", { username: "ada@example.com", password: "canary-token" }, { site: "acme" });
    await verify("jira", "api_key", { email: "ada@example.com", api_key: "canary-token", cloud_id: cloudId }, { cloud_id: cloudId });
    expect(await verify("jira", "oauth2", { access_token: "canary-token" }, { cloud_id: cloudId })).toMatchObject({ accountId: person.accountId, accountLabel: "ada@example.com" });
    expect(asked()).toEqual(["GET /rest/api/3/myself", `GET /ex/jira/${cloudId}/rest/api/3/myself`, `GET /ex/jira/${cloudId}/rest/api/3/myself`]);
  });
});

it("a stranger's answer with status 200 is a refusal", async () => {
  vendor.answer(() => ({ body: { type: "anonymous", displayName: "Anonymous" } }));
  await expect(verify("confluence", "basic", { username: "ada@example.com", password: "canary-token" }, { site: "acme" })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED", message: expect.stringContaining("as to a stranger") as unknown });
});

it("two keys in two headers are proven together", async () => {
  vendor.answer(({ headers }) =>
    headers["dd-api-key"] === "canary-api" && headers["dd-application-key"] === "canary-app" ? { body: { data: { id: "user-1", attributes: { email: "ada@example.com" } } } } : { status: 403, body: { errors: ["Forbidden"] } },
  );
  const facts = { site: "datadoghq.eu" };
  expect(await verify("datadog", "api_key", { api_key: "canary-api", application_key: "canary-app" }, facts)).toMatchObject({ accountId: "user-1", accountLabel: "ada@example.com" });
  await expect(verify("datadog", "api_key", { api_key: "canary-api", application_key: "canary-api" }, facts)).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED" });
  expect(asked()).toEqual(["GET /api/v2/current_user", "GET /api/v2/current_user", "GET /api/v2/validate_keys"]);
});
