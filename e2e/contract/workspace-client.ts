import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { LoopbackVendor } from "../stand-ins/loopback-vendor";
import { type Answer, ask, type Sent } from "./ask";
import { makeFolder, type ServerProcess } from "./server-process";

/** The file for CONNECTOR_ENDPOINTS that sends a server to the stand-in. */
export async function endpointsFile(vendor: LoopbackVendor): Promise<string> {
  const file = path.join(await makeFolder(), "endpoints.json");
  await writeFile(file, JSON.stringify(vendor.endpoints));
  return file;
}

/** A call with the workspace's bootstrap key. */
export function callByKey(server: ServerProcess, method: string, target: string, sent: Sent = {}): Promise<Answer> {
  return ask(server.port, method, target, { ...sent, headers: { authorization: `Bearer ${server.env["BOOTSTRAP_API_KEY"]}`, ...sent.headers } });
}

/** Connects with whatever the body holds, and answers the new connection's id. */
export async function connect(server: ServerProcess, target: string, body: Record<string, unknown>): Promise<string> {
  const answer = await callByKey(server, "POST", `/api/mcps/${target}`, { body });
  if (answer.status !== 200) throw new Error(`${target} answered ${answer.status}: ${answer.text}`);
  return (answer.json as { connection: { id: string } }).connection.id;
}

/** What the workspace has, as text that differs when anything about it does but when it was last used, which is written later. */
export async function listConnections(server: ServerProcess): Promise<string> {
  const answer = await callByKey(server, "GET", "/api/connections?limit=100");
  if (answer.status !== 200) throw new Error(`the list answered ${answer.status}: ${answer.text}`);
  const { connections } = answer.json as { connections: Record<string, unknown>[] };
  return JSON.stringify(connections.map((each) => ({ ...each, lastUsedAt: undefined })));
}

/** Signs the owner in: the `Cookie` header of a browser that did. */
export async function signIn(server: ServerProcess): Promise<string> {
  const { env, port } = server;
  const answer = await ask(port, "POST", "/api/auth/sign-in/email", { headers: { origin: env["PUBLIC_URL"] ?? "" }, body: { email: env["BOOTSTRAP_OWNER_EMAIL"], password: env["BOOTSTRAP_OWNER_PASSWORD"] } });
  if (answer.status !== 200) throw new Error(`signing in answered ${answer.status}: ${answer.text}`);
  return cookiesOf(answer).map((cookie) => cookie.split(";", 1)[0]).join("; ");
}

export function cookiesOf({ headers }: Answer): string[] {
  return [headers["set-cookie"] ?? []].flat();
}

/** A mutation of tRPC in the name of a signed-in browser. */
export async function mutate(server: ServerProcess, cookie: string, procedure: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(server.port, "POST", `/api/trpc/${procedure}`, { headers: { cookie, origin: server.env["PUBLIC_URL"] ?? "", ...headers }, body });
}

/** Another workspace on the same server, with a key of its own. */
export async function createOtherWorkspace(server: ServerProcess, cookie: string): Promise<{ slug: string; key: string }> {
  const made = await mutate(server, cookie, "workspaces.create", { name: "Another" });
  const { slug } = dataOf(made) as { slug: string };
  const created = await mutate(server, cookie, "workspaces.createApiKey", { name: "Theirs", scopes: ["admin"], expiresAt: null }, { "x-workspace": slug });
  await mutate(server, cookie, "workspaces.switch", { slug: server.env["BOOTSTRAP_WORKSPACE"] });
  return { slug, key: (dataOf(created) as { key: string }).key };
}

function dataOf({ status, text, json }: Answer): unknown {
  if (status !== 200) throw new Error(`tRPC answered ${status}: ${text}`);
  return (json as { result: { data: unknown } }).result.data;
}
