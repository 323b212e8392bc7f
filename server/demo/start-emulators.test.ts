import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { findConnector } from "@/server/catalog/registry";
import { twilioAccount } from "./providers/twilio";
import { type Emulators, startEmulators } from "./start-emulators";

const publicUrl = "http://localhost:3999";
let emulators: Emulators;

beforeAll(async () => {
  emulators = await startEmulators({ publicUrl });
});
afterAll(() => emulators.stop());

function connector(slug: string): Connector {
  const found = findConnector(slug);
  if (!found) throw new Error(`There is no connector ${slug}.`);
  return found;
}

/** What the wizard and the callback do, with the connector's own definition: the first account is picked. */
async function authorize(slug: string): Promise<{ accessToken: string; accounts: number; sentTo: URL }> {
  const option = connector(slug).auth.find((each): each is OAuth2 => each.kind === "oauth2");
  const endpoints = emulators.endpoints[slug];
  if (!option || !endpoints?.authorizeUrl || !endpoints.tokenUrl) throw new Error(`${slug} has no OAuth here.`);
  const prefix = slug.toUpperCase().replaceAll("-", "_");
  const clientId = emulators.env[`${prefix}_CLIENT_ID`] ?? "";
  const clientSecret = emulators.env[`${prefix}_CLIENT_SECRET`] ?? "";
  const redirectUri = `${publicUrl}/api/oauth2/callback/${slug}`;
  const verifier = randomBytes(32).toString("base64url");
  const pkce: Record<string, string> = option.pkce === "S256" ? { code_challenge: createHash("sha256").update(verifier).digest("base64url"), code_challenge_method: "S256" } : {};
  const scope = option.scopes.filter((each) => each.isDefault).map((each) => each.value).join(option.scopeSeparator);
  const query = new URLSearchParams({ response_type: "code", client_id: clientId, redirect_uri: redirectUri, state: "st4te", scope, ...option.authorizeParams, ...pkce });

  const page = await (await fetch(`${endpoints.authorizeUrl}?${query}`)).text();
  const forms = [...page.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form);
  const fields = [...(forms[0] ?? "").matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]): [string, string] => [name ?? "", (value ?? "").replaceAll("&amp;", "&")]);
  const action = /action="([^"]+)"/.exec(forms[0] ?? "")?.[1] ?? "";
  const picked = await fetch(new URL(action, endpoints.apiBaseUrl), { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const sentTo = new URL(picked.headers.get("location") ?? "about:blank");

  const isBasic = option.clientAuthentication === "basic";
  const answered = await fetch(endpoints.tokenUrl, {
    method: "POST",
    headers: { accept: "application/json", ...(isBasic ? { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` } : {}) },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: sentTo.searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      ...(isBasic ? {} : { client_id: clientId, client_secret: clientSecret }),
      ...(option.pkce === "S256" ? { code_verifier: verifier } : {}),
    }),
  });
  const answer = await answered.json();
  return { accessToken: (option.readToken?.(answer) ?? answer).access_token ?? "", accounts: forms.length, sentTo };
}

async function verify(slug: string, authorization: string) {
  const call = connector(slug).verify;
  if (!call) throw new Error(`${slug} has no verification call.`);
  const path = call.path.replaceAll("{account_sid}", twilioAccount.sid);
  const answered = await fetch(`${emulators.endpoints[slug]?.apiBaseUrl}${path}`, {
    method: call.method,
    headers: { authorization, ...(call.body ? { "content-type": "application/json" } : {}) },
    ...(call.body ? { body: JSON.stringify(call.body) } : {}),
  });
  return { status: answered.status, text: await answered.text() };
}

describe.each(["github", "google-workspace", "slack", "microsoft-365", "linear"])("emulated %s", (slug) => {
  it("shows the sandbox company's accounts, sends the code back, and its token passes the connector's verification", async () => {
    const { accessToken, accounts, sentTo } = await authorize(slug);
    expect(accounts).toBe(2);
    expect(sentTo.href.startsWith(`${publicUrl}/api/oauth2/callback/${slug}?`)).toBe(true);
    expect(sentTo.searchParams.get("state")).toBe("st4te");
    const { status, text } = await verify(slug, `Bearer ${accessToken}`);
    expect(status).toBe(200);
    expect(text).toMatch(/Harbor & Pine|harborpine\.example|demo-owner/);
    expect(text).not.toContain('"ok":false');
  });
});

describe("pasted keys", () => {
  it("take a Stripe key of the right shape and refuse other text, as the vendor does", async () => {
    expect(await verify("stripe", "Bearer sk_test_demo_123456")).toMatchObject({ status: 200 });
    expect(await verify("stripe", "Bearer hello")).toMatchObject({ status: 401 });
  });

  it("take the Twilio account's own pair only", async () => {
    expect(await verify("twilio", `Basic ${btoa(`${twilioAccount.sid}:${twilioAccount.authToken}`)}`)).toMatchObject({ status: 200 });
    expect(await verify("twilio", `Basic ${btoa(`${twilioAccount.sid}:wrong`)}`)).toMatchObject({ status: 401 });
  });

  it("take a GitHub token of the right shape and refuse other text", async () => {
    expect(await verify("github", "Bearer ghp_000000000000000000000000")).toMatchObject({ status: 200 });
    expect(await verify("github", "Bearer hello")).toMatchObject({ status: 401 });
  });
});

it("keeps an account's id over a restart, so that it can be reconnected", async () => {
  const again = await startEmulators({ publicUrl, services: ["google", "microsoft"] });
  try {
    for (const [slug, path, field] of [["google-workspace", "/oauth2/v2/userinfo", "sub"], ["microsoft-365", "/v1.0/me", "id"]] as const) {
      const ids = [emulators, again].map(async ({ endpoints }) => (await (await fetch(`${endpoints[slug]?.apiBaseUrl}${path}`, { headers: { authorization: "Bearer any" } })).json())[field]);
      const [before, after] = await Promise.all(ids);
      expect(before).toMatch(/^[0-9a-f]{24}$/);
      expect(after).toBe(before);
    }
  } finally {
    await again.stop();
  }
});

it("says which route it does not emulate", async () => {
  const answered = await fetch(`${emulators.endpoints["stripe"]?.apiBaseUrl}/v1/refunds`, { headers: { authorization: "Bearer sk_test_demo_123456" } });
  expect(answered.status).toBe(404);
  expect(await answered.json()).toEqual({ message: "The sandbox does not emulate GET /v1/refunds of stripe." });
});

it("listens on loopback only", async () => {
  const outside = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).filter(({ family, internal }) => family === "IPv4" && !internal);
  const ports = Object.values(emulators.endpoints).map(({ apiBaseUrl }) => Number(new URL(apiBaseUrl).port));
  expect(new Set(ports).size).toBe(7);
  for (const port of ports) expect(await canConnect("127.0.0.1", port)).toBe(true);
  // A second loopback address is as good as another interface: a server on 0.0.0.0 would answer there.
  for (const address of ["127.0.0.2", ...outside.map((each) => each.address)]) {
    for (const port of ports) expect(await canConnect(address, port)).toBe(false);
  }
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const settle = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once("connect", () => settle(true)).once("error", () => settle(false)).once("timeout", () => settle(false));
  });
}
