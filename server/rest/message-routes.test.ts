import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { storeTestConnection } from "@/server/connections/testing";
import { updateConnection } from "@/server/connections/update-connection";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { createRestTest, type RestTest } from "./testing";

let test: RestTest;
let ctx: WorkspaceContext;
let key: string;
beforeAll(async () => {
  test = await createRestTest();
});
afterAll(() => test.close());
beforeEach(async () => {
  ctx = await createTestContext(test.runtime);
  key = await createTestKey(ctx, { scopes: ["calls:run"] });
  test.vendor.requests.length = 0;
});

const call = (method: string, path: string, body?: unknown) => test.call(method, path, { key, ...(body === undefined ? {} : { body }) });
const sent = (): unknown => JSON.parse(test.vendor.requests[0]?.body ?? "null");

describe("email through SendGrid", () => {
  beforeEach(async () => {
    const { id } = await storeTestConnection(ctx, { slug: "sendgrid", credential: { api_key: "SG.a.b" }, facts: { region: "api" } });
    await updateConnection(ctx, { connectionId: id, settings: { fromEmail: "hello@acme.example" } });
    test.vendor.answer(() => ({ status: 202, body: "", headers: { "x-message-id": "AbC-1" } }));
  });

  it("goes out from the connection's own address", async () => {
    const answer = await call("POST", "/api/sendgrid/send", { to: "ada@example.com", subject: "Hi", text: "Hello", html: "<p>Hello</p>" });
    expect([answer.status, answer.body]).toEqual([200, { success: true, messageId: "AbC-1", status: "sent" }]);
    expect(test.vendor.requests).toMatchObject([{ method: "POST", path: "/v3/mail/send", headers: { authorization: "Bearer SG.a.b" } }]);
    expect(sent()).toEqual({ personalizations: [{ to: [{ email: "ada@example.com" }] }], from: { email: "hello@acme.example" }, subject: "Hi", content: [{ type: "text/plain", value: "Hello" }, { type: "text/html", value: "<p>Hello</p>" }] });
  });

  it("may use a template, its data and another sender", async () => {
    await call("POST", "/api/sendgrid/send", { to: ["ada@example.com", "grace@example.com"], templateId: "d-1", dynamicData: { name: "Ada", items: [1, true] }, from: "news@acme.example" });
    expect(sent()).toEqual({ personalizations: [{ to: [{ email: "ada@example.com" }, { email: "grace@example.com" }], dynamic_template_data: { name: "Ada", items: [1, true] } }], from: { email: "news@acme.example" }, template_id: "d-1" });
  });

  it.each([
    { subject: "Hi", text: "x" },
    { to: "nobody", subject: "Hi", text: "x" },
    { to: "ada@example.com", subject: "Hi" },
    { to: "ada@example.com", text: "no subject" },
    { to: "ada@example.com", subject: "Hi", text: "x", attachments: [] },
  ])("is not sent as %j", async (body) => {
    expect(await call("POST", "/api/sendgrid/send", body)).toMatchObject({ status: 400, body: { error: { code: "INVALID_REQUEST" } } });
    expect(test.vendor.requests).toEqual([]);
  });

  it("that SendGrid refuses says which field, not in SendGrid's words", async () => {
    test.vendor.answer(() => ({ status: 400, body: { errors: [{ message: "canary", field: "from.email" }] } }));
    const answer = await call("POST", "/api/sendgrid/send", { to: "ada@example.com", subject: "Hi", text: "x" });
    expect([answer.status, answer.body]).toMatchObject([502, { error: { code: "SENDGRID_API_ERROR", message: expect.stringContaining("from.email") as unknown } }]);
    expect(answer.text).not.toContain("canary");
  });

  it("can be followed by the id that sending answered", async () => {
    const details = { status: "delivered", events: [{ event_name: "processed", processed: "2026-11-21T10:00:00Z" }, { event_name: "delivered", processed: "2026-11-21T10:00:05Z" }] };
    test.vendor.answer(({ path }) => (path.startsWith("/v3/messages?") ? { body: { messages: [{ msg_id: "AbC-1.recvd-0", status: "delivered" }] } } : { body: details }));
    const answer = await call("GET", "/api/sendgrid/status/AbC-1");
    expect([answer.status, answer.body]).toEqual([200, { success: true, messageId: "AbC-1", status: "delivered", events: [{ event: "processed", timestamp: "2026-11-21T10:00:00Z" }, { event: "delivered", timestamp: "2026-11-21T10:00:05Z" }] }]);
    expect(test.vendor.requests.map(({ path }) => decodeURIComponent(path))).toEqual(["/v3/messages?query=msg_id LIKE 'AbC-1%'&limit=1", "/v3/messages/AbC-1.recvd-0"]);
  });

  it("that is not known is not found, and an id is no query", async () => {
    test.vendor.answer(() => ({ body: { messages: [] } }));
    expect(await call("GET", "/api/sendgrid/status/AbC-2")).toMatchObject({ status: 404, body: { error: { code: "NOT_FOUND" } } });
    test.vendor.requests.length = 0;
    expect((await call("GET", `/api/sendgrid/status/${encodeURIComponent("x' OR msg_id LIKE '")}`)).status).toBe(404);
    expect(test.vendor.requests).toEqual([]);
  });
});

describe("text messages through Twilio", () => {
  const service = `MG${"0".repeat(32)}`;
  let connectionId: string;
  beforeEach(async () => {
    ({ id: connectionId } = await storeTestConnection(ctx, { slug: "twilio", kind: "basic", credential: { username: "AC123", password: "secret" }, facts: { account_sid: "AC123" } }));
    test.vendor.answer(() => ({ status: 201, body: { sid: "SM1", status: "queued", error_code: null } }));
  });

  it.each([
    ["+15017122661", "From=%2B15017122661"],
    [service, `MessagingServiceSid=${service}`],
  ])("go out from the connection's own sender, %s", async (phoneNumber, field) => {
    await updateConnection(ctx, { connectionId, settings: { phoneNumber } });
    const answer = await call("POST", "/api/twilio/sms", { to: "+15558675310", body: "Hi & bye" });
    expect([answer.status, answer.body]).toEqual([200, { success: true, messageId: "SM1", status: "queued" }]);
    expect(test.vendor.requests[0]?.path).toBe("/2010-04-01/Accounts/AC123/Messages.json");
    expect(test.vendor.requests[0]?.body.split("&").sort()).toEqual(["Body=Hi+%26+bye", field, "To=%2B15558675310"].sort());
  });

  it("may name another sender", async () => {
    await call("POST", "/api/twilio/sms", { to: "+15558675310", body: "Hi", from: service });
    expect(test.vendor.requests[0]?.body).toContain(`MessagingServiceSid=${service}`);
    await call("POST", "/api/twilio/sms", { to: "+15558675310", body: "Hi", from: "Acme" });
    expect(test.vendor.requests[1]?.body).toContain("From=Acme");
  });

  it("need a sender, a receiver and a text", async () => {
    for (const body of [{ to: "+15558675310", body: "no sender" }, { to: "+15558675310" }, { body: "x" }]) expect((await call("POST", "/api/twilio/sms", body)).status).toBe(400);
    expect(test.vendor.requests).toEqual([]);
  });

  it("are refused to who may only look, and to strangers", async () => {
    const reader = await createTestKey(ctx, { scopes: ["connections:read", "tools:read"] });
    const stranger = await createTestKey(await createTestContext(test.runtime));
    const options = { body: { to: "+15558675310", body: "Hi", from: "+1501" }, headers: { "x-connection-id": connectionId } };
    expect((await test.call("POST", "/api/twilio/sms", { ...options, key: reader })).status).toBe(403);
    expect((await test.call("POST", "/api/twilio/sms", { ...options, key: stranger })).status).toBe(404);
    expect((await test.call("GET", "/api/sendgrid/status/x", { key: reader })).status).toBe(403);
    expect(test.vendor.requests).toEqual([]);
  });
});
