import { describe, expect, it } from "vitest";
import { getConnector } from "@/server/catalog/registry";
import { explainVendorAnswer } from "./explain-vendor-answer";
import { readRetryAfter } from "./read-retry-after";
import { getOperation } from "./run-operation";

type Said = { status: number; body?: unknown; headers?: Record<string, string> };

function explain(slug: string, name: string, { status, body = null, headers = {} }: Said, authKind: "api_key" | "oauth2" = "api_key") {
  const connector = getConnector(slug);
  return explainVendorAnswer({ connector, operation: getOperation(connector, name), connection: { id: "con_1", name: "Acme", authKind }, status, headers, body, hide: (text) => text.replaceAll("own-secret", "[hidden]") });
}

const canary = "vendor wrote this";
const stripe = (status: number, error: object, headers = {}) => explain("stripe", "create_payment", { status, body: { error: { message: canary, ...error } }, headers });

describe("what Stripe says", () => {
  it.each([
    [stripe(401, {}), "CREDENTIAL_REFUSED", 422, "INVALID_API_KEY", /copy it again.*reconnect “Acme”/i],
    [stripe(403, {}), "CREDENTIAL_REFUSED", 422, "INVALID_API_KEY", /does not let “Acme” do this: create a payment/],
    [stripe(402, { type: "card_error", code: "card_declined", decline_code: "insufficient_funds" }), "PAYMENT_FAILED", 402, "PAYMENT_FAILED", /insufficient funds/],
    [stripe(402, { code: "expired_card" }), "PAYMENT_FAILED", 402, "PAYMENT_FAILED", /expired card/],
    [stripe(404, { code: "resource_missing" }), "NOT_FOUND", 404, "NOT_FOUND", /Stripe has nothing under/],
    [stripe(429, {}, { "retry-after": "7" }), "RATE_LIMIT_EXCEEDED", 429, "RATE_LIMIT_EXCEEDED", /in 7 seconds/],
    [stripe(400, { code: "parameter_invalid_integer", param: "items[0][price]" }), "VENDOR_ERROR", 502, "STRIPE_API_ERROR", /wrong with items\[0\]\[price\], parameter invalid integer/],
    [stripe(409, { code: "idempotency_key_in_use" }), "VENDOR_ERROR", 502, "STRIPE_API_ERROR", /idempotency key in use/],
    [stripe(503, {}), "SERVICE_UNAVAILABLE", 503, "SERVICE_UNAVAILABLE", /problem of its own/],
    [stripe(302, {}), "VENDOR_ERROR", 502, "STRIPE_API_ERROR", /redirect/],
  ])("%s is %s", (error, code, status, publicCode, message) => {
    expect([error?.code, error?.status, error?.publicCode]).toEqual([code, status, publicCode]);
    expect(error?.message).toMatch(message);
    expect(error?.details).toMatchObject({ provider: "stripe", operation: "create_payment", connectionId: "con_1" });
    expect(JSON.stringify([error?.message, error?.details])).not.toContain(canary);
    expect(error?.detail).toContain(canary);
  });

  it("names the bank's reason, and how long to wait", () => {
    expect(stripe(402, { code: "card_declined", decline_code: "insufficient_funds" })?.details).toMatchObject({ declineCode: "insufficient_funds", vendorCode: "card_declined" });
    expect(stripe(429, {}, { "retry-after": "7" })?.details).toMatchObject({ retryAfterSeconds: 7 });
  });

  it("keeps a secret out, even of what admins read", () => {
    expect(stripe(401, { message: "Invalid API Key provided: sk_live_abcdefghijklmnopqrstuvwx" })?.detail).not.toContain("sk_live_abcdefghijklmnop");
  });

  it("keeps the connection's own secret out, whatever it looks like", () => {
    const error = stripe(400, { message: "no such key: own-secret", code: "own-secret" });
    expect(JSON.stringify([error?.message, error?.details, error?.detail])).not.toContain("own-secret");
  });

  it("is no error when it went well", () => {
    expect(explain("stripe", "get_balance", { status: 200, body: { available: [] } })).toBeNull();
    expect(explain("salesforce", "update_record", { status: 204 })).toBeNull();
  });
});

describe("what others say, each in their own way", () => {
  it.each<[string, string, Said, string]>([
    ["slack", "send_message", { status: 200, body: { ok: false, error: "channel_not_found" } }, "NOT_FOUND"],
    ["slack", "send_message", { status: 200, body: { ok: false, error: "token_revoked" } }, "CREDENTIAL_REFUSED"],
    ["slack", "send_message", { status: 200, body: { ok: false, error: "missing_scope" } }, "CREDENTIAL_REFUSED"],
    ["slack", "send_message", { status: 200, body: { ok: false, error: "ratelimited" } }, "RATE_LIMIT_EXCEEDED"],
    ["slack", "send_message", { status: 200, body: { ok: false, error: "no_text" } }, "VENDOR_ERROR"],
    ["linear", "list_issues", { status: 200, body: { errors: [{ message: "x", extensions: { code: "AUTHENTICATION_ERROR" } }] } }, "CREDENTIAL_REFUSED"],
    ["linear", "list_issues", { status: 400, body: { errors: [{ message: "x", extensions: { code: "RATELIMITED" } }] } }, "RATE_LIMIT_EXCEEDED"],
    ["linear", "create_issue", { status: 200, body: { data: { issueCreate: { success: false } } } }, "VENDOR_ERROR"],
    ["shopify", "list_orders", { status: 200, body: { errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }] } }, "RATE_LIMIT_EXCEEDED"],
    ["shopify", "create_product", { status: 200, body: { data: { productCreate: { userErrors: [{ field: ["product", "title"], message: "x" }] } } } }, "VENDOR_ERROR"],
    ["shopify", "list_orders", { status: 402, body: { errors: "Payment Required" } }, "PAYMENT_FAILED"],
    ["github", "list_review_requests", { status: 200, body: { data: null, errors: [{ type: "NOT_FOUND", message: "x" }] } }, "NOT_FOUND"],
    ["github", "list_issues", { status: 403, body: { message: "API rate limit exceeded for user" }, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" } }, "RATE_LIMIT_EXCEEDED"],
    ["github", "create_issue", { status: 403, body: { message: "Resource not accessible" } }, "CREDENTIAL_REFUSED"],
    ["github", "create_issue", { status: 410, body: { message: "Issues are disabled for this repo" } }, "NOT_FOUND"],
    ["google-workspace", "list_people", { status: 403, body: { error: { status: "RESOURCE_EXHAUSTED", message: "Quota exceeded" } } }, "RATE_LIMIT_EXCEEDED"],
    ["salesforce", "run_query", { status: 400, body: [{ errorCode: "MALFORMED_QUERY", message: "x" }] }, "VENDOR_ERROR"],
    ["salesforce", "run_query", { status: 403, body: [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message: "x" }] }, "RATE_LIMIT_EXCEEDED"],
    ["microsoft-365", "get_me", { status: 502, body: "<html>" }, "SERVICE_UNAVAILABLE"],
    ["twilio", "send_sms", { status: 400, body: { code: 21211, message: "x" } }, "VENDOR_ERROR"],
  ])("%s, %s: %j is %s", (slug, name, said, code) => {
    expect(explain(slug, name, said)?.code).toBe(code);
  });

  it("asks a person to grant more where a person signed in", () => {
    expect(explain("slack", "send_message", { status: 200, body: { ok: false, error: "missing_scope" } }, "oauth2")?.message).toContain("Reconnect it and grant more");
  });

  it("does not take a vendor's sentence for a code", () => {
    const error = explain("mailchimp", "list_audiences", { status: 400, body: { title: "Invalid Resource", detail: "the secret plan" } });
    expect(JSON.stringify([error?.message, error?.details])).not.toMatch(/Invalid Resource|secret plan/);
  });
});

it("waits as long as a vendor says, within an hour", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  const limit = (resetUnit: "epoch_seconds" | "epoch_ms" | "seconds") => ({ summary: "", resetHeader: "x-reset", resetUnit });
  expect(readRetryAfter({ "retry-after": "30" }, undefined, now)).toBe(30);
  expect(readRetryAfter({ "retry-after": "Sat, 21 Nov 2026 12:02:00 GMT" }, undefined, now)).toBe(120);
  expect(readRetryAfter({ "x-reset": String(now / 1000 + 45) }, limit("epoch_seconds"), now)).toBe(45);
  expect(readRetryAfter({ "x-reset": String(now + 45_000) }, limit("epoch_ms"), now)).toBe(45);
  expect(readRetryAfter({ "x-reset": "45" }, limit("seconds"), now)).toBe(45);
  expect(readRetryAfter({ "retry-after": "soon" }, undefined, now)).toBe(60);
  expect(readRetryAfter({ "retry-after": "999999" }, undefined, now)).toBe(3_600);
  expect(readRetryAfter({ "x-reset": "1" }, limit("epoch_seconds"), now)).toBe(1);
});
