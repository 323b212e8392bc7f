import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuthKind } from "@/server/catalog/connector";
import { getConnector } from "@/server/catalog/registry";
import { startTcpServer } from "@/server/lib/http/start-test-server";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { findAuthOption } from "./present-credential";
import { startTestVendor, type TestVendor, type VendorAnswer } from "./testing";
import { verifyCredential } from "./verify-credential";

const emulated = ["stripe", "slack", "mailchimp", "github", "linear", "twilio", "shopify", "google-workspace"];
const canary = "canary-secret-value-1234";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;

beforeAll(async () => {
  vendor = await startTestVendor();
  const dead = await startTcpServer(() => undefined);
  await dead.close();
  const connectorEndpoints = { ...Object.fromEntries(emulated.map((slug) => [slug, { apiBaseUrl: vendor.origin }])), sendgrid: { apiBaseUrl: dead.origin } };
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints } }));
});
beforeEach(() => void vendor.requests.splice(0));
afterAll(async () => {
  await close();
  await vendor.close();
});

function verify(slug: string, kind: AuthKind, fields: Record<string, string>, facts: Record<string, string> = {}, signal?: AbortSignal) {
  const connector = getConnector(slug);
  const credential = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, new Secret(value)]));
  return verifyCredential(runtime, { connector, option: findAuthOption(connector, kind), credential, facts, signal });
}

const stripe = (signal?: AbortSignal) => verify("stripe", "api_key", { api_key: canary }, {}, signal);
const github = () => verify("github", "bearer", { token: canary });

describe("a credential that works", () => {
  it("tells whose account it is", async () => {
    vendor.answer(() => ({ body: { id: "acct_1", business_profile: { name: "Acme" } } }));
    expect(await stripe()).toEqual({ accountId: "acct_1", accountLabel: "Acme", facts: {} });
    expect(vendor.requests).toMatchObject([{ method: "GET", path: "/v1/account", headers: { authorization: `Bearer ${canary}`, "stripe-version": expect.any(String) } }]);
  });

  it("falls back to the id where the account has no name", async () => {
    vendor.answer(() => ({ body: { id: 42 } }));
    expect(await github()).toEqual({ accountId: "42", accountLabel: "42", facts: {} });
  });

  it("is proven by another call when it may not see the first", async () => {
    vendor.answer(({ path }) => (path === "/v1/balance" ? { body: { object: "balance" } } : { status: 403, body: { error: { message: "not permitted" } } }));
    expect(await stripe()).toEqual({ accountId: null, accountLabel: null, facts: {} });
    expect(vendor.requests.map(({ path }) => path)).toEqual(["/v1/account", "/v1/balance"]);
  });

  it("is checked by the call of its kind, with facts in the path that cannot climb out of it", async () => {
    vendor.answer(() => ({ body: { customerId: "C1", primaryEmail: "admin@example.com" } }));
    await verify("google-workspace", "service_account", { access_token: canary }, { subject: "admin@example.com" });
    expect(vendor.requests[0]?.path).toBe("/admin/directory/v1/users/admin%40example.com");
  });

  it("is posted as GraphQL where the vendor wants that", async () => {
    vendor.answer(() => ({ body: { data: { viewer: { id: "u1", email: "ada@example.com" } } } }));
    expect(await verify("linear", "api_key", { api_key: canary })).toMatchObject({ accountId: "u1", accountLabel: "ada@example.com" });
    expect(vendor.requests[0]).toMatchObject({ method: "POST", headers: { "content-type": "application/json", authorization: canary } });
    expect(JSON.parse(vendor.requests[0]?.body ?? "")).toHaveProperty("query");
  });
});

describe("a credential that does not", () => {
  const quoting = `You gave ${canary}, which is wrong`;
  type Expected = { code: string; message: RegExp; fields?: Record<string, unknown>; details?: Record<string, unknown> };
  const cases: [string, () => Promise<unknown>, VendorAnswer, Expected][] = [
    ["a 401, in the definition's words", stripe, { status: 401, body: { error: { code: "api_key_expired", message: quoting } } }, { code: "CREDENTIAL_REFUSED", message: /Stripe does not know this key/, fields: { api_key: expect.any(String) } }],
    ["a 400 without a hint", stripe, { status: 400, body: { error: { message: quoting } } }, { code: "CREDENTIAL_REFUSED", message: /^Stripe refused this key: /, fields: { api_key: expect.any(String) } }],
    ["a 403 on everything that was asked", stripe, { status: 403, body: { error: { message: quoting } } }, { code: "CREDENTIAL_REFUSED", message: /Grant it Read on Balance/ }],
    ["an error inside a 200", () => verify("slack", "bearer", { token: canary }), { body: { ok: false, error: "token_revoked" } }, { code: "CREDENTIAL_REFUSED", message: /This token was revoked/, fields: { token: expect.any(String) } }],
    ["an unknown error inside a 200", () => verify("slack", "bearer", { token: canary }), { body: { ok: false, error: "something_new" } }, { code: "CREDENTIAL_REFUSED", message: /^Slack refused this token: / }],
    ["GraphQL's errors", () => verify("linear", "api_key", { api_key: canary }), { body: { errors: [{ message: quoting, extensions: { code: "AUTHENTICATION_ERROR" } }] } }, { code: "CREDENTIAL_REFUSED", message: /Linear does not know this key/ }],
    ["a store that is not there", () => verify("shopify", "api_key", { api_key: canary }, { shop: "nowhere" }), { status: 404, body: "Not Found" }, { code: "CREDENTIAL_REFUSED", message: /no store of this name/, fields: { shop: expect.any(String) } }],
    ["a redirect, which is not followed", stripe, { status: 302, headers: { location: "https://elsewhere.example/" }, body: "" }, { code: "CREDENTIAL_REFUSED", message: /^Stripe refused this key/ }],
    ["a page instead of an API", github, { headers: { "content-type": "text/html" }, body: "<!doctype html><p>Hello" }, { code: "CREDENTIAL_REFUSED", message: /^GitHub refused this token/ }],
    ["a 429", stripe, { status: 429, headers: { "retry-after": "12" }, body: {} }, { code: "RATE_LIMIT_EXCEEDED", message: /^Stripe is limiting calls right now\. Nothing was stored; try again in 12 seconds\.$/, details: { retryAfterSeconds: 12 } }],
    ["a rate limit dressed as a 403", github, { status: 403, body: { message: "API rate limit exceeded for user" } }, { code: "RATE_LIMIT_EXCEEDED", message: /^GitHub is limiting calls/ }],
    ["a 503", stripe, { status: 503, body: { error: { message: quoting } } }, { code: "SERVICE_UNAVAILABLE", message: /^Stripe has a problem of its own right now\. Nothing was stored; try again in a minute\.$/ }],
    ["an answer that is too long", stripe, { body: "x".repeat(2 * 1024 * 1024) }, { code: "SERVICE_UNAVAILABLE", message: /^Stripe did not answer\. Nothing was stored; try again in a minute\.$/ }],
  ];
  it.each(cases)("%s", async (_name, attempt, answer, expected) => {
    vendor.answer(() => answer);
    const error: unknown = await attempt().then(() => null, (reason: unknown) => reason);
    expect(error).toMatchObject({ code: expected.code, message: expect.stringMatching(expected.message), details: { provider: expect.any(String), ...expected.details, ...(expected.fields ? { fields: expected.fields } : {}) } });
    const { message, detail, details, stack } = Object(error);
    expect(JSON.stringify({ message, detail, details, stack })).not.toContain(canary);
  });

  it("keeps the vendor's own words for admins, without the credential that they quote", async () => {
    vendor.answer(() => ({ status: 401, body: { error: { code: "api_key_invalid", message: quoting } } }));
    await expect(stripe()).rejects.toMatchObject({ detail: "HTTP 401, api_key_invalid: You gave [secret], which is wrong" });
  });

  it("a vendor that is not there", async () => {
    await expect(verify("sendgrid", "api_key", { api_key: canary })).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", message: "SendGrid did not answer. Nothing was stored; try again in a minute.", details: { provider: "sendgrid" } });
  });

  it("a vendor that takes longer than ten seconds", async () => {
    vendor.answer(() => delay(15_000, {}, { ref: false }));
    await expect(stripe()).rejects.toMatchObject({ code: "TIMEOUT", message: "Stripe did not answer. Nothing was stored; try again in a minute." });
  }, 20_000);

  it("someone who does not wait", async () => {
    vendor.answer(() => delay(15_000, {}, { ref: false }));
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(new Error("left")), 100);
    await expect(stripe(leaving.signal)).rejects.toThrow("left");
  });

  it("an input that would lead the credential to another host", async () => {
    await expect(verify("shopify", "api_key", { api_key: canary }, { shop: "evil.example/?" })).rejects.toMatchObject({ code: "INVALID_REQUEST", details: { fields: { shop: expect.any(String) } } });
    expect(vendor.requests).toEqual([]);
  });

  it("a value that no header can carry", async () => {
    await expect(verify("stripe", "api_key", { api_key: `${canary}\r\nx-injected: 1` })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    expect(vendor.requests).toEqual([]);
  });
});

describe("a database", () => {
  it("that stands on a private network is refused with the variable that opens it", async () => {
    await expect(verify("postgresql", "database", { host: "10.0.0.5", username: "app", password: canary, database: "orders" })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: expect.stringContaining("EGRESS_ALLOW"),
      details: { provider: "postgresql", fields: { host: expect.any(String) } },
    });
  });

  it("that nobody listens for names the port", async () => {
    await expect(verify("redis", "database", { host: "127.0.0.1", port: "1", password: canary })).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", details: { provider: "redis", fields: { port: expect.any(String) } } });
  });
});
