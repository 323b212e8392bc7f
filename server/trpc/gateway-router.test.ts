import { TRPCClientError } from "@trpc/client";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/workspaces";
import { startTestGateway, type TestGateway } from "@/server/gateway/testing";
import { createTestCookie } from "@/server/identity/testing";
import { newId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { openTestBrowser, type TestBrowser } from "./testing";

let gateway: TestGateway;
let owner: TestBrowser;
let viewer: TestBrowser;
let stranger: TestBrowser;
beforeAll(async () => {
  gateway = await startTestGateway();
  const browserOf = async ({ actor, workspace }: WorkspaceContext) => openTestBrowser(gateway.runtime, { cookie: await createTestCookie(gateway.runtime, actor.id), workspace: workspace.slug });
  owner = await browserOf(gateway.ctx);
  viewer = await browserOf(await createTestContext(gateway.runtime, { role: "viewer", joining: gateway.ctx }));
  stranger = await browserOf(await createTestContext(gateway.runtime));
});
afterAll(() => gateway.close());

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof TRPCClientError)) throw new Error("the call was expected to fail");
  return { status: error.data.httpStatus, message: error.message };
}

describe("how calls are sent", () => {
  it("is changed for one connection and counts from the next call on", async () => {
    const id = await gateway.connect();
    gateway.answer((_request, response) => void response.writeHead(503, { "retry-after": "0" }).end());
    await gateway.send(`${id}/v1/x`);
    expect(gateway.seen).toHaveLength(3);
    const state = await owner.trpc.gateway.updateCallPolicy.mutate({ connectionId: id, policy: { retries: 0, budget: [{ calls: 5, seconds: 3_600 }] } });
    expect(state).toMatchObject({ policy: { retries: 0, queueSeconds: 30, hasBreaker: true }, overrides: { retries: 0 } });
    gateway.answer((_request, response) => void response.end("ok"));
    await gateway.send(`${id}/v1/x`);
    expect(await viewer.trpc.gateway.callState.query({ connectionId: id })).toMatchObject({ windows: [{ calls: 5, seconds: 3_600, left: 4 }], waiting: 0, hosts: [{ state: "closed" }] });
    const events = await owner.trpc.connections.events.query({ connectionId: id, limit: 5 });
    expect(events.events[0]).toMatchObject({ message: "How calls are sent was changed." });
    const audited = await gateway.runtime.database.db.select().from(auditEntry).where(eq(auditEntry.target, id));
    expect(audited).toContainEqual(expect.objectContaining({ action: "connection.update_call_policy", data: expect.objectContaining({ changes: expect.arrayContaining(["retries", "budget"]) }) }));
  });

  it("says that the breaker is open, and when the next try is", async () => {
    const id = await gateway.connect({ retries: 0 });
    gateway.answer((_request, response) => void response.writeHead(500).end());
    for (let count = 0; count < 6; count += 1) await gateway.send(`${id}/v1/x`);
    expect(await owner.trpc.gateway.callState.query({ connectionId: id })).toMatchObject({ hosts: [{ state: "open", probeAt: expect.stringMatching(/Z$/) }] });
  });

  it("is for members to change and for everyone in the workspace to see", async () => {
    const connectionId = await gateway.connect();
    expect(await failureOf(viewer.trpc.gateway.updateCallPolicy.mutate({ connectionId, policy: {} }))).toMatchObject({ status: 403 });
    const unknown = newId("connection");
    for (const ask of [(id: string) => stranger.trpc.gateway.callState.query({ connectionId: id }), (id: string) => stranger.trpc.gateway.updateCallPolicy.mutate({ connectionId: id, policy: {} })]) {
      expect(await failureOf(ask(connectionId))).toEqual(await failureOf(ask(unknown)));
      expect(await failureOf(ask(connectionId))).toMatchObject({ status: 404 });
    }
  });

  it.each([{ retries: 6 }, { retries: 1.5 }, { firstByteSeconds: 0 }, { queueSeconds: 121 }, { budget: [{ calls: 0, seconds: 1 }] }, { budget: Array.from({ length: 5 }, () => ({ calls: 1, seconds: 1 })) }])("takes no %j", async (policy) => {
    expect(await failureOf(owner.trpc.gateway.updateCallPolicy.mutate({ connectionId: await gateway.connect(), policy }))).toMatchObject({ status: 400 });
  });
});
