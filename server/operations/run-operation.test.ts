import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call } from "@/db/schema/connections";
import type { Operation } from "@/server/catalog/operation";
import { getConnector } from "@/server/catalog/registry";
import { pauseConnection } from "@/server/connections/pause-connection";
import { startTestVendor, storeTestConnection, type TestVendor } from "@/server/connections/testing";
import { updateConnection } from "@/server/connections/update-connection";
import { callRecorder } from "@/server/gateway/record-call";
import { isAppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { type RunInput, runOperation, sendOperation } from "./run-operation";

const emulated = ["stripe", "slack", "linear", "github", "mailchimp", "twilio", "sendgrid"];

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: Object.fromEntries(emulated.map((slug) => [slug, { apiBaseUrl: vendor.origin }])) } }));
});
afterAll(async () => {
  await close();
  await vendor.close();
});
beforeEach(async () => {
  ctx = await createTestContext(runtime);
  vendor.requests.length = 0;
  vendor.answer(() => ({ body: {} }));
});

const run = (actor: WorkspaceContext, input: Partial<RunInput> & { operation: string }) => runOperation(actor, { connector: "stripe", input: {}, ...input }, { source: "operation" });
const refusal = (code: string, message: RegExp = /./, details: Record<string, unknown> = {}) => expect.objectContaining({ code, message: expect.stringMatching(message) as unknown, details: expect.objectContaining(details) as unknown }) as unknown;

describe("an operation", () => {
  it("is sent as the vendor wants it, with the credential, and answers what matters", async () => {
    const { id } = await storeTestConnection(ctx);
    vendor.answer(() => ({ body: { data: [{ id: "cus_1" }], has_more: true } }));
    const answer = await run(ctx, { operation: "list_customers", input: { limit: 2, email: "a+b@example.com" } });
    expect(answer).toEqual({ data: [{ id: "cus_1" }], status: 200, nextCursor: "cus_1", callId: expect.stringMatching(/^cal_/) as unknown, connectionId: id });
    expect(vendor.requests).toMatchObject([{ method: "GET", path: "/v1/customers?limit=2&email=a%2Bb@example.com", headers: { authorization: "Bearer sk_test_stored_key", "stripe-version": expect.any(String) as unknown, accept: "application/json" } }]);
  });

  it("is in the call history under its name", async () => {
    await storeTestConnection(ctx);
    const { callId } = await run(ctx, { operation: "get_balance" });
    await callRecorder(runtime).flush();
    expect(await runtime.database.db.select().from(call).where(eq(call.id, callId))).toMatchObject([{ operation: "get_balance", source: "operation", path: "/v1/balance", status: 200 }]);
  });

  it("is not sent when its input does not fit", async () => {
    await storeTestConnection(ctx);
    await expect(run(ctx, { operation: "create_payment", input: { amount: "20", currency: "euro" } })).rejects.toEqual(refusal("INVALID_REQUEST", /nothing was sent/, { fields: { amount: "This has to be a whole number.", currency: expect.any(String) as unknown } }));
    await expect(run(ctx, { operation: "get_customer", input: { customer: "../charges" } })).rejects.toEqual(refusal("INVALID_REQUEST"));
    expect(vendor.requests).toEqual([]);
  });

  it("that nobody knows is not found", async () => {
    await expect(run(ctx, { operation: "print_money" })).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(run(ctx, { connector: "nope", operation: "x" })).rejects.toEqual(refusal("NOT_FOUND"));
  });

  it("keeps what the vendor wrote for admins and the log", async () => {
    await storeTestConnection(ctx);
    vendor.answer(() => ({ status: 402, body: { error: { type: "card_error", code: "card_declined", decline_code: "lost_card", message: "Your card was declined." } } }));
    await expect(run(ctx, { operation: "confirm_payment", input: { payment_intent: "pi_1" } })).rejects.toMatchObject({ code: "PAYMENT_FAILED", details: { declineCode: "lost_card" }, detail: "HTTP 402, card_declined: Your card was declined." });
  });

  it("does not repeat the credential, even to the log, when the vendor does", async () => {
    await storeTestConnection(ctx, { credential: { api_key: "zqCanaryOfNoShape" } });
    vendor.answer(() => ({ status: 401, body: { error: { message: "Not a key: zqCanaryOfNoShape", code: "zqCanaryOfNoShape" } } }));
    const error = await run(ctx, { operation: "get_balance" }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "CREDENTIAL_REFUSED", detail: expect.stringContaining("Not a key") as unknown });
    expect(JSON.stringify([error, isAppError(error) && [error.message, error.detail]])).not.toContain("zqCanary");
  });

  it("of Slack is refused at status 200", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "slack", kind: "bearer", credential: { token: "xoxb-1" } });
    await updateConnection(ctx, { connectionId: id, settings: { defaultChannel: "#deployments" } });
    vendor.answer(() => ({ body: { ok: false, error: "channel_not_found" } }));
    await expect(run(ctx, { connector: "slack", operation: "send_message", input: { text: "hi" } })).rejects.toEqual(refusal("NOT_FOUND", /Slack has nothing/, { vendorCode: "channel_not_found" }));
    expect(JSON.parse(vendor.requests[0]?.body ?? "")).toEqual({ text: "hi", channel: "#deployments" });
  });

  it("of GraphQL is refused for its errors, and turns its pages", async () => {
    await storeTestConnection(ctx, { slug: "linear", credential: { api_key: "lin_api_1" } });
    vendor.answer(() => ({ body: { errors: [{ message: "Entity not found", extensions: { code: "INPUT_ERROR" } }] } }));
    await expect(run(ctx, { connector: "linear", operation: "list_issues" })).rejects.toEqual(refusal("VENDOR_ERROR", /input error/));
    vendor.answer(({ body }) => ({ body: { data: { issues: { nodes: [{ id: body.includes('"after":"c1"') ? "2" : "1" }], pageInfo: { hasNextPage: !body.includes('"after"'), endCursor: "c1" } } } } }));
    const first = await run(ctx, { connector: "linear", operation: "list_issues", input: { team: "ENG" } });
    const second = await run(ctx, { connector: "linear", operation: "list_issues", input: { team: "ENG", cursor: first.nextCursor } });
    expect([first, second]).toMatchObject([{ data: [{ id: "1" }], nextCursor: "c1" }, { data: [{ id: "2" }], nextCursor: null }]);
  });

  it("turns its pages by link and by offset", async () => {
    await storeTestConnection(ctx, { slug: "github", kind: "bearer", credential: { token: "ghp_1" } });
    await storeTestConnection(ctx, { slug: "mailchimp", credential: { api_key: "k-us1" }, facts: { dc: "us1" } });
    vendor.answer(({ path }) => (path.includes("page=2") ? { body: [] } : { body: [{ id: 1 }], headers: { link: '<https://api.github.com/repositories/9/issues?page=2&per_page=1>; rel="next"' } }));
    const issues = { connector: "github", operation: "list_issues", input: { owner: "a", repo: "b", limit: 1 } };
    const { nextCursor } = await run(ctx, issues);
    expect((await run(ctx, { ...issues, input: { ...issues.input, cursor: nextCursor } })).nextCursor).toBeNull();
    expect(vendor.requests.map(({ path }) => path)).toEqual(["/repos/a/b/issues?per_page=1&state=open", "/repos/a/b/issues?state=open&page=2&per_page=1"]);
    vendor.answer(() => ({ body: { members: [{}, {}], total_items: 3 } }));
    const members = { connector: "mailchimp", operation: "list_contacts", input: { audience: "abc", limit: 2 } };
    expect((await run(ctx, members)).nextCursor).toBe("2");
    expect((await run(ctx, { ...members, input: { ...members.input, cursor: "2" } })).nextCursor).toBeNull();
    expect(vendor.requests.at(-1)?.path).toBe("/3.0/lists/abc/members?count=2&offset=2");
  });

  it("may answer nothing, a text or bytes", async () => {
    await storeTestConnection(ctx);
    vendor.answer(() => ({ status: 204, body: "" }));
    expect((await run(ctx, { operation: "get_balance" })).data).toBeNull();
    vendor.answer(() => ({ body: "plain words", headers: { "content-type": "text/plain" } }));
    expect((await run(ctx, { operation: "get_balance" })).data).toBe("plain words");
  });
});

it("runs an operation that is in no catalog the same way", async () => {
  const row = await storeTestConnection(ctx);
  vendor.answer(({ body }) => ({ status: 201, body: { result: { items: [{ n: 1, other: 2 }] }, sent: body }, headers: { "x-request": "r1" } }));
  const operation: Operation = {
    name: "own",
    title: "Own",
    group: "Own",
    method: "POST",
    path: "/v9/{{id}}",
    inputs: { id: { in: "path", type: "string", isRequired: true }, note: { in: "body", type: "string" }, trace: { in: "header", as: "X-Trace", type: "string" } },
    body: { type: "json", value: { text: "Note: {{note}}" } },
    answer: { pick: "result.items.0", rename: { number: "n" }, headers: { request: "X-Request" } },
    isReadOnly: false,
  };
  const answer = await sendOperation(ctx, { connector: getConnector("stripe"), operation, row, input: { id: "7", note: "hi", trace: "t" } }, { source: "operation" });
  expect(answer).toMatchObject({ data: { number: 1, request: "r1" }, status: 201, nextCursor: null });
  expect(vendor.requests).toMatchObject([{ method: "POST", path: "/v9/7", body: '{"text":"Note: hi"}', headers: { "x-trace": "t", "content-type": "application/json" } }]);
});

describe("the connection it runs through", () => {
  it("has to be named where there are several", async () => {
    const one = await storeTestConnection(ctx, { name: "Live", account: "One" });
    const two = await storeTestConnection(ctx, { name: "Test", account: "Two" });
    await expect(run(ctx, { operation: "get_balance" })).rejects.toEqual(refusal("INVALID_REQUEST", /X-Connection-Id/, { connections: { [one.id]: "Live", [two.id]: "Test" } }));
    expect((await run(ctx, { operation: "get_balance", connectionId: one.id })).connectionId).toBe(one.id);
  });

  it("has to be there", async () => {
    await expect(run(ctx, { operation: "get_balance" })).rejects.toEqual(refusal("INVALID_REQUEST", /Connect it at http.*\/connectors\/stripe/));
  });

  it("has to be of the connector", async () => {
    const { id } = await storeTestConnection(ctx);
    await expect(run(ctx, { connector: "github", operation: "list_repositories", connectionId: id })).rejects.toEqual(refusal("INVALID_REQUEST", /another connector/));
  });

  it("is not seen by strangers, nor is somebody's private one", async () => {
    const { id } = await storeTestConnection(ctx, { visibility: "private" });
    const colleague = await createTestContext(runtime, { joining: ctx, role: "admin" });
    const stranger = await createTestContext(runtime);
    const unknown = await run(ctx, { operation: "get_balance", connectionId: `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}` }).catch((error: unknown) => error);
    for (const actor of [colleague, stranger]) {
      await expect(run(actor, { operation: "get_balance", connectionId: id })).rejects.toEqual(unknown);
      await expect(run(actor, { operation: "get_balance" })).rejects.toEqual(refusal("INVALID_REQUEST", /not connected/));
    }
    expect(vendor.requests).toEqual([]);
  });

  it("may not be used by who can only look", async () => {
    const { id } = await storeTestConnection(ctx);
    const viewer = await createTestContext(runtime, { joining: ctx, role: "viewer" });
    await expect(run(viewer, { operation: "get_balance", connectionId: id })).rejects.toEqual(refusal("FORBIDDEN"));
    expect(vendor.requests).toEqual([]);
  });

  it("refuses while it is paused", async () => {
    const { id } = await storeTestConnection(ctx);
    await pauseConnection(ctx, { connectionId: id });
    await expect(run(ctx, { operation: "get_balance" })).rejects.toEqual(refusal("CONFLICT"));
  });
});
