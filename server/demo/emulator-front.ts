import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { company } from "./providers/company";
import type { Answer, SandboxProvider } from "./sandbox-provider";

type Caller = { emulator: string; request: IncomingMessage };

/**
 * Stands before one emulator and makes up for what it lacks: keys that do not have the vendor's shape are refused,
 * missing routes are answered, and the page where one picks an account shows the sandbox company's alone.
 */
export function createEmulatorFront(provider: SandboxProvider, emulator: string): Server {
  return createServer((request, response) => {
    answer(provider, { emulator, request }, response).catch((error: unknown) => {
      sendJson(response, { status: 502, body: { message: `The sandbox failed: ${error instanceof Error ? error.message : "unknown"}` } });
    });
  });
}

async function answer(provider: SandboxProvider, caller: Caller, response: ServerResponse): Promise<void> {
  const { method, headers } = caller.request;
  const path = new URL(caller.request.url ?? "/", caller.emulator).pathname;
  const key = /^(?:Bearer |token )?([^\s]+)$/i.exec(headers.authorization ?? "")?.[1];
  const isApi = path !== provider.oauth?.authorizePath && path !== provider.oauth?.tokenPath && !path.startsWith("/_emulate/");
  const missing = provider.missingRoutes.find((route) => route.method === method && route.path.test(path));
  if (isApi && isRefused(provider, key)) return sendJson(response, provider.keyShape?.refusal ?? { status: 401, body: null });
  if (missing) return sendJson(response, missing.answer());
  await pass(provider, caller, path, response);
}

/** Basic credentials and calls without a key are left to the emulator, except where it asks for none at all. */
function isRefused({ keyShape, service }: SandboxProvider, key: string | undefined): boolean {
  if (!keyShape) return false;
  return key === undefined ? service === "stripe" : !keyShape.pattern.test(key);
}

async function pass(provider: SandboxProvider, { emulator, request }: Caller, path: string, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] => (typeof value === "string" && !hopByHop.has(name) ? [[name, value]] : []));
  const answered = await fetch(new URL(request.url ?? "/", emulator), {
    method: request.method ?? "GET",
    headers,
    redirect: "manual",
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  const content = Buffer.from(await answered.arrayBuffer());
  if (answered.status === 404 && content.includes("emulate.dev")) {
    return sendJson(response, { status: 404, body: { message: `The sandbox does not emulate ${request.method} ${path} of ${provider.service}.` } });
  }
  response.writeHead(answered.status, Object.fromEntries([...answered.headers].filter(([name]) => !hopByHop.has(name))));
  response.end(touchUp(provider, path, answered, content));
}

function touchUp({ accountId }: SandboxProvider, path: string, answered: Response, content: Buffer): Buffer | string {
  if (answered.headers.get("content-type")?.startsWith("text/html")) return keepCompanyAccounts(content.toString());
  return answered.ok && accountId?.path === path ? keepAccountId(accountId, content.toString()) : content;
}

function keepAccountId({ field, from }: { field: string; from: string }, text: string): string {
  const account = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const stable = createHash("sha256").update(String(account[from])).digest("hex").slice(0, 24);
  return JSON.stringify({ ...account, [field]: stable });
}

const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "host", "expect"]);

/** Each account is a form with a button; the emulators bring a few of their own. */
function keepCompanyAccounts(page: string): string {
  return page.replace(/<form class="user-form"[\s\S]*?<\/form>/g, (form) => (form.includes(company.domain) ? form : ""));
}

function sendJson(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(status === 204 ? undefined : JSON.stringify(body));
}
