import { createHmac, generateKeyPairSync } from "node:crypto";
import aws4 from "aws4";
import { eq } from "drizzle-orm";
import { jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection } from "@/db/schema/connections";
import { getConnector } from "@/server/catalog/registry";
import { runCall } from "@/server/gateway/run-call";
import { runOperation } from "@/server/operations/run-operation";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { connectWithCredential } from "./connect-with-credential";
import { findAuthOption } from "./present-credential";
import { refreshConnectionToken } from "./refresh-connection-token";
import { startTestVendor, type TestVendor, type VendorRequest } from "./testing";

const keys = { access_key_id: "AKIAIOSFODNN7EXAMPLE", secret_access_key: "canary-secret-access-key" };
const tba = { consumer_key: "ck", consumer_secret: "canary-consumer-secret", token_id: "ti", token_secret: "canary-token-secret" };

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  vendor = await startTestVendor();
  const entry = { apiBaseUrl: vendor.origin };
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { aws: entry, "aws-sqs": entry, "aws-sns": entry, "aws-s3": entry, netsuite: entry, snowflake: entry } } }));
});
beforeEach(async () => {
  vendor.requests.splice(0);
  ctx = await createTestContext(runtime);
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const countStored = () => ctx.db.$count(connection, eq(connection.workspaceId, ctx.workspace.id));

async function expectRefused(connecting: Promise<unknown>, message: RegExp): Promise<void> {
  const error: unknown = await connecting.then(() => null, (reason: unknown) => reason);
  expect(error).toMatchObject({ code: "CREDENTIAL_REFUSED", message: expect.stringMatching(message) });
  const { message: said, detail, details } = Object(error);
  expect(JSON.stringify({ said, detail, details })).not.toContain("canary");
  expect(await countStored()).toBe(0);
}

/** Signs again what came, with the vendor's own copy of the secret: what SigV4's other end does. */
function hasGoodSignature({ method, path, headers, body }: VendorRequest): boolean {
  const [, region = "", service = "", names = ""] = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([\w;-]+)/.exec(headers.authorization ?? "") ?? [];
  const signedHeaders = Object.fromEntries(names.split(";").map((name) => [name, String(headers[name] ?? "")]));
  const again = aws4.sign({ method, path, host: headers.host, service, region, headers: signedHeaders, body, doNotModifyHeaders: false }, { accessKeyId: keys.access_key_id, secretAccessKey: keys.secret_access_key });
  return String(again.headers?.["Authorization"]) === headers.authorization;
}

describe.each(["aws", "aws-sqs", "aws-sns", "aws-s3"])("%s", (mcpId) => {
  beforeEach(() => {
    vendor.answer((request) => {
      if (!hasGoodSignature(request)) return { status: 403, body: { Error: { Code: "SignatureDoesNotMatch", Message: "not canary-wrong", Type: "Sender" } } };
      if (request.path.includes("GetCallerIdentity")) return { body: { GetCallerIdentityResponse: { GetCallerIdentityResult: { Account: "123456789012", Arn: "arn:aws:iam::123456789012:user/patchbay", UserId: "AIDA" } } } };
      return { body: { got: request.body, type: request.headers["content-type"], target: request.headers["x-amz-target"] } };
    });
  });
  const connect = (changes = {}) => connectWithCredential(ctx, { mcpId, authKind: "api_key", values: { region: "eu-west-1", ...keys, ...changes } });

  it("connects with a request that is signed, and not with one that another secret signed", async () => {
    await expectRefused(connect({ secret_access_key: "canary-wrong" }), /does not belong to this access key ID/);
    expect(await connect()).toMatchObject({ status: "active", account: { label: "arn:aws:iam::123456789012:user/patchbay" }, inputs: { region: "eu-west-1" } });
    expect(JSON.stringify(vendor.requests)).not.toContain("canary");
  });

  it("signs each call with its body", async () => {
    const { id } = await connect();
    const answer = await runCall(ctx, id, { method: "POST", path: "/things?b=2&a=1%20x", headers: { "content-type": "application/json" }, body: '{"a":1}' }, { source: "proxy" });
    expect([answer.status, JSON.parse(answer.body.toString()).got]).toEqual([200, '{"a":1}']);
  });
});

it("Amazon's JSON services get the content type that they want, and their target", async () => {
  vendor.answer((request) => (request.path.includes("GetCallerIdentity") ? { body: { GetCallerIdentityResponse: { GetCallerIdentityResult: { Arn: "arn:x" } } } } : { body: { type: request.headers["content-type"], target: request.headers["x-amz-target"], good: hasGoodSignature(request) } }));
  await connectWithCredential(ctx, { mcpId: "aws-sqs", authKind: "api_key", values: { region: "eu-west-1", ...keys } });
  const { data } = await runOperation(ctx, { connector: "aws-sqs", operation: "list_queues", input: {} }, { source: "operation" });
  expect(data).toEqual({ type: "application/x-amz-json-1.0", target: "AmazonSQS.ListQueues", good: true });
});

it("a file is written to S3 as its own bytes, text as text, under the content type that was given", async () => {
  vendor.answer((request) => (request.path.includes("GetCallerIdentity") ? { body: { GetCallerIdentityResponse: { GetCallerIdentityResult: { Arn: "arn:x" } } } } : { body: { path: request.path, body: request.body, type: request.headers["content-type"], good: hasGoodSignature(request) } }));
  await connectWithCredential(ctx, { mcpId: "aws-s3", authKind: "api_key", values: { region: "eu-west-1", ...keys } });
  const write = async (input: object) => (await runOperation(ctx, { connector: "aws-s3", operation: "write_file", input: { bucket: "acme-files", ...input } }, { source: "operation" })).data;
  expect(await write({ key: "reports/ä 1+1.csv", content: "id\n1\n", content_type: "text/csv" })).toEqual({ path: "/acme-files/reports%2F%C3%A4%201%2B1.csv", body: "id\n1\n", type: "text/csv", good: true });
  expect(await write({ key: "a.bin", content: { fileName: "a.bin", contentType: "application/pdf", base64: Buffer.from("%PDF").toString("base64") } })).toMatchObject({ body: "%PDF", type: "application/pdf", good: true });
});

describe("netsuite by token", () => {
  beforeEach(() => {
    vendor.answer(({ headers, method, path }) => {
      const said = Object.fromEntries([...(headers.authorization ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decodeURIComponent(value)]));
      const { oauth_signature: signature, realm, ...parameters } = said;
      const query = [...new URL(path, vendor.origin).searchParams];
      const pairs = [...Object.entries(parameters), ...query].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).toSorted();
      const base = [method, encodeURIComponent(`${vendor.origin}${path.split("?", 1)[0]}`), encodeURIComponent(pairs.join("&"))].join("&");
      const expected = createHmac("sha256", `${tba.consumer_secret}&${tba.token_secret}`).update(base).digest("base64");
      return signature === expected && realm === "1234567_SB1" ? { body: { items: [] } } : { status: 401, body: { "o:errorDetails": [{ "o:errorCode": "INVALID_LOGIN", detail: "Invalid login attempt canary-wrong" }] } };
    });
  });
  const connect = (changes = {}) => connectWithCredential(ctx, { mcpId: "netsuite", authKind: "api_key", values: { account_id: "1234567-sb1", ...tba, ...changes } });

  it("connects with a request that is signed, and not with one that another secret signed", async () => {
    await expectRefused(connect({ token_secret: "canary-wrong" }), /NetSuite refused this/);
    expect(await connect()).toMatchObject({ account: { label: "1234567-sb1" } });
    expect(JSON.stringify(vendor.requests)).not.toContain("canary");
  });
});

describe("a key pair", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

  it("gets NetSuite's token with an assertion in place of a secret, and renews it", async () => {
    let count = 0;
    vendor.answer(async ({ path, body, headers }) => {
      if (!path.endsWith("/oauth2/v1/token")) return headers.authorization === `Bearer canary-${count}` ? { body: { items: [] } } : { status: 401 };
      const assertion = new URLSearchParams(body).get("client_assertion") ?? "";
      const read = await jwtVerify(assertion, publicKey, { algorithms: ["PS256"], audience: "https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token", issuer: "client-1" }).catch(() => null);
      if (!read || read.payload["scope"] !== "rest_webservices" || read.protectedHeader.kid !== "cert-1") return { status: 400, body: { error: "invalid_client" } };
      return { body: { access_token: `canary-${++count}`, expires_in: "3600", token_type: "bearer" } };
    });
    const connect = (changes = {}) => connectWithCredential(ctx, { mcpId: "netsuite", authKind: "service_account", values: { account_id: "1234567", client_id: "client-1", certificate_id: "cert-1", private_key: pem, ...changes } });
    await expectRefused(connect({ certificate_id: "other" }), /does not know this key/);
    const view = await connect();
    expect(view).toMatchObject({ account: { label: "1234567" } });
    const [row] = await ctx.db.select().from(connection).where(eq(connection.id, view.id));
    const connector = getConnector("netsuite");
    if (!row) throw new Error("nothing is stored");
    await refreshConnectionToken(runtime, { row, connector, option: findAuthOption(connector, "service_account") }, { isForced: true });
    expect(count).toBe(2);
  });

  it("signs Snowflake's token itself, for the account and user in capitals", async () => {
    vendor.answer(async ({ headers }) => {
      const read = await jwtVerify((headers.authorization ?? "").replace("Bearer ", ""), publicKey, { subject: "ACMEORG-PROD.PATCHBAY" }).catch(() => null);
      const isGood = /^ACMEORG-PROD\.PATCHBAY\.SHA256:[A-Za-z0-9+/]{43}=$/.test(read?.payload.iss ?? "") && headers["x-snowflake-authorization-token-type"] === "KEYPAIR_JWT";
      return isGood ? { body: { code: "090001", message: "Statement executed successfully.", data: [["ACMEORG-PROD/PATCHBAY", "PATCHBAY at PROD"]] } } : { status: 401, body: { code: "390144", message: "JWT token is invalid. canary" } };
    });
    const connect = (changes = {}) => connectWithCredential(ctx, { mcpId: "snowflake", authKind: "service_account", values: { account: "acmeorg-prod", user: "patchbay", private_key: pem, ...changes } });
    await expect(connect({ user: "somebody" })).rejects.toMatchObject({ code: "CREDENTIAL_REFUSED", message: expect.stringContaining("public key or token") });
    expect(await connect()).toMatchObject({ account: { id: "ACMEORG-PROD/PATCHBAY", label: "PATCHBAY at PROD" } });
  });
});
