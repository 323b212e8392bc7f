import { randomBytes } from "node:crypto";
import { type Answer, ask } from "./ask";
import type { ServerProcess } from "./server-process";
import { callByKey, cookiesOf } from "./workspace-client";

export type Started = { flowId: string; state: string; authorizationUrl: string };

/** Starts a sign-in at GitHub in the name of a signed-in browser. */
export async function startBySession(server: ServerProcess, cookie: string): Promise<Started> {
  const answer = await ask(server.port, "POST", "/api/mcps/github/connect/oauth/start", { headers: { cookie, origin: server.env["PUBLIC_URL"] ?? "" }, body: {} });
  return read(answer);
}

/** Starts one with the workspace's key and presses the hosted page's button: the flow, and the visitor's cookie. */
export async function startByKey(server: ServerProcess): Promise<Started & { cookie: string }> {
  const started = read(await callByKey(server, "POST", "/api/mcps/github/connect/oauth/start", { body: {} }));
  const path = new URL(started.authorizationUrl).pathname;
  const page = await ask(server.port, "GET", path);
  if (page.status !== 200) throw new Error(`the hosted page answered ${page.status}`);
  const pressed = await ask(server.port, "POST", `${path}/begin`, { headers: { origin: server.env["PUBLIC_URL"] ?? "", "content-type": "application/x-www-form-urlencoded" }, body: "" });
  const cookie = cookiesOf(pressed).map((each) => each.split(";", 1)[0]).join("; ");
  if (cookie === "") throw new Error(`the button answered ${pressed.status} without a cookie`);
  return { ...started, cookie };
}

/** The vendor sends the browser back. */
export function comeBack(server: ServerProcess, query: Record<string, string>, cookie = "", provider = "github"): Promise<Answer> {
  return ask(server.port, "GET", `/api/oauth2/callback/${provider}?${new URLSearchParams(query)}`, { headers: cookie === "" ? {} : { cookie } });
}

export const newCode = () => `code${randomBytes(12).toString("hex")}`;

function read({ status, text, json }: Answer): Started {
  if (status !== 200) throw new Error(`starting answered ${status}: ${text}`);
  return json as Started;
}
