import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createRestTest, type RestTest } from "./testing";

const media = z.record(z.string(), z.object({ schema: z.looseObject({}) }));
const operation = z.object({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  summary: z.string().min(5).max(90),
  description: z.string().min(10).optional(),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ name: z.string(), description: z.string().min(5).optional(), in: z.enum(["path", "query", "header"]), schema: z.looseObject({ type: z.string() }) })).optional(),
  requestBody: z.object({ required: z.boolean().optional(), content: media }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().min(1), content: media.optional() })),
});
const documentShape = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  "x-error-codes": z.array(z.object({ code: z.string(), status: z.number(), meaning: z.string().endsWith("."), next: z.string().min(10) })),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})), securitySchemes: z.record(z.string(), z.looseObject({})) }),
});
type Document = z.output<typeof documentShape>;

let test: RestTest;
let document: Document;
let raw: unknown;
beforeAll(async () => {
  test = await createRestTest({ env: { PUBLIC_URL: "https://patchbay.example.com" } });
  raw = (await test.call("GET", "/api/openapi.json", { key: null })).body;
  document = documentShape.parse(raw);
});
afterAll(() => test.close());

/** The rows of the HTTP contract that are built, by method and path. */
const contract = [
  "GET /health",
  "GET /health/live",
  "GET /health/ready",
  "GET /metrics",
  "GET /api/openapi.json",
  "GET /api/mcps",
  "GET /api/mcps/{id}",
  "POST /api/mcps/{id}/connect/oauth/start",
  "GET /api/oauth2/callback/{provider}",
  "POST /api/mcps/{id}/connect/api-key",
  "POST /api/mcps/{id}/connect/basic",
  "POST /api/mcps/{id}/connect/bearer",
  "POST /api/mcps/{id}/connect/client-credentials",
  "POST /api/mcps/{id}/connect/database",
  "POST /api/mcps/{id}/connect/service-account",
  "POST /api/mcps/{id}/test-connection",
  "POST /api/graphql",
  "GET /api/connections",
  "GET /api/connections/{id}",
  "DELETE /api/connections/{id}",
  "PATCH /api/connections/{id}/refresh",
  "POST /api/connections/{id}/test",
  "POST /api/connections/{id}/rotate",
  ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => `${method} /api/proxy/{connectionId}/{path}`),
];
const operations = () => Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({ name: `${method.toUpperCase()} ${path}`, path, described })));

it("is a valid OpenAPI 3.1 document", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(Object(raw)))).toMatchObject({ valid: true });
  expect(validator.version).toBe("3.1");
  const broken = { ...Object(raw), paths: { "/x": { get: { responses: 7 } } } };
  expect(await new Validator().validate(broken)).toMatchObject({ valid: false });
});

it("explains every route, parameter and field of an object to a newcomer", () => {
  const probes = /^GET \/health/;
  const silent = operations().flatMap(({ name, described }) => [...(described.description === undefined && !probes.test(name) ? [name] : []), ...(described.parameters ?? []).filter(({ description }) => description === undefined).map((parameter) => `${name} ${parameter.name}`)]);
  expect(silent).toEqual([]);
  const properties = z.looseObject({ properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })) });
  for (const schema of ["Connection", "Connector", "Field", "Scope"]) {
    const described = properties.parse(document.components.schemas[schema]).properties;
    expect(Object.keys(described).filter((field) => described[field]?.description === undefined), schema).toEqual([]);
  }
});

it("has patterns that JSON Schema knows, without flags", () => {
  const patterns = [...JSON.stringify(raw).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, pattern = ""]) => String(JSON.parse(pattern)));
  for (const pattern of patterns) expect(pattern).not.toMatch(/\/[a-z]+$/);
});

it("explains every code that an error can have, once", () => {
  const codes = document["x-error-codes"].map(({ code, status }) => `${code} ${status}`);
  expect(new Set(codes).size).toBe(codes.length);
  const statuses = new Set(operations().flatMap(({ described }) => Object.keys(described.responses)).filter((status) => /^[45]/.test(status)));
  for (const status of statuses) expect(codes.some((code) => code.endsWith(status)), status).toBe(true);
});

it("is about this installation", () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  expect(document.info).toMatchObject({ title: "Patchbay", version });
  expect(document.servers).toEqual([{ url: "https://patchbay.example.com" }]);
  expect(document.components.securitySchemes).toMatchObject({ apiKey: { type: "http", scheme: "bearer" }, session: { type: "apiKey", in: "cookie", name: "__Secure-patchbay.session_token" } });
});

it("has every route of the contract, and nothing else", () => {
  expect(operations().map(({ name }) => name).sort()).toEqual([...contract].sort());
});

it("describes every route once, under a tag that it explains", () => {
  const ids = operations().map(({ described }) => described.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { described } of operations()) expect(document.tags.map(({ name }) => name)).toContain(described.tags[0]);
});

it("names the parameters of each path", () => {
  for (const { name, path, described } of operations()) {
    const named = (described.parameters ?? []).filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
    expect(named, name).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter));
  }
});

it("asks for a key or a session wherever somebody is acted for", () => {
  const open = operations().filter(({ described }) => described.security.length === 0).map(({ name }) => name);
  expect(open.sort()).toEqual(["GET /api/oauth2/callback/{provider}", "GET /api/openapi.json", "GET /health/live", "GET /health/ready"]);
  for (const { described } of operations()) for (const scheme of described.security.flatMap((one) => Object.keys(one))) expect(document.components.securitySchemes).toHaveProperty(scheme);
});

it("says what a body is, and what is answered when it does not fit", () => {
  const posts = operations().filter(({ name }) => /^POST .*\/(connect\/|test-connection|rotate)/.test(name));
  expect(posts).toHaveLength(9);
  for (const { name, described } of posts) {
    expect(described.requestBody?.required, name).toBe(true);
    const schema = described.requestBody?.content["application/json"]?.schema ?? {};
    expect(schema, name).toMatchObject({ type: "object", additionalProperties: { oneOf: expect.any(Array) as unknown } });
    expect(Object.keys(schema["example"] ?? {}).length, name).toBeGreaterThan(0);
  }
  for (const { name, described } of operations().filter(({ described: { security } }) => security.length === 2).filter(({ path }) => path !== "/api/graphql")) {
    for (const status of ["400", "401", "403", "404"]) expect(described.responses[status]?.content?.["application/json"]?.schema, name).toEqual({ $ref: "#/components/schemas/Error" });
  }
});

describe("its schemas", () => {
  const walk = (value: unknown, visit: (node: Record<string, unknown>, at: string) => void, at = "#"): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) visit(Object.fromEntries(Object.entries(value)), at);
    for (const [key, child] of Object.entries(value)) walk(child, visit, `${at}/${key}`);
  };

  it("are never empty", () => {
    const empty: string[] = [];
    for (const { name, described } of operations()) {
      for (const content of [described.requestBody?.content, ...Object.values(described.responses).map((response) => response.content)]) {
        for (const { schema } of Object.values(content ?? {})) if (Object.keys(schema).length === 0) empty.push(name);
      }
    }
    walk(document.components.schemas, (node, at) => !at.includes("/example") && Object.keys(node).length === 0 && empty.push(at));
    expect(empty).toEqual([]);
  });

  it("point only at what is there", () => {
    const missing: string[] = [];
    walk(document, (node, at) => {
      const reference = node["$ref"];
      if (typeof reference === "string" && !Object.hasOwn(document.components.schemas, reference.replace("#/components/schemas/", ""))) missing.push(at);
    });
    expect(missing).toEqual([]);
    expect(Object.keys(document.components.schemas).sort()).toEqual(["Connection", "Connector", "Error", "Field", "GraphqlAnswer", "Health", "Scope"]);
  });

  it("hold the contract's error and connection", () => {
    expect(document.components.schemas["Error"]).toMatchObject({ required: ["success", "error"] });
    const required = ["id", "mcpId", "name", "authKind", "status", "health", "visibility", "account", "scopes", "settings", "tokenExpiresAt", "lastUsedAt", "lastHealthCheckAt", "lastError", "createdAt"];
    expect(document.components.schemas["Connection"]).toMatchObject({ required: expect.arrayContaining(required) as unknown });
  });
});
