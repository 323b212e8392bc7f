import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { connectors } from "@/server/catalog/registry";
import { storeTestConnection } from "@/server/connections/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { createRestTest, type RestTest } from "./testing";

let test: RestTest;
beforeAll(async () => {
  test = await createRestTest();
});
afterAll(() => test.close());

const field = z.looseObject({ key: z.string().min(1), label: z.string().min(1), secret: z.boolean(), example: z.string().min(1), help: z.string().nullable(), pattern: z.string().nullable() });
/** The contract's shape, written by hand. */
const shape = z.looseObject({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  authKinds: z.array(z.string()).min(1),
  inputs: z.array(field),
  fields: z.record(z.string(), z.array(field)),
  scopes: z.array(z.looseObject({ value: z.string(), meaning: z.string() })),
  docsUrl: z.url(),
  connected: z.boolean(),
});
const listed = z.strictObject({ success: z.literal(true), mcps: z.array(shape) });
const single = z.strictObject({ success: z.literal(true), mcp: shape });
const get = async (id: string) => single.parse((await test.call("GET", `/api/mcps/${id}`)).body).mcp;

describe("GET /api/mcps", () => {
  it("lists every connector in the contract's shape", async () => {
    const answer = await test.call("GET", "/api/mcps");
    expect(answer.status).toBe(200);
    const { mcps } = listed.parse(answer.body);
    expect(mcps.map(({ id }) => id)).toEqual(connectors.map(({ slug }) => slug));
    for (const { id, authKinds, fields } of mcps) expect(Object.keys(fields).sort(), id).toEqual([...new Set(authKinds)].sort());
  });

  it("says what is connected, for the caller's workspace alone", async () => {
    await storeTestConnection(test.ctx, { slug: "mailchimp" });
    await storeTestConnection(await createTestContext(test.runtime), { slug: "twilio", kind: "basic" });
    const { mcps } = listed.parse((await test.call("GET", "/api/mcps")).body);
    expect(mcps.filter(({ connected }) => connected).map(({ id }) => id)).toEqual(["mailchimp"]);
  });

  it("tells no address that is not for callers, and no function", async () => {
    const { text } = await test.call("GET", "/api/mcps");
    expect(text).not.toContain(test.vendor.origin);
    expect(text).not.toContain("tokenUrl");
  });
});

describe("GET /api/mcps/{id}", () => {
  it("tells what to post for a key", async () => {
    const stripe = await get("stripe");
    expect(stripe).toMatchObject({ id: "stripe", name: "Stripe", category: "finance", authKinds: ["api_key"], inputs: [], scopes: [], docsUrl: "https://docs.stripe.com/api", connected: false });
    expect(stripe.fields).toEqual({ api_key: [expect.objectContaining({ key: "api_key", label: "API key", secret: true, help: expect.any(String) as unknown, pattern: null })] });
  });

  it("tells the inputs that come first, with example and pattern", async () => {
    const shopify = await get("shopify");
    expect(shopify.inputs).toEqual([expect.objectContaining({ key: "shop", label: "Store", secret: false, example: "acme", pattern: "[A-Za-z0-9][A-Za-z0-9-]{0,99}" })]);
    expect(shopify.fields["oauth2"]).toEqual([]);
  });

  it("tells a sign-in's scopes in plain words", async () => {
    expect((await get("github")).scopes).toContainEqual(expect.objectContaining({ value: "repo", meaning: "Read and change code, issues and pull requests, also in private repositories", isSensitive: true }));
  });

  it("names a database's fields as the contract does", async () => {
    const { fields } = await get("postgresql");
    expect(fields["database"]?.map(({ key }) => key)).toEqual(["host", "port", "username", "password", "database", "tls"]);
  });

  it.each(["nope", "GitHub", "__proto__", "constructor", "..", "%00", "a".repeat(5_000)])("answers 404 for %s", async (id) => {
    const answer = await test.call("GET", `/api/mcps/${encodeURIComponent(id)}`);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ error: { code: "NOT_FOUND" } });
  });
});
