import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { session } from "@/db/schema/identity";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { getAuth } from "./auth";
import { clientAddressHeader } from "./client-address-header";
import { createUser } from "./create-user";
import { hashPassword } from "./hash-password";
import { createTestCookie } from "./testing";

const password = "correct horse battery";

async function addPerson(runtime: Runtime, email: string): Promise<string> {
  const passwordHash = await hashPassword(new Secret(password));
  const id = await runtime.database.db.transaction((tx) => createUser(tx, { name: "Ada", email, passwordHash }));
  if (id === null) throw new Error("the e-mail is taken");
  return id;
}

let lastAddress = 0;

/** Every call comes from an address of its own unless the test says otherwise, because attempts are counted by it. */
async function post(runtime: Runtime, path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const auth = await getAuth(runtime);
  const address = `192.0.2.${(lastAddress += 1)}`;
  const all = { "content-type": "application/json", origin: runtime.env.publicUrl, [clientAddressHeader]: address, ...headers };
  return auth.answer(new Request(`${runtime.env.publicUrl}/api/auth${path}`, { method: "POST", headers: all, body: JSON.stringify(body) }));
}

const pair = (response: Response) => (response.headers.getSetCookie()[0] ?? "").split(";", 1)[0] ?? "";

describe("sign-in over http", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ runtime, close } = await createTestRuntime());
    await addPerson(runtime, "ada@example.test");
  });
  afterAll(() => close());

  it("sets a session cookie that scripts cannot read", async () => {
    const response = await post(runtime, "/sign-in/email", { email: "ADA@example.test", password });
    expect(response.status).toBe(200);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^patchbay\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/; Secure/);
    const signedIn = await (await getAuth(runtime)).readSession(new Headers({ cookie: pair(response) }));
    expect(signedIn?.user).toMatchObject({ name: "Ada", email: "ada@example.test" });
  });

  it("records the address that the server worked out, not one that the client claims", async () => {
    const response = await post(runtime, "/sign-in/email", { email: "ada@example.test", password }, { [clientAddressHeader]: "198.51.100.7", "x-forwarded-for": "203.0.113.99" });
    const signedIn = await (await getAuth(runtime)).readSession(new Headers({ cookie: pair(response) }));
    const [row] = await runtime.database.db.select().from(session).where(eq(session.id, signedIn?.sessionId ?? ""));
    expect(row?.ipAddress).toBe("198.51.100.7");
  });

  it("answers a wrong password and an unknown person alike", async () => {
    const wrong = await post(runtime, "/sign-in/email", { email: "ada@example.test", password: "not the password" });
    const unknown = await post(runtime, "/sign-in/email", { email: "nobody@example.test", password: "not the password" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual({ code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" });
    expect(await unknown.json()).toEqual({ code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" });
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it("refuses to make accounts", async () => {
    const response = await post(runtime, "/sign-up/email", { name: "Eve", email: "eve@example.test", password });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "EMAIL_PASSWORD_SIGN_UP_DISABLED" });
  });

  it("has no door to what is not used, nor to a session without a password", async () => {
    const userId = await addPerson(runtime, "grace@example.test");
    for (const path of ["/sign-in/social", "/request-password-reset", "/update-user", "/delete-user", "/error", "/start-session", "/startSession", "/session-starter/start-session"]) {
      const response = await post(runtime, path, { userId });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });

  it("refuses a sign-in that another site sends", async () => {
    const response = await post(runtime, "/sign-in/email", { email: "ada@example.test", password }, { origin: "https://evil.example" });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("ends a session at once when its row is gone", async () => {
    const userId = await addPerson(runtime, "lin@example.test");
    const headers = new Headers({ cookie: await createTestCookie(runtime, userId) });
    const auth = await getAuth(runtime);
    expect(await auth.readSession(headers)).not.toBeNull();
    await runtime.database.db.delete(session).where(eq(session.userId, userId));
    expect(await auth.readSession(headers)).toBeNull();
  });

  it("refuses a cookie whose signature was changed", async () => {
    const userId = await addPerson(runtime, "joan@example.test");
    const cookie = await createTestCookie(runtime, userId);
    const [, token = ""] = /=([^.]+)\./.exec(cookie) ?? [];
    const auth = await getAuth(runtime);
    expect(await auth.readSession(new Headers({ cookie }))).not.toBeNull();
    expect(await auth.readSession(new Headers({ cookie: `patchbay.session_token=${token}.${"A".repeat(43)}%3D` }))).toBeNull();
    expect(await auth.readSession(new Headers({ cookie: `patchbay.session_token=${token}` }))).toBeNull();
  });

  it("stops guessing after ten attempts from one address, whatever X-Forwarded-For says, and lets others in", async () => {
    const attempt = (address: string, claimed: number) =>
      post(runtime, "/sign-in/email", { email: "ada@example.test", password: "not the password" }, { [clientAddressHeader]: address, "x-forwarded-for": `203.0.113.${claimed}` });
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await attempt("198.51.100.20", count)).status);
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses[10]).toBe(429);
    const stopped = await attempt("198.51.100.20", 50);
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await attempt("198.51.100.21", 51)).status).toBe(401);
  });
});

describe("sign-in over https", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ runtime, close } = await createTestRuntime({ env: { PUBLIC_URL: "https://patchbay.example.test" } }));
    await addPerson(runtime, "ada@example.test");
  });
  afterAll(() => close());

  it("sends the cookie over https only", async () => {
    const response = await post(runtime, "/sign-in/email", { email: "ada@example.test", password });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-patchbay\.session_token=/);
    expect(cookie).toMatch(/; Secure/);
  });

  it("builds on PUBLIC_URL when the request names another host", async () => {
    const auth = await getAuth(runtime);
    const request = new Request("http://evil.example/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://evil.example", host: "evil.example", "x-forwarded-host": "evil.example", [clientAddressHeader]: "192.0.2.250" },
      body: JSON.stringify({ email: "ada@example.test", password }),
    });
    expect((await auth.answer(request)).status).toBe(403);
  });
});
