import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { storeTestConnection } from "@/server/connections/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { createRestTest, type RestTest, withoutRequestId } from "./testing";

let test: RestTest;
let ctx: WorkspaceContext;
let key: string;
let connectionId: string;
beforeAll(async () => {
  test = await createRestTest();
});
afterAll(() => test.close());
beforeEach(async () => {
  ctx = await createTestContext(test.runtime);
  key = await createTestKey(ctx, { scopes: ["calls:run"] });
  ({ id: connectionId } = await storeTestConnection(ctx));
  test.vendor.requests.length = 0;
  test.vendor.answer(() => ({ status: 500 }));
});

const customer = { id: "cus_1", object: "customer", email: "ada@example.com", name: "Ada", created: 1_700_000_000, metadata: {} };
const intent = (id: string, status: string, more = {}) => ({ id, amount: 2000, currency: "eur", status, customer: "cus_1", created: 1_700_000_000, client_secret: "canary", ...more });
const payment = (id: string, status: string) => ({ id, amount: 2000, currency: "eur", status, customer: "cus_1", created: 1_700_000_000 });
const call = (method: string, path: string, options = {}) => test.call(method, path, { key, ...options });

describe("/api/stripe/customers", () => {
  it("lists what the contract names, ten unless asked", async () => {
    test.vendor.answer(() => ({ body: { data: [customer, { id: "cus_2", created: 1 }], has_more: true } }));
    const answer = await call("GET", "/api/stripe/customers");
    expect([answer.status, answer.body]).toEqual([200, { success: true, customers: [{ id: "cus_1", email: "ada@example.com", name: "Ada", created: 1_700_000_000 }, { id: "cus_2", email: null, name: null, created: 1 }], nextCursor: "cus_2" }]);
    expect(test.vendor.requests[0]?.path).toBe("/v1/customers?limit=10");
    await call("GET", "/api/stripe/customers?limit=3&cursor=cus_2");
    expect(test.vendor.requests[1]?.path).toBe("/v1/customers?limit=3&starting_after=cus_2");
  });

  it("creates one, as a form", async () => {
    test.vendor.answer(() => ({ body: customer }));
    const answer = await call("POST", "/api/stripe/customers", { body: { email: "ada@example.com", name: "Ada", metadata: { plan: "pro" } } });
    expect([answer.status, answer.body]).toEqual([200, { success: true, customer: { id: "cus_1", email: "ada@example.com", name: "Ada" } }]);
    expect(test.vendor.requests).toMatchObject([{ method: "POST", path: "/v1/customers", body: "email=ada%40example.com&name=Ada&metadata%5Bplan%5D=pro", headers: { "content-type": "application/x-www-form-urlencoded", authorization: "Bearer sk_test_stored_key" } }]);
  });

  it.each([{ email: "nobody" }, { name: 5 }, { metadata: "x" }, { age: 5 }])("refuses %j and sends nothing", async (body) => {
    const answer = await call("POST", "/api/stripe/customers", { body });
    expect([answer.status, answer.body]).toMatchObject([400, { error: { code: "INVALID_REQUEST", details: { fields: expect.any(Object) as unknown } } }]);
    expect(test.vendor.requests).toEqual([]);
  });
});

describe("/api/stripe/payments", () => {
  it("lists in the contract's words", async () => {
    test.vendor.answer(() => ({ body: { data: [intent("pi_1", "succeeded"), intent("pi_2", "processing"), intent("pi_3", "canceled"), intent("pi_4", "requires_payment_method", { last_payment_error: { code: "card_declined" } }), intent("pi_5", "requires_payment_method", { customer: { id: "cus_1" }, last_payment_error: null })], has_more: false } }));
    const answer = await call("GET", "/api/stripe/payments?customer=cus_1");
    expect(answer.body).toEqual({ success: true, payments: [payment("pi_1", "succeeded"), payment("pi_2", "pending"), payment("pi_3", "failed"), payment("pi_4", "failed"), payment("pi_5", "pending")], hasMore: false, nextCursor: null });
    expect(answer.text).not.toContain("canary");
    expect(test.vendor.requests[0]?.path).toBe("/v1/payment_intents?limit=10&customer=cus_1");
  });

  it("looks for a status page by page, and says where to go on", async () => {
    test.vendor.answer(({ path }) => (path.includes("starting_after=pi_2") ? { body: { data: [intent("pi_3", "canceled"), intent("pi_4", "succeeded")], has_more: false } } : { body: { data: [intent("pi_1", "canceled"), intent("pi_2", "succeeded")], has_more: true } }));
    expect((await call("GET", "/api/stripe/payments?status=failed&limit=1")).body).toEqual({ success: true, payments: [payment("pi_1", "failed")], hasMore: true, nextCursor: "pi_1" });
    expect((await call("GET", "/api/stripe/payments?status=failed&limit=2")).body).toEqual({ success: true, payments: [payment("pi_1", "failed"), payment("pi_3", "failed")], hasMore: true, nextCursor: "pi_3" });
    expect((await call("GET", "/api/stripe/payments?status=succeeded")).body).toEqual({ success: true, payments: [payment("pi_2", "succeeded"), payment("pi_4", "succeeded")], hasMore: false, nextCursor: null });
    expect((await call("GET", "/api/stripe/payments?status=succeeded&limit=2")).body).toMatchObject({ hasMore: false, nextCursor: null });
  });

  it("gives up looking after five pages, with a way to go on", async () => {
    test.vendor.answer(() => ({ body: { data: [intent("pi_9", "canceled")], has_more: true } }));
    expect((await call("GET", "/api/stripe/payments?status=succeeded")).body).toEqual({ success: true, payments: [], hasMore: true, nextCursor: "pi_9" });
    expect(test.vendor.requests).toHaveLength(5);
  });

  it("creates one", async () => {
    test.vendor.answer(() => ({ body: intent("pi_1", "requires_payment_method") }));
    const answer = await call("POST", "/api/stripe/payments", { body: { amount: 2000, currency: "eur", customer: "cus_1", description: "Order 1042" } });
    expect([answer.status, answer.body]).toEqual([200, { success: true, payment: payment("pi_1", "pending") }]);
    expect(test.vendor.requests[0]?.body).toBe("amount=2000&currency=eur&customer=cus_1&description=Order+1042");
  });

  it("that a bank declines is 402, with the reason and without Stripe's text", async () => {
    test.vendor.answer(() => ({ status: 402, body: { error: { type: "card_error", code: "card_declined", decline_code: "insufficient_funds", message: "canary" } } }));
    const answer = await call("POST", "/api/stripe/payments", { body: { amount: 2000, currency: "eur" } });
    expect([answer.status, answer.body]).toMatchObject([402, { success: false, error: { code: "PAYMENT_FAILED", details: { declineCode: "insufficient_funds", provider: "stripe" } } }]);
    expect(answer.text).not.toContain("canary");
  });

  it("that comes too often is 429, with how long to wait", async () => {
    test.vendor.answer(() => ({ status: 429, headers: { "retry-after": "3600" }, body: { error: { code: "rate_limit" } } }));
    const answer = await call("GET", "/api/stripe/payments");
    expect([answer.status, answer.headers.get("retry-after"), answer.body]).toMatchObject([429, "3600", { error: { code: "RATE_LIMIT_EXCEEDED", details: { retryAfterSeconds: 3600 } } }]);
  });

  it.each(["?limit=0", "?limit=101", "?limit=x", "?status=refunded", "?customer=a%26b"])("refuses %s and sends nothing", async (query) => {
    expect(await call("GET", `/api/stripe/payments${query}`)).toMatchObject({ status: 400, body: { error: { code: "INVALID_REQUEST" } } });
    expect(test.vendor.requests).toEqual([]);
  });

  it.each([{ amount: 0, currency: "eur" }, { amount: 1.5, currency: "eur" }, { amount: 5 }, { amount: 5, currency: "euro" }])("refuses %j and sends nothing", async (body) => {
    expect((await call("POST", "/api/stripe/payments", { body })).status).toBe(400);
    expect(test.vendor.requests).toEqual([]);
  });
});

describe("who may", () => {
  it("is nobody without a key, and no key that only reads", async () => {
    const reader = await createTestKey(ctx, { scopes: ["connections:read"] });
    expect((await call("GET", "/api/stripe/customers", { key: null })).status).toBe(401);
    expect(await call("GET", "/api/stripe/customers", { key: reader })).toMatchObject({ status: 403, body: { error: { code: "FORBIDDEN" } } });
    expect((await call("POST", "/api/stripe/payments", { key: reader, body: { amount: 1, currency: "eur" } })).status).toBe(403);
    expect(test.vendor.requests).toEqual([]);
  });

  it("is no stranger: another workspace's connection answers like an unknown one", async () => {
    const stranger = await createTestKey(await createTestContext(test.runtime));
    const foreign = await call("GET", "/api/stripe/customers", { key: stranger, headers: { "x-connection-id": connectionId } });
    const unknown = await call("GET", "/api/stripe/customers", { key: stranger, headers: { "x-connection-id": "con_nope" } });
    expect([foreign.status, withoutRequestId(foreign)]).toEqual([404, withoutRequestId(unknown)]);
    expect(await call("GET", "/api/stripe/customers", { key: stranger })).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining("not connected") as unknown } } });
    expect(test.vendor.requests).toEqual([]);
  });

  it("names the connection where there are two", async () => {
    const { id } = await storeTestConnection(ctx, { account: "Other", credential: { api_key: "sk_test_other" } });
    test.vendor.answer(() => ({ body: { data: [], has_more: false } }));
    expect(await call("GET", "/api/stripe/customers")).toMatchObject({ status: 400, body: { error: { code: "INVALID_REQUEST", details: { connections: { [id]: "Other", [connectionId]: "Acme" } } } } });
    expect((await call("GET", "/api/stripe/customers", { headers: { "x-connection-id": id } })).status).toBe(200);
    expect(test.vendor.requests).toMatchObject([{ headers: { authorization: "Bearer sk_test_other" } }]);
  });
});
