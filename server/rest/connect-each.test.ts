import { execFileSync } from "node:child_process";
import { createHmac, createPrivateKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { GET as callback } from "@/app/api/oauth2/callback/[provider]/route";
import type { OAuth2 } from "@/server/catalog/connector";
import { connectors } from "@/server/catalog/registry";
import { fillText } from "@/server/catalog/samples/fill-sample";
import { samples } from "@/server/catalog/samples/read-samples";
import type { SampleAccount } from "@/server/catalog/samples/sample";
import { type Play, type SampleVendor, startSampleVendor } from "@/server/connections/testing-sample-vendor";
import { enteredValues, playOf, type TestKeys, type Way } from "@/server/connections/testing-way";
import { createTestCookie } from "@/server/identity/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { rest } from "./rest";

/** Every way to connect that speaks HTTP, with its sample. */
const ways = connectors.flatMap((connector) =>
  connector.auth.flatMap((option): Way[] => {
    const sample = samples.get(connector.slug)?.[option.kind];
    return sample ? [{ slug: connector.slug, connector, option, sample }] : [];
  }),
);
const pathByKind: Record<string, string> = { api_key: "api-key", basic: "basic", bearer: "bearer", client_credentials: "client-credentials", service_account: "service-account" };
const publicUrl = "http://localhost:3000";
const clientOf = (slug: string) => ({ client_id: `app of ${slug}`, client_secret: `a secret/with+signs for ${slug}` });
const variablesOf = (slug: string) => Object.entries(clientOf(slug)).map(([name, value]) => [`${slug.toUpperCase().replaceAll("-", "_")}_${name.toUpperCase()}`, value]);

let vendor: SampleVendor;
let keys: TestKeys;
let runtime: Runtime;
let close: () => Promise<void>;
let key: string;
/** Of a browser that is signed in. */
let cookie: string;

beforeAll(async () => {
  keys = makeKeys();
  vendor = await startSampleVendor();
  ({ runtime, close } = await createTestRuntime({ env: Object.fromEntries(ways.flatMap(({ slug }) => variablesOf(slug))) }));
  runtime.egress = vendor.divert(runtime.egress);
  const ctx = await createTestContext(runtime);
  key = await createTestKey(ctx);
  cookie = await createTestCookie(runtime, ctx.actor.id);
});
afterAll(async () => {
  await close();
  await vendor.close();
});

function makeKeys(): TestKeys {
  const folder = mkdtempSync(path.join(tmpdir(), "patchbay-keys-"));
  const [keyFile, certificateFile] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  try {
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=robot", "-keyout", keyFile, "-out", certificateFile], { stdio: "ignore" });
    const pem = readFileSync(keyFile, "utf8");
    return { pem, privateKey: createPrivateKey(pem), certificate: readFileSync(certificateFile, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function call(method: string, address: string, body?: unknown, who: Record<string, string> = { authorization: `Bearer ${key}` }): Promise<{ status: number; body: unknown }> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await rest.fetch(new Request(new URL(address, publicUrl), { method, headers: { ...who, "content-type": "application/json" }, ...sent }));
  return { status: response.status, body: await response.json() };
}

const listed = z.object({ connections: z.array(z.looseObject({ id: z.string(), authKind: z.string(), scopes: z.array(z.string()), tokenExpiresAt: z.string().nullable(), inputs: z.record(z.string(), z.string()) })) });

/** Newest first. */
async function connectionsOf(slug: string) {
  return listed.parse((await call("GET", `/api/connections?mcpId=${slug}&limit=100`)).body).connections;
}

const started = z.object({ authorizationUrl: z.url(), state: z.string() });

/** Posts what the form would, or goes to the vendor's page and comes back from it. The message is the page's or the error's. */
async function connect(way: Way, play: Play): Promise<{ isConnected: boolean; answer: unknown }> {
  const { slug, option } = way;
  const entered = enteredValues(way, keys);
  if (option.kind !== "oauth2") {
    const { status, body } = await call("POST", `/api/mcps/${slug}/connect/${pathByKind[option.kind]}`, entered);
    return { isConnected: status === 200, answer: { status, body } };
  }
  const start = started.parse((await call("POST", `/api/mcps/${slug}/connect/oauth/start`, entered, { cookie, origin: publicUrl })).body);
  const page = new URL(start.authorizationUrl);
  expectAuthorization(way, option, page, start.state);
  Object.assign(play.values, { ...clientOf(slug), code: "the-code/of+the vendor", redirect_uri: page.searchParams.get("redirect_uri") });
  play.codeChallenge = page.searchParams.get("code_challenge") ?? undefined;
  const back = callbackOf(way, option, { code: "the-code/of+the vendor", state: start.state });
  const response = await callback(new Request(back, { headers: { cookie } }), { params: Promise.resolve({ provider: slug }) });
  const text = await response.text();
  return { isConnected: text.includes('<span id="heading">Connected</span>'), answer: { status: response.status, body: text.replace(/^.*<\/svg>|<script.*$|<[^>]*>/gs, " ").trim() } };
}

function expectAuthorization({ slug, sample, connector }: Way, option: OAuth2, page: URL, state: string): void {
  const { url = "", params, pkce } = sample.authorize ?? {};
  const entered = Object.fromEntries(connector.inputs.map((field) => [field.key, sample.values?.[field.key] ?? field.example]));
  expect(`${page.origin}${page.pathname}`).toBe(fillText(url, entered));
  const scope = option.scopes.filter((entry) => entry.isDefault).map((entry) => entry.value).join(option.scopeSeparator);
  expect(Object.fromEntries(page.searchParams)).toEqual({
    response_type: "code",
    client_id: clientOf(slug).client_id,
    redirect_uri: `${publicUrl}/api/oauth2/callback/${slug}`,
    state,
    ...(scope === "" ? {} : { scope }),
    ...(pkce ? { code_challenge: expect.stringMatching(/^[\w-]{43}$/) as unknown, code_challenge_method: "S256" } : {}),
    ...params,
  });
}

function callbackOf({ slug, sample }: Way, option: OAuth2, answer: { code: string; state: string }): URL {
  const url = new URL(`${publicUrl}/api/oauth2/callback/${slug}`);
  for (const [name, value] of Object.entries({ ...answer, ...sample.callback })) url.searchParams.set(name, value);
  if (option.callbackHmac === "shopify") {
    const message = [...url.searchParams].map(([name, value]) => `${name}=${value}`).sort().join("&");
    url.searchParams.set("hmac", createHmac("sha256", clientOf(slug).client_secret).update(message).digest("hex"));
  }
  return url;
}

type Ending = Parameters<typeof playOf>[3];

/** How many connections of a connector there are. */
const counts = new Map<string, number>();

/** Connects up to the given end, and shows what is stored by it. */
async function run(way: Way, ending: Ending) {
  const before = counts.get(way.slug) ?? 0;
  const play = playOf(way, keys, enteredValues(way, keys), ending);
  const { result, problems } = await vendor.play(play, () => connect(way, play));
  const after = await connectionsOf(way.slug);
  counts.set(way.slug, after.length);
  expect(problems, JSON.stringify(result.answer)).toEqual([]);
  return { ...result, stored: after.length - before, connection: after[0] };
}

async function expectConnected(way: Way, ending: Ending, account: SampleAccount): Promise<void> {
  const { answer, isConnected, stored, connection } = await run(way, ending);
  expect(isConnected, JSON.stringify(answer)).toBe(true);
  expect([stored, connection]).toMatchObject([1, { mcpId: way.slug, authKind: way.option.kind, account, status: "active", inputs: way.sample.facts ?? {} }]);
  const reads = way.sample.exchange?.reads ?? way.sample.token?.reads;
  if (reads?.scopes) expect(connection?.scopes).toEqual(reads.scopes);
  if (reads) expect(minutesLeft(connection?.tokenExpiresAt)).toBe(reads.expiresInSeconds === null ? null : Math.round(reads.expiresInSeconds / 60));
}

const minutesLeft = (at: string | null | undefined) => (typeof at === "string" ? Math.round((Date.parse(at) - Date.now()) / 60_000) : null);

async function expectRefused(way: Way, ending: Ending): Promise<void> {
  const { answer, isConnected, stored } = await run(way, ending);
  expect([isConnected, stored]).toEqual([false, 0]);
  if (way.option.kind === "oauth2") expect(answer).toMatchObject({ status: 200, body: expect.stringContaining(`${way.connector.name} was not connected`) as unknown });
  else expect(answer).toMatchObject({ status: 422, body: { success: false, error: { code: "INVALID_API_KEY" } } });
}

/** What each way to connect has to show. */
const cases = ways.flatMap((way) => {
  const name = `${way.slug} by ${way.option.kind}`;
  const { account, refused, tokenRefused, alternatives = [] } = way.sample;
  return [
    { name: `${name} connects, and knows whose account it is`, check: () => expectConnected(way, "connected", account) },
    { name: `${name} says so when the vendor refuses, and keeps nothing`, check: () => expectRefused(way, { refused }) },
    ...(tokenRefused ? [{ name: `${name} keeps nothing when it gets no token`, check: () => expectRefused(way, { tokenRefused }) }] : []),
    ...alternatives.map((alternative, index) => ({ name: `${name} also asks ${alternative.call}`, check: () => expectConnected(way, { alternative: index }, alternative.account) })),
  ];
});

it.each(cases)("$name", ({ check }) => check());
