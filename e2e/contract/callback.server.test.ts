import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoopbackVendor, startLoopbackVendor } from "../stand-ins/loopback-vendor";
import { type Answer, ask } from "./ask";
import { removeFolders, type ServerProcess, startServer } from "./server-process";
import { comeBack, newCode, startByKey, startBySession } from "./sign-in-at-vendor";
import { endpointsFile, listConnections, mutate, signIn } from "./workspace-client";

let vendor: LoopbackVendor;
let server: ServerProcess;
/** Two browsers of the same person, and what is connected before each test. */
let cookie: string;
let otherBrowser: string;

beforeAll(async () => {
  vendor = await startLoopbackVendor();
  vendor.accepted.add("token-of-the-callback");
  server = await startServer({ CONNECTOR_ENDPOINTS: await endpointsFile(vendor), GITHUB_CLIENT_ID: "app", GITHUB_CLIENT_SECRET: "secret of the app", TWILIO_CLIENT_ID: "x", TWILIO_CLIENT_SECRET: "x" });
  [cookie, otherBrowser] = [await signIn(server), await signIn(server)];
});
afterAll(async () => {
  await server.stop("SIGKILL");
  await vendor.stop();
  await removeFolders();
});

const asked = () => vendor.received.filter(({ url }) => url === "/token").length;
const grant = () => vendor.tokens.push({ access_token: "token-of-the-callback", token_type: "bearer", scope: "read:user" });

/** Nothing was connected, nobody was asked, and the page says so in words and runs nothing that came along. */
async function expectNothing(coming: () => Promise<Answer>): Promise<string> {
  const [before, tokensAsked] = [await listConnections(server), asked()];
  const page = await coming();
  expect([page.status, page.headers["content-type"], page.headers["location"]]).toEqual([200, "text/html; charset=utf-8", undefined]);
  expect(page.text).toContain("was not connected");
  expect(String(page.headers["content-security-policy"])).toMatch(/^default-src 'none'; img-src 'self'; style-src 'nonce-[^']+'; script-src 'nonce-[^']+'/);
  expect(await listConnections(server)).toBe(before);
  expect(asked()).toBe(tokensAsked);
  return page.text;
}

describe("a callback that nobody waits for", () => {
  it.each<Record<string, string>>([{}, { code: "x" }, { state: "" }, { state: "x".repeat(43), code: "x" }, { state: "\u0000" }, { state: "x".repeat(10_000), code: "x" }, { state: "<script>alert(1)</script>", error: "<script>alert(1)</script>", error_description: '"><img src=x onerror=alert(1)>' }])("stores nothing: %.60j", async (query) => {
    const text = await expectNothing(() => comeBack(server, query, cookie));
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain("<img");
  });

  it.each(["nope", "twilio", "..%2f..", "%00", "%3Cscript%3E"])("has no connector %s", async (provider) => {
    const { state } = await startBySession(server, cookie);
    await expectNothing(() => comeBack(server, { state: `${state.slice(0, -1)}_`, code: newCode() }, cookie, provider));
  });
});

describe("a sign-in that was started", () => {
  it("is finished by its own browser, once", async () => {
    const { state } = await startBySession(server, cookie);
    grant();
    const code = newCode();
    expect((await comeBack(server, { state, code }, cookie)).text).toContain("GitHub is connected as octocat");
    await expectNothing(() => comeBack(server, { state, code }, cookie)).catch(() => undefined);
    const [before, tokensAsked] = [await listConnections(server), asked()];
    const again = await comeBack(server, { state, code: newCode() }, cookie);
    expect(again.text).toContain("This sign-in is finished");
    expect([await listConnections(server), asked()]).toEqual([before, tokensAsked]);
  });

  it("is not finished by another browser of the same person, by nobody, or by a hosted page's visitor", async () => {
    const { state } = await startBySession(server, cookie);
    for (const stranger of [otherBrowser, "", "patchbay-flow=x", (await startByKey(server)).cookie]) await expectNothing(() => comeBack(server, { state, code: newCode() }, stranger));
    grant();
    expect((await comeBack(server, { state, code: newCode() }, cookie)).text).toContain("is connected");
  });

  it("by a key is finished by the browser that pressed the button alone", async () => {
    const { state, cookie: visitor } = await startByKey(server);
    const { cookie: otherVisitor } = await startByKey(server);
    for (const stranger of [otherVisitor, cookie, ""]) await expectNothing(() => comeBack(server, { state, code: newCode() }, stranger));
    grant();
    expect((await comeBack(server, { state, code: newCode() }, visitor)).text).toContain("is connected");
  });

  it("by a key starts from its own page alone", async () => {
    const { authorizationUrl } = await startByKey(server);
    for (const origin of ["https://evil.example", "null", ""]) {
      const pressed = await ask(server.port, "POST", `${new URL(authorizationUrl).pathname}/begin`, { headers: { ...(origin === "" ? {} : { origin }), "content-type": "application/x-www-form-urlencoded" }, body: "" });
      expect([pressed.status, pressed.headers["set-cookie"]]).toEqual([403, undefined]);
    }
  });

  it("does not come back at the address of another connector", async () => {
    const { state } = await startBySession(server, cookie);
    await expectNothing(() => comeBack(server, { state, code: newCode() }, cookie, "slack"));
  });

  it("ends where it was cancelled, or the vendor said no", async () => {
    const cancelled = await startBySession(server, cookie);
    await mutate(server, cookie, "oauth.cancelFlow", { flowId: cancelled.flowId });
    await expectNothing(() => comeBack(server, { state: cancelled.state, code: newCode() }, cookie));
    const declined = await startBySession(server, cookie);
    expect(await expectNothing(() => comeBack(server, { state: declined.state, error: "access_denied" }, cookie))).toContain("Access was declined at GitHub");
  });

  it("that ends in control characters has ended all the same", async () => {
    const { state, flowId } = await startBySession(server, cookie);
    await expectNothing(() => comeBack(server, { state, error: "server_error", error_description: "a\u0000b\u0007" }, cookie));
    const flow = await ask(server.port, "GET", `/api/trpc/oauth.flow?input=${encodeURIComponent(JSON.stringify({ flowId }))}`, { headers: { cookie } });
    expect(flow.text).toContain('"status":"failed"');
  });

  it("is over after eleven minutes", async () => {
    const { state } = await startBySession(server, cookie);
    const hosted = await startByKey(server);
    await server.stop();
    const later = "const Now = Date; globalThis.Date = class extends Now { constructor(...given) { if (given.length > 0) super(...given); else super(Now.now() + 660_000); } static now() { return Now.now() + 660_000; } };";
    server = await startServer({ ...server.env, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(later)}` });
    expect(await expectNothing(() => comeBack(server, { state, code: newCode() }, cookie))).toContain("took longer than ten minutes");
    await expectNothing(() => comeBack(server, { state: hosted.state, code: newCode() }, hosted.cookie));
    expect((await ask(server.port, "GET", new URL(hosted.authorizationUrl).pathname)).text).toContain("older than ten minutes");
  });
});
