import { afterEach, describe, expect, it } from "vitest";
import { user } from "@/db/schema/identity";
import { auditEntry, member, workspace } from "@/db/schema/workspaces";
import { getAuth } from "@/server/identity/auth";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { authenticate } from "./authenticate";
import { bootstrapInstance } from "./bootstrap-instance";
import { completeSetup } from "./complete-setup";
import { listApiKeys } from "./list-api-keys";
import { setupLink } from "./setup-link";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

/** Each test starts on an instance that nobody has an account on. */
async function freshInstance(env: Record<string, string> = {}): Promise<Runtime> {
  const opened = await createTestRuntime({ env });
  close = opened.close;
  return opened.runtime;
}

const owner = { name: "Ada", email: "ada@example.test", password: "correct horse battery", workspaceName: "Acme" };
const bootstrapKey = "k".repeat(40);
const bootstrapEnv = {
  BOOTSTRAP_OWNER_EMAIL: "Ada@example.test",
  BOOTSTRAP_OWNER_PASSWORD: "correct horse battery",
  BOOTSTRAP_WORKSPACE: "acme-shop",
  BOOTSTRAP_API_KEY: bootstrapKey,
};

async function tokenOf(runtime: Runtime): Promise<string> {
  return new URL((await setupLink(runtime)) ?? "").searchParams.get("token") ?? "";
}

async function canSignIn(runtime: Runtime): Promise<boolean> {
  const { publicUrl } = runtime.env;
  const request = new Request(`${publicUrl}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: publicUrl },
    body: JSON.stringify({ email: owner.email, password: owner.password }),
  });
  return (await (await getAuth(runtime)).answer(request)).ok;
}

async function counts(runtime: Runtime): Promise<number[]> {
  const { db } = runtime.database;
  return Promise.all([user, workspace, member].map(async (table) => db.$count(table)));
}

describe("setup", () => {
  it("has one link, the same whenever it is asked for, until somebody has an account", async () => {
    const runtime = await freshInstance();
    const link = await setupLink(runtime);
    expect(link).toMatch(/^http:\/\/localhost:3000\/setup\?token=[\w-]{43}$/);
    expect(await setupLink(runtime)).toBe(link);
    await completeSetup(runtime, { token: await tokenOf(runtime), ...owner });
    expect(await setupLink(runtime)).toBeNull();
  });

  it("makes an owner who can sign in, and their workspace", async () => {
    const runtime = await freshInstance();
    const made = await completeSetup(runtime, { token: await tokenOf(runtime), ...owner });
    expect(made.workspace).toMatchObject({ slug: "acme", name: "Acme" });
    expect(await canSignIn(runtime)).toBe(true);
    expect(await runtime.database.db.select().from(member)).toMatchObject([{ userId: made.userId, role: "owner" }]);
    expect(await runtime.database.db.select().from(auditEntry)).toMatchObject([{ actorKind: "system", actorId: "setup", action: "workspace.create" }]);
  });

  it("refuses a wrong token and leaves nothing behind", async () => {
    const runtime = await freshInstance();
    for (const token of ["", "wrong", `${await tokenOf(runtime)}x`]) {
      await expect(completeSetup(runtime, { token, ...owner })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await counts(runtime)).toEqual([0, 0, 0]);
  });

  it("lets one of several through who open the link at the same time, and nobody later", async () => {
    const runtime = await freshInstance();
    const token = await tokenOf(runtime);
    const attempts = Array.from({ length: 8 }, (_, index) => completeSetup(runtime, { token, ...owner, email: `person-${index}@example.test`, workspaceName: `Workspace ${index}` }));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await counts(runtime)).toEqual([1, 1, 1]);
    await expect(completeSetup(runtime, { token, ...owner, email: "late@example.test" })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("bootstrap", () => {
  it("makes the owner, the workspace and the key that the environment names", async () => {
    const runtime = await freshInstance(bootstrapEnv);
    await bootstrapInstance(runtime);
    expect(await canSignIn(runtime)).toBe(true);
    const ctx = await authenticate(runtime, { headers: new Headers({ authorization: `Bearer ${bootstrapKey}` }), method: "POST", ipAddress: null });
    expect(ctx.workspace).toMatchObject({ slug: "acme-shop", name: "Acme shop" });
    for (const permission of ["connections:read", "connections:write", "calls:run", "tools:read", "tools:write", "tools:run", "admin"] as const) {
      expect(ctx.permissions.has(permission)).toBe(true);
    }
    const [key] = await listApiKeys(ctx);
    expect(key?.scopes).toHaveLength(7);
    expect(key?.prefix).toBe("kkkkkkkk");
  });

  it("is done once by processes that boot together, and not again by later ones", async () => {
    const runtime = await freshInstance(bootstrapEnv);
    await Promise.all([bootstrapInstance(runtime), bootstrapInstance(runtime), bootstrapInstance(runtime)]);
    await bootstrapInstance(runtime);
    expect(await counts(runtime)).toEqual([1, 1, 1]);
  });

  it("is ignored once somebody has an account, and makes no key then", async () => {
    const runtime = await freshInstance({ ...bootstrapEnv, BOOTSTRAP_OWNER_EMAIL: "eve@example.test" });
    await completeSetup(runtime, { token: await tokenOf(runtime), ...owner });
    await bootstrapInstance(runtime);
    expect(await counts(runtime)).toEqual([1, 1, 1]);
    await expect(authenticate(runtime, { headers: new Headers({ authorization: `Bearer ${bootstrapKey}` }), method: "GET", ipAddress: null })).rejects.toMatchObject({ code: "INVALID_API_KEY" });
  });

  it("and setup at the same time make one account", async () => {
    const runtime = await freshInstance(bootstrapEnv);
    await Promise.allSettled([bootstrapInstance(runtime), completeSetup(runtime, { token: await tokenOf(runtime), ...owner, email: "grace@example.test" })]);
    expect(await counts(runtime)).toEqual([1, 1, 1]);
  });

  it("does nothing without an owner to make", async () => {
    const runtime = await freshInstance({ BOOTSTRAP_API_KEY: bootstrapKey });
    await bootstrapInstance(runtime);
    expect(await counts(runtime)).toEqual([0, 0, 0]);
  });
});
