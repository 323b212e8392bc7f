import { eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { user, verification } from "@/db/schema/identity";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { getAuth } from "./auth";
import { createSignInLink, openSignInLink } from "./demo-sign-in";

async function open(runtime: Runtime, link: string): Promise<Response> {
  return openSignInLink(runtime, new Request(link));
}

async function addPerson(runtime: Runtime): Promise<void> {
  await runtime.database.db.insert(user).values({ id: "user_demo", name: "Ada", email: "ada@example.test" });
}

describe("in the sandbox", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ runtime, close } = await createTestRuntime({ env: { PATCHBAY_SANDBOX: "1" } }));
    await addPerson(runtime);
  });
  afterAll(() => close());

  it("signs its opener in and goes to the marketplace, more than once", async () => {
    const link = await createSignInLink(runtime, "user_demo");
    expect(link).toMatch(/^http:\/\/localhost:3000\/api\/sign-in-link\?token=[\w-]{43}$/);
    for (const response of [await open(runtime, link), await open(runtime, link)]) {
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe("http://localhost:3000/");
      const [cookie = ""] = response.headers.getSetCookie();
      expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/);
      const signedIn = await (await getAuth(runtime)).readSession(new Headers({ cookie: cookie.split(";", 1)[0] ?? "" }));
      expect(signedIn?.user.id).toBe("user_demo");
    }
  });

  it("keeps only the hash of the token", async () => {
    const token = new URL(await createSignInLink(runtime, "user_demo")).searchParams.get("token") ?? "";
    const rows = await runtime.database.db.select().from(verification);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("refuses an unknown link and one that is a day old, and forgets old ones", async () => {
    const unknown = await open(runtime, `http://localhost:3000/api/sign-in-link?token=${"A".repeat(43)}`);
    expect([unknown.status, unknown.headers.getSetCookie()]).toEqual([404, []]);
    const link = await createSignInLink(runtime, "user_demo");
    const { db } = runtime.database;
    await db.update(verification).set({ expiresAt: new Date(Date.now() - 1) }).where(like(verification.identifier, "sign-in-link:%"));
    expect((await open(runtime, link)).status).toBe(404);
    await createSignInLink(runtime, "user_demo");
    expect(await db.select().from(verification).where(eq(verification.value, "user_demo"))).toHaveLength(1);
  });
});

describe("outside the sandbox", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ runtime, close } = await createTestRuntime());
    await addPerson(runtime);
  });
  afterAll(() => close());

  it("makes no link", async () => {
    await expect(createSignInLink(runtime, "user_demo")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("opens none, not even one whose row is there", async () => {
    const sandbox = { ...runtime, env: { ...runtime.env, isSandbox: true } };
    const link = await createSignInLink(sandbox, "user_demo");
    expect((await open(sandbox, link)).status).toBe(303);
    const response = await open(runtime, link);
    expect([response.status, response.headers.getSetCookie()]).toEqual([404, []]);
  });
});
