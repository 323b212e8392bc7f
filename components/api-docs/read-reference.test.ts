import { expect, it } from "vitest";
import { parseEnv } from "@/server/lib/env";
import { describeApi } from "@/server/rest/describe-api";
import { rest } from "@/server/rest/rest";
import { objectId, readReference } from "./read-reference";

const reference = readReference(describeApi(rest, parseEnv({ NODE_ENV: "test", PUBLIC_URL: "https://patchbay.example.com" })));
const endpoints = reference.groups.flatMap((group) => group.endpoints);
const endpoint = (id: string) => endpoints.find((each) => each.id === id) ?? expect.fail(`there is no ${id}`);

it("has every address once, in groups that are explained", () => {
  expect(reference.groups.map(({ name }) => name)).toEqual(["Catalog", "Connect", "Connections", "Stripe", "SendGrid", "Twilio", "Actions", "Proxy", "GraphQL", "Health", "Document"]);
  for (const { name, description, endpoints: own } of reference.groups) expect([name, description.length > 10, own.length > 0]).toEqual([name, true, true]);
  const ids = [...endpoints.map(({ id }) => id), ...reference.groups.map(({ id }) => id), ...reference.objects.map(({ id }) => id), "start", "errors", "objects"];
  expect(new Set(ids).size, "anchors of the page").toBe(ids.length);
});

it("says what an address takes and answers", () => {
  expect(endpoint("listConnections")).toMatchObject({
    method: "GET",
    path: "/api/connections",
    access: "needed",
    body: null,
    parameters: [{ name: "limit", place: "query", type: "integer", isRequired: false, example: "10" }, { name: "cursor" }, { name: "status", options: ["active", "expired", "invalid", "revoked", "pending", "error"] }, { name: "health" }, { name: "mcpId", idsOf: "connectors" }],
    answer: { rows: [{ name: "success" }, { name: "connections", type: "list of Connection", object: "Connection" }, { name: "nextCursor", type: "string or null", isRequired: true }] },
    refusals: [{ status: "400" }, { status: "401" }, { status: "403" }, { status: "404" }],
  });
  expect(endpoint("getConnection").parameters).toMatchObject([{ name: "id", place: "path", isRequired: true, idsOf: "connections" }]);
  expect(endpoint("getLiveness").access).toBe("open");
  expect(endpoint("getHealth").access).toBe("optional");
  expect(endpoint("finishSignIn").answer.isPage).toBe(true);
});

it("points only at objects that it explains", () => {
  const anchors = new Set(reference.objects.map(({ id }) => id));
  const rows = [...reference.objects.flatMap((object) => object.rows), ...endpoints.flatMap(({ answer, body }) => [...answer.rows, ...(body?.rows ?? [])])];
  const held = rows.flatMap(({ object }) => (object === null ? [] : [objectId(object)]));
  expect(held.length).toBeGreaterThan(10);
  for (const anchor of held) expect(anchors).toContain(anchor);
});

it("gives an example of every answer and body, as JSON", () => {
  const examples = endpoints.flatMap(({ body, answer }) => [body?.example, answer.example]).filter((example) => typeof example === "string");
  expect(examples.length).toBeGreaterThan(20);
  for (const example of examples) expect(Object.keys(Object(JSON.parse(example))).length).toBeGreaterThanOrEqual(0);
  expect(JSON.parse(endpoint("listConnections").answer.example ?? "")).toMatchObject({ success: true, connections: [{ mcpId: "stripe", account: { label: "Acme" } }], nextCursor: null });
  expect(JSON.parse(endpoint("connectWithApiKey").body?.example ?? "")).toEqual({ api_key: "sk_test_…" });
});

it("shows each request as curl", () => {
  expect(endpoint("listConnections").curl).toBe(`curl "https://patchbay.example.com/api/connections?limit=10&mcpId=stripe" \\\n  -H "Authorization: Bearer $PATCHBAY_API_KEY"`);
  expect(endpoint("connectWithApiKey").curl).toMatch(/^curl -X POST "https:\/\/patchbay.example.com\/api\/mcps\/github\/connect\/api-key" [^]+-H "Content-Type: application\/json" [^]+-d '\{/);
  expect(endpoint("getLiveness").curl).toBe('curl "https://patchbay.example.com/health/live"');
  for (const { curl, id } of endpoints) expect(curl, id).not.toMatch(/[{]\w+[}]\S*"/);
});

it("explains the errors", () => {
  expect(reference.errors.map(({ code }) => code)).toEqual(expect.arrayContaining(["INVALID_REQUEST", "NOT_FOUND", "INTERNAL", "TIMEOUT"]));
});

it("refuses a document that is none", () => {
  expect(() => readReference({ openapi: "3.1.0" })).toThrow();
});
