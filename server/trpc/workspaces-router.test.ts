import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestCookie } from "@/server/identity/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { setupLink } from "@/server/workspaces/setup-link";
import { createTestContext } from "@/server/workspaces/testing";
import { answerTrpc } from "./answer-trpc";
import { openTestBrowser } from "./testing";

const password = "correct horse battery";

/** What the browser sees of a failure. */
async function failureOf(work: Promise<unknown>) {
  const error = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof TRPCClientError)) throw new Error("the call was expected to fail");
  return { status: error.data.httpStatus, message: error.message, ...error.data.app };
}

describe("from setup to a team", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
  afterAll(() => close());

  it("goes through setup, invitation, keys, sign-out and sign-in", async () => {
    const ada = openTestBrowser(runtime, { address: "192.0.2.10" });
    expect(await ada.trpc.workspaces.instance.query()).toEqual({ needsSetup: true, isSandbox: false });
    expect(await failureOf(ada.trpc.workspaces.me.query())).toMatchObject({ status: 401, code: "INVALID_API_KEY" });

    const token = new URL((await setupLink(runtime)) ?? "").searchParams.get("token") ?? "";
    expect(await ada.trpc.workspaces.setupLink.query({ token })).toEqual({ isValid: true });
    expect(await ada.trpc.workspaces.setupLink.query({ token: `${token}x` })).toEqual({ isValid: false });
    const made = await ada.trpc.workspaces.completeSetup.mutate({ token, name: "Ada", email: "ada@example.test", password, workspaceName: "Acme" });
    expect(made).toMatchObject({ slug: "acme", name: "Acme" });
    expect(ada.cookie()).toMatch(/^patchbay\.session_token=/);
    expect(await ada.trpc.workspaces.me.query()).toMatchObject({ user: { name: "Ada", email: "ada@example.test" }, current: { slug: "acme", role: "owner" } });
    expect(await ada.trpc.workspaces.instance.query()).toEqual({ needsSetup: false, isSandbox: false });

    const forged = openTestBrowser(runtime, { origin: "https://evil.example" });
    const { link } = await ada.trpc.workspaces.createInvitation.mutate({ role: "viewer" });
    const invitation = link.slice(link.lastIndexOf("/") + 1);
    const grace = openTestBrowser(runtime, { address: "192.0.2.11" });
    expect(await grace.trpc.workspaces.invitation.query({ token: invitation })).toMatchObject({ workspaceName: "Acme", inviterName: "Ada", role: "viewer" });
    const registration = { token: invitation, name: "Grace", email: "grace@example.test", password };
    expect(await failureOf(forged.trpc.workspaces.registerByInvitation.mutate(registration))).toMatchObject({ status: 403 });
    await grace.trpc.workspaces.registerByInvitation.mutate(registration);
    expect(await grace.trpc.workspaces.me.query()).toMatchObject({ user: { name: "Grace" }, current: { slug: "acme", role: "viewer" } });
    expect(await failureOf(grace.trpc.workspaces.apiKeys.query())).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await failureOf(grace.trpc.workspaces.createApiKey.mutate({ name: "CI", scopes: ["calls:run"], expiresAt: null }))).toMatchObject({ status: 403 });

    const { key } = await ada.trpc.workspaces.createApiKey.mutate({ name: "CI", scopes: ["calls:run"], expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect(key).toMatch(/^pb_/);
    const [summary] = await ada.trpc.workspaces.apiKeys.query();
    expect(summary?.expiresAt).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);

    const left = grace.cookie();
    await grace.trpc.account.signOut.mutate();
    expect(grace.cookie()).toBe("");
    expect(await failureOf(openTestBrowser(runtime, { cookie: left }).trpc.workspaces.me.query())).toMatchObject({ status: 401 });
    await grace.trpc.account.signIn.mutate({ email: "GRACE@example.test", password });
    expect((await grace.trpc.workspaces.me.query()).user.name).toBe("Grace");
  });
});

describe("the account", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ runtime, close } = await createTestRuntime());
    const token = new URL((await setupLink(runtime)) ?? "").searchParams.get("token") ?? "";
    await openTestBrowser(runtime).trpc.workspaces.completeSetup.mutate({ token, name: "Ada", email: "ada@example.test", password, workspaceName: "Acme" });
  });
  afterAll(() => close());

  const signIn = (address: string, options: { password?: string; origin?: string } = {}) => {
    const browser = openTestBrowser(runtime, { address, ...options });
    return { browser, done: browser.trpc.account.signIn.mutate({ email: "ada@example.test", password: options.password ?? password }) };
  };

  it("answers a wrong password in words, and asks to wait after too many", async () => {
    for (let count = 0; count < 10; count += 1) {
      expect(await failureOf(signIn("192.0.2.20", { password: "not the password" }).done)).toMatchObject({ status: 401, message: expect.stringMatching(/wrong/) });
    }
    expect(await failureOf(signIn("192.0.2.20").done)).toMatchObject({ status: 429, code: "RATE_LIMIT_EXCEEDED", details: { retryAfterSeconds: expect.any(Number) } });
  });

  it("refuses writes that another site sends, signed in or not", async () => {
    const foreign = signIn("192.0.2.21", { origin: "https://evil.example" });
    expect(await failureOf(foreign.done)).toMatchObject({ status: 403 });
    expect(foreign.browser.cookie()).toBe("");
    const { browser, done } = signIn("192.0.2.22");
    await done;
    const forged = openTestBrowser(runtime, { cookie: browser.cookie(), origin: "https://evil.example" });
    expect(await failureOf(forged.trpc.workspaces.create.mutate({ name: "Forged" }))).toMatchObject({ status: 403 });
    expect((await browser.trpc.workspaces.list.query()).map(({ name }) => name)).toEqual(["Acme"]);
  });

  it("refuses a write by cookie that names no origin", async () => {
    const { browser, done } = signIn("192.0.2.25");
    await done;
    const headers = { "content-type": "application/json", cookie: browser.cookie() };
    const request = new Request("http://localhost:3000/api/trpc/workspaces.create", { method: "POST", headers, body: JSON.stringify({ name: "Forged" }) });
    expect((await answerTrpc(runtime, request)).status).toBe(403);
  });

  it("changes the password and signs out everywhere else", async () => {
    const here = signIn("192.0.2.23");
    const there = signIn("192.0.2.24");
    await Promise.all([here.done, there.done]);
    const { trpc } = here.browser;
    expect((await trpc.account.sessions.query()).filter(({ isCurrent }) => isCurrent)).toMatchObject([{ ipAddress: "192.0.2.23" }]);

    const wrong = await failureOf(trpc.account.changePassword.mutate({ currentPassword: "not the password", newPassword: "another horse battery" }));
    expect(wrong).toMatchObject({ status: 400, details: { fields: { currentPassword: expect.any(String) } } });
    const short = await failureOf(trpc.account.changePassword.mutate({ currentPassword: password, newPassword: "short" }));
    expect(short).toMatchObject({ status: 400, details: { fields: { newPassword: "Use at least 12 characters." } } });

    await trpc.account.changePassword.mutate({ currentPassword: password, newPassword: "another horse battery" });
    expect((await trpc.workspaces.me.query()).user.name).toBe("Ada");
    expect(await failureOf(there.browser.trpc.workspaces.me.query())).toMatchObject({ status: 401 });
    await trpc.account.changePassword.mutate({ currentPassword: "another horse battery", newPassword: password });
  });

  it("lists and ends sessions of its own, and answers others' like unknown ones", async () => {
    const { browser, done } = signIn("192.0.2.26");
    await done;
    const stranger = await createTestContext(runtime);
    const theirs = openTestBrowser(runtime, { cookie: await createTestCookie(runtime, stranger.actor.id) });
    const [foreign] = await theirs.trpc.account.sessions.query();
    const strange = await failureOf(browser.trpc.account.revokeSession.mutate({ sessionId: foreign?.id ?? "" }));
    const unknown = await failureOf(browser.trpc.account.revokeSession.mutate({ sessionId: "unknown" }));
    expect({ ...strange, requestId: "" }).toEqual({ ...unknown, requestId: "" });
    expect(strange.status).toBe(404);
    expect((await theirs.trpc.workspaces.me.query()).user.id).toBe(stranger.actor.id);
    const current = (await browser.trpc.account.sessions.query()).find(({ isCurrent }) => isCurrent);
    await browser.trpc.account.revokeSession.mutate({ sessionId: current?.id ?? "" });
    expect(await failureOf(browser.trpc.workspaces.me.query())).toMatchObject({ status: 401 });
  });

  it("changes the name under which others see one", async () => {
    const { browser, done } = signIn("192.0.2.27");
    await done;
    await browser.trpc.account.updateProfile.mutate({ name: "  Ada L.  " });
    expect((await browser.trpc.workspaces.members.query())[0]).toMatchObject({ name: "Ada L.", isYou: true });
  });
});

describe("the workspace of a call", () => {
  let runtime: Runtime;
  let close: () => Promise<void>;
  beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
  afterAll(() => close());

  it("is the one of X-Workspace, and one of others is unknown", async () => {
    const owner = await createTestContext(runtime);
    const foreign = await createTestContext(runtime);
    const cookie = await createTestCookie(runtime, owner.actor.id);
    const inside = openTestBrowser(runtime, { cookie, workspace: owner.workspace.slug });
    expect(await inside.trpc.workspaces.members.query()).toHaveLength(1);
    const outside = openTestBrowser(runtime, { cookie, workspace: foreign.workspace.slug });
    const nowhere = openTestBrowser(runtime, { cookie, workspace: "no-such-workspace" });
    const strange = await failureOf(outside.trpc.workspaces.members.query());
    expect(strange).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect({ ...strange, requestId: "" }).toEqual({ ...(await failureOf(nowhere.trpc.workspaces.members.query())), requestId: "" });
    expect(await failureOf(outside.trpc.workspaces.update.mutate({ name: "Taken over" }))).toMatchObject({ status: 404 });
  });

  it("is asked once for a whole batch, and one failure spoils nothing else in it", async () => {
    const viewer = await createTestContext(runtime, { role: "viewer" });
    const { trpc } = openTestBrowser(runtime, { cookie: await createTestCookie(runtime, viewer.actor.id) });
    const [me, members, keys] = await Promise.allSettled([trpc.workspaces.me.query(), trpc.workspaces.members.query(), trpc.workspaces.apiKeys.query()]);
    expect([me.status, members.status, keys.status]).toEqual(["fulfilled", "fulfilled", "rejected"]);
  });

  it("gets answers that no cache keeps", async () => {
    const response = await answerTrpc(runtime, new Request("http://localhost:3000/api/trpc/workspaces.instance"));
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ result: { data: { needsSetup: false, isSandbox: false } } });
  });
});
