import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { answerAsStripe, startTestVendor, storeTestConnection, type TestVendor } from "@/server/connections/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { createAdapter } from "./adapter";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin } } } }));
});
afterAll(async () => {
  await close();
  await vendor.close();
});
beforeEach(async () => {
  ctx = await createTestContext(runtime);
});

it("connects, reads, writes and lets go, alike for every connector", async () => {
  const { id } = await storeTestConnection(ctx);
  const stripe = createAdapter(ctx, { connector: "stripe" });
  answerAsStripe(vendor, { sk_test_stored_key: "Acme" });
  expect(await stripe.connect()).toEqual({ connectionId: id, account: "Acme" });
  expect(await stripe.isConnected()).toBe(true);
  vendor.answer(({ method }) => ({ body: method === "GET" ? { data: [{ id: "cus_1" }] } : { id: "cus_2" } }));
  expect((await stripe.getData("list_customers", { limit: 1 })).data).toEqual([{ id: "cus_1" }]);
  expect((await stripe.sendData("create_customer", { name: "Ada" })).data).toEqual({ id: "cus_2" });
  await stripe.disconnect();
  expect(await stripe.isConnected()).toBe(false);
});

it("does not write where reading was asked for, nor the other way round", async () => {
  await storeTestConnection(ctx);
  vendor.requests.length = 0;
  const stripe = createAdapter(ctx, { connector: "stripe" });
  await expect(stripe.getData("create_customer")).rejects.toMatchObject({ code: "INVALID_REQUEST", message: expect.stringContaining("sendData") as unknown });
  await expect(stripe.sendData("list_customers")).rejects.toMatchObject({ code: "INVALID_REQUEST", message: expect.stringContaining("getData") as unknown });
  expect(vendor.requests).toEqual([]);
});

it("says why it does not connect", async () => {
  await storeTestConnection(ctx);
  answerAsStripe(vendor, {});
  await expect(createAdapter(ctx, { connector: "stripe" }).connect()).rejects.toMatchObject({ code: "REAUTHORIZATION_REQUIRED" });
  const stranger = await createTestContext(runtime);
  await expect(createAdapter(stranger, { connector: "stripe" }).connect()).rejects.toMatchObject({ code: "INVALID_REQUEST", message: expect.stringContaining("not connected") as unknown });
  expect(await createAdapter(stranger, { connector: "stripe" }).isConnected()).toBe(false);
});
