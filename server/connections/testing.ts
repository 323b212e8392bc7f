import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import type { call } from "@/db/schema/connections";
import { getConnector } from "@/server/catalog/registry";
import { startTestServer } from "@/server/lib/http/start-test-server";
import { newId } from "@/server/lib/ids";
import { Secret } from "@/server/lib/secret";
import type { WorkspaceContext } from "@/server/workspaces/context";
import type { ConnectionRow } from "./connection-cache";
import { findAuthOption } from "./present-credential";
import { saveConnection, type SavedConnection } from "./save-connection";

export type VendorRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: string };
export type VendorAnswer = { status?: number; headers?: Record<string, string>; body?: unknown };

export type TestVendor = {
  origin: string;
  /** What was asked of it, oldest first. */
  requests: VendorRequest[];
  /** Decides every answer from here on. */
  answer(decide: (request: VendorRequest) => VendorAnswer | Promise<VendorAnswer>): void;
  close(): Promise<void>;
};

/** A vendor's HTTP edge on loopback. A body that is a string is sent as it is, with the content type that `headers` say. */
export async function startTestVendor(): Promise<TestVendor> {
  const requests: VendorRequest[] = [];
  let decide: (request: VendorRequest) => VendorAnswer | Promise<VendorAnswer> = () => ({ status: 404 });
  const server = await startTestServer(async (incoming, response) => {
    const request = { method: incoming.method ?? "", path: incoming.url ?? "", headers: incoming.headers, body: await text(incoming) };
    requests.push(request);
    const { status = 200, headers, body = {} } = await decide(request);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  return { origin: server.origin, requests, answer: (next) => void (decide = next), close: () => server.close() };
}

/** Stripe as it answers `/v1/account` for the keys in `accounts`, and refuses every other. */
export function answerAsStripe(vendor: TestVendor, accounts: Record<string, string>): void {
  vendor.answer(({ headers }) => {
    const key = (headers.authorization ?? "").replace("Bearer ", "");
    const account = accounts[key];
    if (account === undefined) return { status: 401, body: { error: { code: "api_key_invalid", message: `Invalid API Key provided: ${key}` } } };
    return { body: { id: `acct_${account}`, business_profile: { name: account } } };
  });
}

type StoredForTest = Partial<Omit<SavedConnection, "credential" | "account">> & {
  slug?: string;
  kind?: ConnectionRow["authKind"];
  credential?: Record<string, string>;
  account?: string | null;
};

/** Stores a connection without asking a vendor, for what comes after connecting. */
export function storeTestConnection(ctx: WorkspaceContext, options: StoredForTest = {}): Promise<ConnectionRow> {
  const { slug = "stripe", kind = "api_key", account = "Acme", credential = { api_key: "sk_test_stored_key" }, ...rest } = options;
  const connector = getConnector(slug);
  return saveConnection(ctx, {
    connector,
    option: findAuthOption(connector, kind),
    facts: {},
    scopes: [],
    tokenExpiresAt: null,
    refreshExpiresAt: null,
    oauthAppId: null,
    ...rest,
    credential: Object.fromEntries(Object.entries(credential).map(([key, value]) => [key, new Secret(value)])),
    account: { accountId: account === null ? null : `acct_${account}`, accountLabel: account, facts: {} },
  });
}

/** A row of the call history as the gateway would write it, with what a test cares about in place of the defaults. */
export function testCall(ctx: WorkspaceContext, connectionId: string, facts: Partial<typeof call.$inferInsert> = {}): typeof call.$inferInsert {
  return {
    id: newId("call", facts.createdAt?.getTime()),
    workspaceId: ctx.workspace.id,
    connectionId,
    connector: "stripe",
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    method: "GET",
    host: "api.stripe.com",
    path: "/v1/customers",
    status: 200,
    durationMs: 12,
    createdAt: new Date(),
    requestId: newId("request"),
    source: "proxy",
    waitedMs: 0,
    attempts: 1,
    breaker: "closed",
    requestBytes: 0,
    responseBytes: 2,
    hasDetail: false,
    ...facts,
  };
}
