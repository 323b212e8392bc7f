import { createServer } from "node:http";
import { once } from "node:events";
import { expect, it } from "vitest";
import { storeTestConnection } from "@/server/connections/testing";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { answerGraphql } from "./answer-graphql";

it("gives up what takes too long, and lets go of the vendor", async () => {
  const vendor = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(vendor, "listening");
  const address = vendor.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const left = once(vendor, "request").then(([request]) => once(request.socket, "close"));
  const { runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: origin } } } });
  const ctx = await createTestContext(runtime);
  await storeTestConnection(ctx);
  const request = new Request("http://localhost:3000/api/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await createTestKey(ctx)}` },
    body: JSON.stringify({ query: `mutation { runOperation(connector: "stripe", operation: "list_customers", input: {}) { status } }` }),
  });
  const answer = await answerGraphql(runtime, request, 5_000);
  expect([answer.status, await answer.json()]).toMatchObject([504, { errors: [{ message: "The answer took longer than 5 seconds. Ask for less at once.", extensions: { code: "TIMEOUT" } }] }]);
  await left;
  vendor.close();
  await close();
});
