import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoopbackVendor, startLoopbackVendor } from "../stand-ins/loopback-vendor";
import { type OwnPostgres, openOwnPostgres } from "./own-postgres";
import { removeFolders, type ServerProcess, startServer } from "./server-process";
import { callByKey, endpointsFile } from "./workspace-client";

const key = "sk_test_of_the_run";
const other = "sk_test_of_another_account";
let vendor: LoopbackVendor;
let database: OwnPostgres;
let endpoints: string;
const runs: Record<string, string[]> = {};

beforeAll(async () => {
  vendor = await startLoopbackVendor();
  for (const credential of [key, other, "AC0123456789abcdef0123456789abcdef:token"]) vendor.accepted.add(credential);
  database = await openOwnPostgres();
  endpoints = await endpointsFile(vendor);
});
afterAll(async () => {
  await vendor.stop();
  await database.stop();
  await removeFolders();
});

/** One call after another, each as `status method path body`, without what differs from run to run. */
async function record(server: ServerProcess): Promise<string[]> {
  const lines: string[] = [];
  const names = new Map<string, string>();
  const name = (id: string) => {
    if (!names.has(id)) names.set(id, `${id.slice(0, 3)}#${names.size + 1}`);
    return names.get(id) ?? "";
  };
  const normalise = (text: string) =>
    text
      .replace(/\breq_[0-9a-z]+/g, "req")
      .replace(/\b[a-z]{3}_[0-9a-z]{26,27}\b/g, name)
      // Calls are written a moment later.
      .replace(/"lastUsedAt":(null|"[^"]+")/g, '"lastUsedAt":<soon>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
      .replace(/[\w-]{43}/g, "<token>")
      .replaceAll(server.url, "<url>")
      .replaceAll(`"port":${server.port}`, '"port":<port>')
      .replaceAll(vendor.origin, "<vendor>");
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await callByKey(server, method, path, { headers, ...(body === undefined ? {} : { body }) });
    lines.push(normalise(`${answer.status} ${method} ${path} ${answer.text}`));
    return answer.json as { connection?: { id: string }; connections?: { id: string }[]; nextCursor?: string | null };
  };
  const idOf = (answer: Awaited<ReturnType<typeof call>>) => answer.connection?.id ?? "";

  for (const path of ["/api/mcps", "/api/mcps/stripe", "/api/mcps/nope", "/api/openapi.json", "/health", "/health/live", "/health/ready", "/api/connections", "/api/nope"]) await call("GET", path);
  const stripe = idOf(await call("POST", "/api/mcps/stripe/connect/api-key", { api_key: key, name: "Éclair – 支払い 💳" }));
  const twilio = idOf(await call("POST", "/api/mcps/twilio/connect/basic", { username: "AC0123456789abcdef0123456789abcdef", password: "token" }));
  const hidden = idOf(await call("POST", "/api/mcps/stripe/connect/api-key", { api_key: key, visibility: "private" }));
  await call("POST", "/api/mcps/stripe/connect/api-key", { api_key: "wrong" });
  await call("POST", "/api/mcps/stripe/connect/api-key", { nothing: 1 });
  await call("POST", "/api/mcps/stripe/test-connection", { authKind: "api_key", api_key: key });
  await call("POST", "/api/mcps/github/connect/oauth/start", { scopes: ["gist"] });
  await call("POST", "/api/mcps/slack/connect/oauth/start", {});
  const first = await call("GET", "/api/connections?limit=2");
  await call("GET", `/api/connections?limit=2&cursor=${first.nextCursor ?? ""}`);
  for (const query of ["mcpId=stripe", "status=active", "status=expired", "health=healthy", "health=failing", "health=degraded&mcpId=twilio", "limit=0", "cursor=nonsense", "mcpId=%00"]) await call("GET", `/api/connections?${query}`);
  for (const id of [stripe, twilio, hidden]) await call("GET", `/api/proxy/${id}/v1/customers?limit=1`);
  await call("GET", `/api/proxy/${stripe}/v1/cut`);
  vendor.accepted.delete(key);
  await call("POST", `/api/connections/${stripe}/test`);
  await call("PATCH", `/api/connections/${stripe}/refresh`);
  await call("GET", `/api/proxy/${stripe}/v1/customers`);
  await call("GET", "/api/connections?status=invalid");
  await call("GET", "/health");
  await call("POST", `/api/connections/${stripe}/rotate`, { api_key: key });
  await call("POST", `/api/connections/${stripe}/rotate`, { api_key: other });
  vendor.accepted.add(key);
  await call("POST", `/api/mcps/stripe/connect/api-key`, { api_key: key, connectionId: hidden });
  await call("GET", `/api/connections/${hidden}`);
  for (const id of [stripe, twilio, twilio]) await call("DELETE", `/api/connections/${id}`);
  await call("GET", "/api/connections");
  return lines;
}

describe.each(["embedded", "postgres"])("the whole REST run on the %s database", (kind) => {
  it("answers as the contract says", async () => {
    const server = await startServer({ CONNECTOR_ENDPOINTS: endpoints, GITHUB_CLIENT_ID: "app", GITHUB_CLIENT_SECRET: "secret", ...(kind === "postgres" ? { DATABASE_URL: database.url } : {}) });
    const lines = await record(server);
    expect((await server.stop()).code).toBe(0);
    runs[kind] = lines;
    const statuses = lines.map((line) => Number(line.slice(0, 3)));
    const expected = [
      [200, 200, 404, 200, 200, 200, 200, 200, 404],
      [200, 200, 200, 422, 400, 200, 200, 409],
      [200, 200, 200, 200, 200, 200, 200, 200, 400, 400, 400],
      [200, 200, 200, 503],
      [200, 200, 424, 200, 200, 422, 200],
      [200, 200, 200, 200, 404, 200],
    ];
    expect(statuses).toEqual(expected.flat());
    expect(lines.join("\n")).toContain("Éclair – 支払い 💳");
    expect(server.logs()).not.toMatch(/"level":(50|60)/);
  });
});

it("answers the same, word for word, on both", () => {
  expect(runs["embedded"]?.length).toBeGreaterThan(40);
  expect(runs["postgres"]).toEqual(runs["embedded"]);
});
