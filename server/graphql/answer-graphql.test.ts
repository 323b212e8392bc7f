import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { call as callTable } from "@/db/schema/connections";
import { storeTestConnection, testCall } from "@/server/connections/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext, createTestKey } from "@/server/workspaces/testing";
import { answerGraphql } from "./answer-graphql";

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).optional(), extensions: z.strictObject({ code: z.string(), details: z.record(z.string(), z.unknown()), requestId: z.string().regex(/^req_/) }) })).optional(),
});
type Asked = { key?: string | null; variables?: Record<string, unknown>; headers?: Record<string, string>; method?: string; body?: string };

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
let key: string;
beforeAll(async () => {
  ({ runtime, close } = await createTestRuntime());
  ctx = await createTestContext(runtime);
  key = await createTestKey(ctx);
});
afterAll(() => close());

async function ask(query: string, asked: Asked = {}) {
  const { key: own = key, variables, headers, method = "POST" } = asked;
  const sent = new Headers({ "content-type": "application/json", ...(own === null ? {} : { authorization: `Bearer ${own}` }), ...headers });
  const body = method === "GET" || method === "HEAD" ? null : (asked.body ?? JSON.stringify({ query, variables }));
  const response = await answerGraphql(runtime, new Request("http://localhost:3000/api/graphql", { method, headers: sent, body }));
  expect(response).toBeInstanceOf(Response);
  const text = await response.text();
  expect([response.headers.get("cache-control"), response.headers.get("x-request-id")]).toEqual(["no-store", expect.stringMatching(/^req_/)]);
  expect(text).not.toMatch(/ at .*\.(ts|js):\d|node_modules|stack/);
  return { status: response.status, headers: response.headers, text, ...answerShape.parse(JSON.parse(text === "" ? "{}" : text)) };
}

const refusal = (answer: Awaited<ReturnType<typeof ask>>) => answer.errors?.map(({ message, extensions: { code } }) => ({ code, message }));

describe("reading", () => {
  it("finds connectors by category and by what they do", async () => {
    const { data, errors } = await ask(`{ finance: connectors(category: "finance") { id category connected } sms: connectors(search: "send sms") { id name authKinds operations { name isReadOnly } } }`);
    expect(errors).toBeUndefined();
    const found = z.object({ finance: z.array(z.object({ id: z.string(), category: z.literal("finance") })), sms: z.array(z.looseObject({ id: z.string() })) }).parse(data);
    expect(found.finance.map(({ id }) => id)).toContain("stripe");
    expect(found.sms[0]).toMatchObject({ id: "twilio", name: "Twilio" });
  });

  it("goes through connections page by page, each with its connector", async () => {
    const owner = await createTestContext(runtime);
    const own = await createTestKey(owner);
    const ids: string[] = [];
    for (const slug of ["stripe", "mailchimp", "stripe"]) ids.unshift((await storeTestConnection(owner, { slug, credential: { api_key: "k-us1" } })).id);
    const query = `query ($after: String) { connections(first: 2, after: $after) { nodes { id name status health connector { id name } account { label } settings } pageInfo { hasNextPage endCursor } } }`;
    const page = z.object({ connections: z.object({ nodes: z.array(z.looseObject({ id: z.string() })), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) }) });
    const one = page.parse((await ask(query, { key: own })).data).connections;
    expect(one.nodes[0]).toMatchObject({ status: "active", connector: { id: "stripe", name: "Stripe" }, settings: {} });
    expect(one.pageInfo.hasNextPage).toBe(true);
    const two = page.parse((await ask(query, { key: own, variables: { after: one.pageInfo.endCursor } })).data).connections;
    expect([...one.nodes, ...two.nodes].map(({ id }) => id)).toEqual(ids);
    expect(two.pageInfo).toEqual({ hasNextPage: false, endCursor: null });
    const filtered = page.parse((await ask(`{ connections(connector: "mailchimp", status: active, health: null) { nodes { id } pageInfo { hasNextPage endCursor } } }`, { key: own })).data);
    expect(filtered.connections.nodes).toEqual([{ id: ids[1] }]);
  });

  it("shows a connection and what was called through it, and nothing secret", async () => {
    const { id } = await storeTestConnection(ctx, { credential: { api_key: "sk_test_canary" } });
    await runtime.database.db.insert(callTable).values(testCall(ctx, id, { path: "/v1/charges", status: 200 }));
    const answer = await ask(`query ($id: ID!) { connection(id: $id) { id account { label } createdAt } calls(connection: $id, first: 5) { nodes { method path status } pageInfo { endCursor } } }`, { variables: { id } });
    expect(answer.data).toMatchObject({ connection: { id, account: { label: "Acme" } }, calls: { nodes: [{ path: "/v1/charges", status: 200 }], pageInfo: { endCursor: null } } });
    expect(answer.text).not.toContain("canary");
  });

  it("tells known callers what there is to ask", async () => {
    const { data, errors } = await ask(getIntrospectionQuery());
    expect([errors, data?.["__schema"]]).toMatchObject([undefined, { queryType: { name: "Query" } }]);
  });
});

describe("who may ask", () => {
  it.each([null, "pb_unknown"])("nobody without a key that is valid: %s", async (stranger) => {
    const answer = await ask("{ __schema { types { name } } }", { key: stranger });
    expect([answer.status, answer.data, refusal(answer)]).toMatchObject([401, undefined, [{ code: "INVALID_API_KEY" }]]);
  });

  it("a stranger's ids answer exactly like unknown ones", async () => {
    const theirs = await storeTestConnection(await createTestContext(runtime));
    const answers = await Promise.all(
      [theirs.id, "con_00000000000000000000000000", "nonsense", ""].map(async (id) => {
        const { data, errors } = await ask(`query ($id: ID!) { connection(id: $id) { id } }`, { variables: { id } });
        const calls = await ask(`query ($id: ID!) { calls(connection: $id) { nodes { id } } }`, { variables: { id } });
        return { data, calls: calls.data, errors: errors?.map(({ message, extensions: { code, details } }) => ({ message, code, details })) };
      }),
    );
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], data: { connection: null }, errors: [expect.objectContaining({ code: "NOT_FOUND" })], calls: { calls: { nodes: [] } } });
  });

  it("a key that only reads runs no operation", async () => {
    const answer = await ask(`mutation { runOperation(connector: "stripe", operation: "list_customers") { callId } }`, { key: await createTestKey(ctx, { scopes: ["connections:read"] }) });
    expect(answer).toMatchObject({ errors: [{ path: ["runOperation"], extensions: { code: "FORBIDDEN", details: { permission: "calls:run" } } }] });
  });

  it("not who lacks the scope, and each field says so", async () => {
    const answer = await ask(`{ connector(id: "stripe") { id } }`, { key: await createTestKey(ctx, { scopes: ["calls:run"] }) });
    expect(answer).toMatchObject({ data: { connector: null }, errors: [{ path: ["connector"], extensions: { code: "FORBIDDEN", details: { permission: "connections:read" } } }] });
  });
});

describe("what is not answered", () => {
  it.each(["GET", "HEAD", "PUT", "DELETE"])("%s", async (method) => {
    const answer = await ask("{ __typename }", { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    if (method !== "HEAD") expect(refusal(answer)).toMatchObject([{ code: "INVALID_REQUEST" }]);
  });

  it.each([
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "query={__typename}" }],
    ["plain text", { headers: { "content-type": "text/plain" }, body: '{"query":"{__typename}"}' }],
    ["a file upload", { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }],
    ["bare GraphQL", { headers: { "content-type": "application/graphql" }, body: "{__typename}" }],
    ["several at once", { body: '[{"query":"{__typename}"},{"query":"{__typename}"}]' }],
    ["what is not JSON", { body: "{" }],
    ["nothing", { body: "{}" }],
    ["null", { body: "null" }],
    ["no text", { body: '{"query":7}' }],
    ["variables that are none", { body: '{"query":"{__typename}","variables":"x"}' }],
    ["not GraphQL", { body: JSON.stringify({ query: "{" }) }],
    ["no such field", { body: JSON.stringify({ query: "{ passwords }" }) }],
    ["a mutation by another name", { body: JSON.stringify({ query: "mutation { deleteConnection }" }) }],
    ["a subscription", { body: JSON.stringify({ query: "subscription { connections }" }) }],
    ["a wrong status", { body: JSON.stringify({ query: "{ connections(status: gone) { nodes { id } } }" }) }],
    ["a page of none", { body: JSON.stringify({ query: "{ connections(first: 0) { nodes { id } } }" }) }],
    ["a page of too many", { body: JSON.stringify({ query: "query ($n: Int) { connections(first: $n) { nodes { id } } }", variables: { n: 101 } }) }],
    ["a cursor of nobody's", { body: JSON.stringify({ query: '{ connections(after: "x") { nodes { id } } }' }) }],
  ])("%s", async (_what, asked) => {
    const answer = await ask("", asked);
    expect(refusal(answer), answer.text).toMatchObject([{ code: "INVALID_REQUEST", message: expect.stringMatching(/\w/) as unknown }]);
  });

  it("a defect says nothing of itself, and the log has it", async () => {
    const error = vi.spyOn(runtime.log, "error").mockImplementation(() => undefined);
    const own = await createTestKey(ctx);
    await ask("{ __typename }", { key: own });
    const broken = vi.spyOn(runtime.database.db, "select").mockImplementation(() => {
      throw new Error("canary of a stack");
    });
    const answer = await ask("{ connections { nodes { id } } }", { key: own });
    broken.mockRestore();
    expect(refusal(answer)).toMatchObject([{ code: "INTERNAL" }]);
    expect(answer.text).not.toContain("canary");
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ requestId: answer.headers.get("x-request-id") }), "A GraphQL field failed.");
    error.mockRestore();
  });
});

describe("documents that ask for too much", () => {
  const nodes = (inside: string, args = "") => `{ connections${args} { nodes { ${inside} } } }`;
  const bomb = (levels: number) => [`query { ...f0 }`, ...Array.from({ length: levels }, (_, level) => `fragment f${level} on Query { ...f${level + 1} ...f${level + 1} ...f${level + 1} }`), `fragment f${levels} on Query { connectors { id name } }`].join("\n");
  const deep = (levels: number) => `{ connections { nodes { ${"connector { operations { ".repeat(levels)} name ${"} }".repeat(levels)} } } }`;

  it.each([
    ["deep", deep(6), /levels deep/],
    ["deep through inline fragments", `{ ${"... on Query { ".repeat(5)} ${deep(5).slice(1, -1)} ${"}".repeat(5)} }`, /levels deep/],
    ["deep behind a fragment", `{ ...a } fragment a on Query ${deep(5)}`, /levels deep/],
    ["full of aliases", `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: connector(id: "stripe") { id }`).join(" ")} }`, /16 aliases/],
    ["full of aliases behind fragments", `{ ...a b: connectors { ...c } d: connectors { ...c } } fragment a on Query { ${Array.from({ length: 10 }, (_, n) => `a${n}: __typename`).join(" ")} } fragment c on Connector { x: id y: name }`, /16 aliases/],
    ["wide", `{ a: connectors { ...c } b: connectors { ...c } } fragment c on Connector { operations { ...o ...o ...o ...o } } fragment o on Operation { name title group method path isReadOnly }`, /fields/],
    ["wide by a variable", `query ($n: Int) { connections(first: $n) { nodes { connector { operations { name title group method path isReadOnly __typename } scopes { value meaning isSensitive } } } } }`, /fields/],
    ["recursive", `{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`, /contains itself/],
    ["recursive at once", `{ connectors { ...a } } fragment a on Connector { ...a }`, /contains itself/],
    ["a bomb of fragments", bomb(40), /fields/],
    ["huge", nodes(Array.from({ length: 30_000 }, () => "id").join(" ")), /tokens/i],
    ["huge by its arguments", nodes("id", `(${"first: 1 ".repeat(5_000)})`), /tokens/i],
    ["nested beyond the stack", `${"{ a ".repeat(10_000)}${"}".repeat(10_000)}`, /tokens/i],
    ["introspection in circles", `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`, /introspection/i],
    ["many directives", `{ connectors ${"@include(if: true) ".repeat(400)} { id } }`, /tokens/i],
  ])("%s: refused, clearly and soon", async (_what, query, sentence) => {
    const spied = vi.spyOn(runtime.database.db, "select");
    const before = process.cpuUsage();
    const answer = await ask(query);
    const { user, system } = process.cpuUsage(before);
    expect(answer.data ?? null).toBeNull();
    expect(refusal(answer)).toMatchObject([{ code: "INVALID_REQUEST", message: expect.stringMatching(sentence) as unknown }]);
    expect((user + system) / 1_000, "milliseconds of CPU").toBeLessThan(300);
    expect(spied).not.toHaveBeenCalled();
    spied.mockRestore();
  });

  it("a body of more than 128 KB", async () => {
    const answer = await ask(`{ __typename } # ${"x".repeat(140 * 1024)}`);
    expect(answer.status).toBe(413);
    expect(refusal(answer)).toMatchObject([{ code: "INVALID_REQUEST" }]);
  });

  it("but an ordinary page of a dashboard is answered", async () => {
    const answer = await ask(`{ connections(first: 100) { nodes { id name status health healthReason isPaused attention { action message } account { id label } connector { id name } lastUsedAt createdAt } pageInfo { hasNextPage endCursor } } connectors { id name category connected } }`);
    expect(answer.errors).toBeUndefined();
  });
});
