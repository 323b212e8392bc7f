import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { connectWithCredential } from "./connect-with-credential";
import { connectorStates } from "./connector-states";
import { countAttention } from "./count-attention";
import { deleteConnection } from "./delete-connection";
import { getConnection } from "./get-connection";
import { getKnownValues } from "./get-known-values";
import { getConnectorView } from "./get-connector-view";
import { listConnectionEvents } from "./list-connection-events";
import { listConnections } from "./list-connections";
import { listConnectors } from "./list-connectors";
import { listConnectorViews } from "./list-connector-views";
import { listDependents } from "./list-dependents";
import { pauseConnection } from "./pause-connection";
import { refreshConnection } from "@/server/health/refresh-connection";
import { resumeConnection } from "./resume-connection";
import { rotateConnection } from "./rotate-connection";
import { testConnection } from "@/server/health/test-connection";
import { testCredential } from "./test-credential";
import { answerAsStripe, startTestVendor, storeTestConnection, type TestVendor } from "./testing";
import { updateConnection } from "./update-connection";

/** Every verb of this area that takes a connection's id, and whether it changes something. */
type Verb = { name: string; isWrite: boolean; run: (ctx: WorkspaceContext, connectionId: string) => Promise<unknown> };
const verbs: Verb[] = [
  { name: "getConnection", isWrite: false, run: (ctx, connectionId) => getConnection(ctx, { connectionId }) },
  { name: "listConnectionEvents", isWrite: false, run: (ctx, connectionId) => listConnectionEvents(ctx, { connectionId, limit: 10 }) },
  { name: "listDependents", isWrite: false, run: (ctx, connectionId) => listDependents(ctx, { connectionId }) },
  { name: "getKnownValues", isWrite: true, run: (ctx, connectionId) => getKnownValues(ctx, { connectionId }) },
  { name: "updateConnection", isWrite: true, run: (ctx, connectionId) => updateConnection(ctx, { connectionId, name: "Taken over" }) },
  { name: "pauseConnection", isWrite: true, run: (ctx, connectionId) => pauseConnection(ctx, { connectionId }) },
  { name: "resumeConnection", isWrite: true, run: (ctx, connectionId) => resumeConnection(ctx, { connectionId }) },
  { name: "testConnection", isWrite: true, run: (ctx, connectionId) => testConnection(ctx, { connectionId }) },
  { name: "refreshConnection", isWrite: true, run: (ctx, connectionId) => refreshConnection(ctx, { connectionId }) },
  { name: "rotateConnection", isWrite: true, run: (ctx, connectionId) => rotateConnection(ctx, { connectionId, values: { api_key: "sk_test_new" } }) },
  { name: "connectWithCredential", isWrite: true, run: (ctx, connectionId) => connectWithCredential(ctx, { mcpId: "stripe", authKind: "api_key", values: { api_key: "sk_test_new" }, connectionId }) },
  { name: "deleteConnection", isWrite: true, run: (ctx, connectionId) => deleteConnection(ctx, { connectionId }) },
];

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let owner: WorkspaceContext;
let stranger: WorkspaceContext;
let admin: WorkspaceContext;
let viewer: WorkspaceContext;
let shared: string;
let mine: string;

beforeAll(async () => {
  vendor = await startTestVendor();
  answerAsStripe(vendor, { sk_test_stored_key: "Acme", sk_test_new: "Acme" });
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin } } } }));
  owner = await createTestContext(runtime);
  stranger = await createTestContext(runtime);
  admin = await createTestContext(runtime, { role: "admin", joining: owner });
  viewer = await createTestContext(runtime, { role: "viewer", joining: owner });
  shared = (await storeTestConnection(owner)).id;
  mine = (await storeTestConnection(owner, { visibility: "private", name: "Personal" })).id;
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const outcome = (attempt: Promise<unknown>) => attempt.then(() => "ok", (error: unknown) => ({ code: Object(error).code, message: Object(error).message }));
const unknownId = newId("connection");
const state = async () => JSON.stringify([await owner.db.select().from(connection).where(eq(connection.workspaceId, owner.workspace.id)).orderBy(connection.id), (await owner.db.select().from(auditEntry).where(eq(auditEntry.workspaceId, owner.workspace.id))).length]);

describe.each(verbs)("$name", ({ run, isWrite }) => {
  it("answers a stranger as it answers for an id that there is not, and asks no vendor", async () => {
    const before = await state();
    vendor.requests.splice(0);
    const unknown = await outcome(run(stranger, unknownId));
    expect(unknown).toMatchObject({ code: "NOT_FOUND" });
    expect(await outcome(run(stranger, shared))).toEqual(unknown);
    for (const malformed of ["", "con_", "../etc", "key_01jd", `${shared}x`, `${shared}' or 1=1`, "c".repeat(5_000)]) expect(await outcome(run(owner, malformed))).toEqual(unknown);
    expect(vendor.requests).toEqual([]);
    expect(await state()).toBe(before);
  });

  it("answers an admin for somebody's private connection in the same way", async () => {
    const before = await state();
    expect(await outcome(run(admin, mine))).toEqual(await outcome(run(admin, unknownId)));
    expect(await state()).toBe(before);
  });

  it("refuses a viewer who would change something, and answers one who looks", async () => {
    const before = await state();
    const answered = await outcome(run(viewer, shared));
    if (isWrite) expect(answered).toMatchObject({ code: "FORBIDDEN" });
    else expect(answered).toBe("ok");
    expect(await state()).toBe(before);
  });

  it("refuses an API key without the scope", async () => {
    const key: WorkspaceContext = { ...owner, actor: { kind: "api_key", id: newId("apiKey") }, permissions: new Set([isWrite ? "connections:read" : "calls:run"]) };
    expect(await outcome(run(key, shared))).toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining(isWrite ? "connections:write" : "connections:read") });
  });
});

describe("what is not about one connection", () => {
  it("shows each their own", async () => {
    const ids = async (ctx: WorkspaceContext) => (await listConnections(ctx, { limit: 100 })).connections.map(({ id }) => id).toSorted();
    expect(await ids(owner)).toEqual([shared, mine].toSorted());
    expect(await ids(admin)).toEqual([shared]);
    expect(await ids(viewer)).toEqual([shared]);
    expect(await ids(stranger)).toEqual([]);
  });

  it("counts nothing of others in the catalog, the badge and the states", async () => {
    await owner.db.update(connection).set({ status: "invalid" }).where(eq(connection.id, mine));
    const seen = async (ctx: WorkspaceContext) => ({
      count: (await listConnectors(ctx)).find(({ id }) => id === "stripe")?.connectionCount,
      badge: await countAttention(ctx),
      state: (await connectorStates(ctx))["stripe"],
    });
    expect(await seen(owner)).toEqual({ count: 2, badge: 1, state: "error" });
    expect(await seen(admin)).toEqual({ count: 1, badge: 0, state: "connected" });
    expect(await seen(stranger)).toEqual({ count: 0, badge: 0, state: "not_configured" });
  });

  it("refuses a viewer who would have a credential tried or a new connection made", async () => {
    const values = { api_key: "sk_test_new" };
    vendor.requests.splice(0);
    await expect(testCredential(viewer, { mcpId: "stripe", authKind: "api_key", values })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(connectWithCredential(viewer, { mcpId: "stripe", authKind: "api_key", values })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(vendor.requests).toEqual([]);
  });

  it.each<[string, (ctx: WorkspaceContext) => Promise<unknown>]>([
    ["listConnections", (ctx) => listConnections(ctx, { limit: 1 })],
    ["countAttention", countAttention],
    ["listConnectors", listConnectors],
    ["listConnectorViews", listConnectorViews],
    ["getConnectorView", (ctx) => getConnectorView(ctx, { connector: "stripe" })],
    ["connectorStates", connectorStates],
  ])("%s refuses an actor without connections:read", async (_name, run) => {
    await expect(run({ ...owner, permissions: new Set(["calls:run"]) })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("shows what the vendor really said to admins only", async () => {
  await owner.db.update(connection).set({ lastError: "It was refused.", lastErrorDetail: "HTTP 401, in the vendor's words" }).where(eq(connection.id, shared));
  expect((await getConnection(admin, { connectionId: shared })).lastErrorDetail).toBe("HTTP 401, in the vendor's words");
  expect(await getConnection(viewer, { connectionId: shared })).toMatchObject({ lastError: "It was refused.", lastErrorDetail: null });
});
