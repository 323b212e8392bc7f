import { createHash, generateKeyPairSync } from "node:crypto";
import { eq } from "drizzle-orm";
import { decodeProtectedHeader, type JWTPayload, jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connection, connectionEvent, credential } from "@/db/schema/connections";
import type { AssertionShape, AuthOption, OAuth2 } from "@/server/catalog/auth-option";
import type { Connector } from "@/server/catalog/connector";
import { testConnectors } from "@/server/oauth/testing-registry";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { connectWithCredential } from "./connect-with-credential";
import { openCredential } from "./open-credential";
import { refreshConnectionToken } from "./refresh-connection-token";
import { startTestVendor, type TestVendor, type VendorAnswer, type VendorRequest } from "./testing";
import { connectorWith, testField } from "./testing-connector";

vi.mock("@/server/catalog/registry", async (original) => (await import("@/server/oauth/testing-registry")).withTestConnectors(await original()));

const slug = "kindvendor";
let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { [slug]: { apiBaseUrl: vendor.origin } } } }));
});
beforeEach(async () => {
  vendor.requests.splice(0);
  ctx = await createTestContext(runtime);
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const guide = [{ text: "One." }, { text: "Two." }, { text: "Three." }];

/** The vendor's `/me` for whoever `knows`, beside `rest` for its other addresses. */
function answers(knows: (request: VendorRequest) => boolean, rest: (request: VendorRequest) => VendorAnswer = () => ({ status: 404 })): void {
  vendor.answer((request) => {
    if (!request.path.startsWith("/me")) return rest(request);
    return knows(request) ? { body: { id: "acme", name: "Acme" } } : { status: 401, body: { error: { message: "who are you, canary-wrong-secret?" } } };
  });
}

function define(option: Exclude<AuthOption, OAuth2>, changes: Partial<Connector> = {}): (values: Record<string, unknown>) => ReturnType<typeof connectWithCredential> {
  testConnectors.set(slug, connectorWith(slug, option, changes));
  return (values) => connectWithCredential(ctx, { mcpId: slug, authKind: option.kind, values });
}

async function stored() {
  const rows = await ctx.db.select().from(connection).where(eq(connection.workspaceId, ctx.workspace.id));
  const sealed = await ctx.db.select().from(credential).where(eq(credential.workspaceId, ctx.workspace.id));
  const events = await ctx.db.select().from(connectionEvent).where(eq(connectionEvent.workspaceId, ctx.workspace.id));
  return { rows, sealed, events };
}

async function expectRefused(connecting: Promise<unknown>, code: string, message: RegExp): Promise<void> {
  const error: unknown = await connecting.then(() => null, (reason: unknown) => reason);
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  const { message: said, detail, details } = Object(error);
  expect(JSON.stringify({ said, detail, details })).not.toContain("canary");
  expect((await stored()).rows).toEqual([]);
}

/** Forces a renewal, as a refused call does, and tells the token that is stored after it. */
async function renewed(): Promise<string | undefined> {
  const [row] = (await stored()).rows;
  const connector = testConnectors.get(slug);
  const option = connector?.auth[0];
  if (!row || !connector || !option) throw new Error("nothing is stored");
  const fresh = await refreshConnectionToken(runtime, { row, connector, option }, { isForced: true });
  return (await openCredential(runtime, fresh))["access_token"]?.reveal();
}

describe("a key in two headers", () => {
  const option: Exclude<AuthOption, OAuth2> = {
    kind: "api_key",
    label: "Keys",
    guide,
    fields: [testField("api_key"), testField("app_key")],
    placement: [
      { in: "header", name: "DD-API-KEY", template: "{api_key}" },
      { in: "header", name: "DD-APPLICATION-KEY", template: "{app_key}" },
    ],
  };

  it("connects with both, and with neither alone", async () => {
    answers(({ headers }) => headers["dd-api-key"] === "canary-api" && headers["dd-application-key"] === "canary-app");
    const connect = define(option);
    await expectRefused(connect({ api_key: "canary-api", app_key: "canary-wrong-secret" }), "CREDENTIAL_REFUSED", /refused this key/);
    expect(await connect({ api_key: "canary-api", app_key: "canary-app" })).toMatchObject({ account: { label: "Acme" } });
    expect(JSON.stringify(await stored())).not.toContain("canary");
  });
});

describe("a ready query string", () => {
  it("is appended as it is, with or without its question mark", async () => {
    const sas = "sv=2024-11-04&sig=canary%2Bsignature%3D";
    answers(({ path }) => path === `/me?${sas}`);
    const connect = define({ kind: "api_key", label: "SAS", guide, fields: [testField("sas")], placement: { in: "query_string", template: "{sas}" } });
    await expectRefused(connect({ sas: "sv=2024-11-04&sig=canary-wrong-secret" }), "CREDENTIAL_REFUSED", /refused this key/);
    expect(await connect({ sas: `?${sas}` })).toMatchObject({ account: { id: "acme" } });
    expect(JSON.stringify(await stored())).not.toContain("canary");
  });
});

describe("a vendor's own sign-in", () => {
  const option: Exclude<AuthOption, OAuth2> = {
    kind: "client_credentials",
    label: "Token",
    guide,
    fields: [testField("token_name", { secret: false }), testField("token_secret"), testField("site", { secret: false, required: false })],
    tokenUrl: "https://vendor.example.com/auth/signin",
    clientAuthentication: "post",
    placement: { in: "header", name: "X-Auth", template: "{access_token}" },
    signIn: {
      headers: { "X-Name": "{token_name}" },
      body: { credentials: { name: "{token_name}", secret: "{token_secret}", site: { contentUrl: "{site}" }, version: 3 } },
      token: "credentials.token",
      ttlSeconds: 7_200,
      facts: { site_id: "credentials.site.id" },
    },
  };
  const changes: Partial<Connector> = {
    facts: [{ name: "site_id", pattern: "[a-z0-9-]{1,40}" }],
    api: { baseUrl: "https://vendor.example.com", hosts: [], headers: { "x-site": "{site_id}", "x-none": "{absent}" } },
    verify: { method: "GET", path: "/me/{site_id}", account: { id: ["id"], label: ["name"] } },
  };
  let count = 0;
  beforeEach(() => {
    count = 0;
    answers(
      ({ headers, path }) => path === "/me/site-1" && headers["x-auth"] === `canary-token-${count}` && headers["x-site"] === "site-1" && headers["x-none"] === undefined,
      ({ body, headers }) => {
        const { credentials } = JSON.parse(body);
        if (credentials.secret !== "canary-secret" || headers["x-name"] !== "robot") return { status: 401, body: { error: { code: "401001", detail: `no ${credentials.secret}` } } };
        count += 1;
        return { body: { credentials: { token: `canary-token-${count}`, site: { id: "site-1", contentUrl: credentials.site.contentUrl } } } };
      },
    );
  });

  it("is given as JSON, and its token, end and facts are kept", async () => {
    const view = await define(option, changes)({ token_name: "robot", token_secret: "canary-secret" });
    expect(JSON.parse(vendor.requests[0]?.body ?? "")).toEqual({ credentials: { name: "robot", secret: "canary-secret", site: { contentUrl: "" }, version: 3 } });
    expect(view).toMatchObject({ account: { label: "Acme" }, inputs: { site_id: "site-1" } });
    const { rows } = await stored();
    expect((rows[0]?.tokenExpiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7_100_000);
    expect(rows[0]?.refreshExpiresAt).toBeNull();
    expect(JSON.stringify([view, await stored()])).not.toContain("canary");
  });

  it("is done again to renew", async () => {
    await define(option, changes)({ token_name: "robot", token_secret: "canary-secret" });
    expect(await renewed()).toBe("canary-token-2");
  });

  it("is refused in words, and the secret is in none of them", async () => {
    await expectRefused(define(option, { ...changes, api: { baseUrl: "https://vendor.example.com", hosts: [], errors: { message: "error.detail" } } })({ token_name: "robot", token_secret: "canary-wrong-secret" }), "CREDENTIAL_REFUSED", /gave no access token for this/);
  });

  it("may answer with nothing but the token, or with none", async () => {
    const magento: Exclude<AuthOption, OAuth2> = { ...option, signIn: { body: { username: "{token_name}", password: "{token_secret}" }, token: ".", ttlSeconds: null } };
    answers(({ headers }) => headers["x-auth"] === "canary-bare", ({ body }) => ({ body: body.includes("canary-secret") ? '"canary-bare"' : '{"no":"token"}' }));
    await expectRefused(define(magento)({ token_name: "robot", token_secret: "wrong" }), "CREDENTIAL_REFUSED", /gave no access token/);
    expect(await define(magento)({ token_name: "robot", token_secret: "canary-secret" })).toMatchObject({ account: { label: "Acme" } });
    expect((await stored()).rows[0]?.tokenExpiresAt).toBeNull();
  });

  it.each<[string, VendorAnswer, string, RegExp]>([
    ["is busy", { status: 429, headers: { "retry-after": "9" } }, "RATE_LIMIT_EXCEEDED", /9 seconds/],
    ["is down", { status: 502, body: "<html>canary</html>" }, "SERVICE_UNAVAILABLE", /try again in a minute/],
  ])("of a vendor that %s stores nothing", async (_what, answer, code, message) => {
    vendor.answer(() => answer);
    await expectRefused(define(option, changes)({ token_name: "robot", token_secret: "canary-secret" }), code, message);
  });
});

describe("a refresh token that somebody posts, as Amazon's and Workday's", () => {
  it("is exchanged again and again, and replaced where the vendor replaces it", async () => {
    const option: Exclude<AuthOption, OAuth2> = {
      kind: "client_credentials",
      label: "Refresh token",
      guide,
      fields: [testField("client_id", { secret: false }), testField("client_secret"), testField("refresh_token")],
      tokenUrl: "https://vendor.example.com/token",
      clientAuthentication: "post",
      tokenParams: { grant_type: "refresh_token", refresh_token: "{refresh_token}" },
    };
    let count = 0;
    answers(
      ({ headers }) => headers.authorization === `Bearer canary-token-${count}`,
      ({ body }) => {
        const form = new URLSearchParams(body);
        if (form.get("grant_type") !== "refresh_token" || form.get("refresh_token") !== `canary-refresh-${count}`) return { status: 400, body: { error: "invalid_grant", error_description: `not ${form.get("refresh_token")}` } };
        count += 1;
        return { body: { access_token: `canary-token-${count}`, refresh_token: `canary-refresh-${count}`, expires_in: 600 } };
      },
    );
    const values = { client_id: "app", client_secret: "canary-secret", refresh_token: "canary-refresh-0" };
    await expectRefused(define(option)({ ...values, refresh_token: "canary-wrong" }), "CREDENTIAL_REFUSED", /was revoked, or it is not meant for this/);
    await define(option)(values);
    expect(await renewed()).toBe("canary-token-2");
    const [row] = (await stored()).rows;
    expect(row && (await openCredential(runtime, row))["refresh_token"]?.reveal()).toBe("canary-refresh-2");
  });
});

describe("an assertion that a private key signs", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const thumbprint = `SHA256:${createHash("sha256").update(publicKey.export({ type: "spki", format: "der" })).digest("base64")}`;
  const fields = [testField("client_id", { secret: false }), testField("user", { secret: false }), testField("key_id", { secret: false }), testField("private_key", { control: "textarea" })];
  const values = { client_id: "client-1", user: "ada-l", key_id: "k-1", private_key: pem };

  function optionOf(shape: Partial<AssertionShape>, scopes: string[] = []): Exclude<AuthOption, OAuth2> {
    return {
      kind: "service_account",
      label: "Key pair",
      guide,
      fields,
      ...(shape.grant === "self_signed" ? {} : { tokenUrl: "https://vendor.example.com/oauth/token" }),
      scopes,
      assertion: { grant: "jwt_bearer", algorithm: "RS256", issuer: "{client_id}", subject: "{user}", audience: "{token_url}", privateKey: "private_key", keyId: "{key_id}", ttlSeconds: 300, ...shape },
    };
  }

  const read = async (jwt: string | null, algorithm = "RS256"): Promise<JWTPayload> => (await jwtVerify(jwt ?? "", publicKey, { algorithms: [algorithm] })).payload;
  const formOf = (request: VendorRequest | undefined) => new URLSearchParams(request?.body);

  let count = 0;
  beforeEach(() => {
    count = 0;
    answers(
      ({ headers }) => headers.authorization === `Bearer canary-token-${count}`,
      () => ({ body: { access_token: `canary-token-${++count}`, expires_in: 600 } }),
    );
  });

  it("is exchanged as a grant, and again to renew", async () => {
    const connect = define(optionOf({ claims: { tenant: "{user:upper}" }, params: { box_subject_type: "enterprise" } }, ["a", "b"]));
    const view = await connect(values);
    const form = formOf(vendor.requests[0]);
    expect(form.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
    expect([form.get("box_subject_type"), form.get("scope")]).toEqual(["enterprise", "a b"]);
    // The audience is the vendor's own name for itself, also when something stands in for it.
    expect(await read(form.get("assertion"))).toMatchObject({ iss: "client-1", sub: "ada-l", aud: "https://vendor.example.com/oauth/token", tenant: "ADA-L", jti: expect.any(String) });
    expect(decodeProtectedHeader(form.get("assertion") ?? "")).toMatchObject({ kid: "k-1", alg: "RS256" });
    expect(await renewed()).toBe("canary-token-2");
    expect(JSON.stringify([view, await stored()])).not.toMatch(/canary|PRIVATE KEY/);
  });

  it("proves the client of a client credentials grant", async () => {
    await define(optionOf({ grant: "client_assertion", algorithm: "PS256", subject: "{client_id}", params: { client_id: "{client_id}" } }, ["https://graph.example/.default"]))(values);
    const form = formOf(vendor.requests[0]);
    expect([form.get("grant_type"), form.get("client_id"), form.get("scope")]).toEqual(["client_credentials", "client-1", "https://graph.example/.default"]);
    expect(await read(form.get("client_assertion"), "PS256")).toMatchObject({ iss: "client-1", sub: "client-1" });
  });

  it("is the token itself, with a header beside it, and made anew to renew", async () => {
    const option = optionOf({ grant: "self_signed", issuer: "{user:constant}.{client_id:upper}.{public_key_sha256}", subject: "{user:upper}", audience: "", headers: { "X-Token-Type": "KEYPAIR_JWT" } });
    let seen = "";
    answers(({ headers }) => {
      seen = (headers.authorization ?? "").replace("Bearer ", "");
      return headers["x-token-type"] === "KEYPAIR_JWT";
    });
    await define(option)(values);
    const payload = await read(seen);
    expect(payload).toMatchObject({ iss: `ADA_L.CLIENT-1.${thumbprint}`, sub: "ADA-L" });
    expect(payload).not.toHaveProperty("aud");
    expect((await stored()).rows[0]?.tokenExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 290_000);
    expect(await renewed()).not.toBe(seen);
    expect(vendor.requests).toHaveLength(1);
  });

  it("is refused at its field when the key is none, without asking the vendor", async () => {
    await expectRefused(define(optionOf({}))({ ...values, private_key: "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----" }), "INVALID_REQUEST", /private key cannot be read/);
    await expect(define(optionOf({}))({ ...values, private_key: "canary" })).rejects.toMatchObject({ details: { fields: { private_key: expect.any(String) } } });
    expect(vendor.requests).toEqual([]);
  });

  it("is refused in words when the vendor does not know the key", async () => {
    vendor.answer(({ body }) => ({ status: 400, body: { error: "invalid_grant", error_description: `canary-user is not known: ${body}` } }));
    const error: unknown = await define(optionOf({}))(values).then(() => null, (reason: unknown) => reason);
    expect(error).toMatchObject({ code: "CREDENTIAL_REFUSED", details: { fields: { private_key: expect.any(String) } } });
    expect((await stored()).rows).toEqual([]);
  });
});
