import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { storeTestConnection } from "@/server/connections/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { createRestTest, type RestTest, withoutRequestId } from "./testing";

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
  await storeTestConnection(ctx);
  test.vendor.requests.length = 0;
  test.vendor.answer(() => ({ body: { data: [{ id: "cus_1" }], has_more: true } }));
});

const act = (path: string, options = {}) => test.call("POST", `/api/actions/${path}`, { key, ...options });

describe("an action", () => {
  it("answers its data, the next page's cursor and its call", async () => {
    const answer = await act("stripe/list_customers", { body: { limit: 1 } });
    expect([answer.status, answer.body]).toEqual([200, { success: true, data: [{ id: "cus_1" }], nextCursor: "cus_1", callId: expect.stringMatching(/^cal_/) as unknown }]);
    await act("stripe/list_customers", { body: { limit: 1, cursor: "cus_1" } });
    expect(test.vendor.requests.map(({ path }) => path)).toEqual(["/v1/customers?limit=1", "/v1/customers?limit=1&starting_after=cus_1"]);
  });

  it("without inputs needs no body", async () => {
    test.vendor.answer(() => ({ body: { available: [] } }));
    expect((await act("stripe/get_balance")).body).toMatchObject({ success: true, data: { available: [] }, nextCursor: null });
  });

  it.each([
    [{ body: { limit: "1" } }, { limit: "This has to be a whole number." }],
    [{ body: { pages: 1 } }, { pages: "There is no such input." }],
    [{ body: [1] }, { body: expect.any(String) as unknown }],
  ])("with %j is refused, and nothing is sent", async (options, fields) => {
    expect(await act("stripe/list_customers", options)).toMatchObject({ status: 400, body: { error: { code: "INVALID_REQUEST", details: { fields } } } });
    expect(test.vendor.requests).toEqual([]);
  });

  it("takes JSON alone", async () => {
    for (const options of [{ text: "limit=1", headers: { "content-type": "application/x-www-form-urlencoded" } }, { text: "{}" }, { text: "{", headers: { "content-type": "application/json" } }]) {
      expect(await act("stripe/list_customers", options)).toMatchObject({ status: 400, body: { error: { code: "INVALID_REQUEST" } } });
    }
    expect(test.vendor.requests).toEqual([]);
  });

  it("that there is not is 404", async () => {
    expect((await act("stripe/nope")).status).toBe(404);
    expect((await act("nope/list_customers")).status).toBe(404);
    expect((await act("postgresql/list")).status).toBe(404);
  });

  it("is refused to who may only look, and to strangers", async () => {
    const reader = await createTestKey(ctx, { scopes: ["connections:read"] });
    const { id } = await storeTestConnection(ctx, { account: "Two" });
    const stranger = await createTestKey(await createTestContext(test.runtime));
    expect((await act("stripe/get_balance", { key: reader })).status).toBe(403);
    expect((await act("stripe/get_balance", { key: null })).status).toBe(401);
    const [foreign, unknown] = [await act("stripe/get_balance", { key: stranger, headers: { "x-connection-id": id } }), await act("stripe/get_balance", { key: stranger, headers: { "x-connection-id": "con_x" } })];
    expect([foreign.status, withoutRequestId(foreign)]).toEqual([404, withoutRequestId(unknown)]);
    expect(test.vendor.requests).toEqual([]);
  });

  it("refuses an idempotency key that no header could carry on", async () => {
    expect((await act("stripe/create_customer", { body: {}, headers: { "idempotency-key": "x".repeat(256) } })).status).toBe(400);
    expect(test.vendor.requests).toEqual([]);
  });
});
