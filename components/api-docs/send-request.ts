import { type CallAnswer, readCallAnswer } from "@/components/connections/send-call";
import type { Endpoint } from "./reference";
import type { Sender } from "./try-as";

export type Filled = { values: Record<string, string>; body: string };

type Asked = { endpoint: Endpoint; filled: Filled; sender: Sender; workspace: string; signal: AbortSignal };

/** Where a request goes, from the origin's root. A vendor's path keeps its slashes; everything else is one part of the address. */
export function addressOf({ path, parameters }: Pick<Endpoint, "path" | "parameters">, values: Record<string, string>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name] ?? "";
    return name === "path" ? value.replace(/^\//, "") : encodeURIComponent(value);
  });
  const query = new URLSearchParams(parameters.flatMap(({ name, place }) => (place === "query" && values[name] ? [[name, values[name]]] : [])));
  return `${filled}${query.size > 0 ? `?${query}` : ""}`;
}

/** Sends a real request of the API, as the signed-in person or with a pasted key. Throws when nothing answers. */
export async function sendRequest({ endpoint, filled, sender, workspace, signal }: Asked): Promise<CallAnswer> {
  const url = new URL(addressOf(endpoint, filled.values), window.location.origin);
  const fixed = endpoint.path.split("{", 1)[0] ?? "";
  if (!url.pathname.startsWith(fixed)) throw new Error("The path may not go up with “..”.");
  const headers = new Headers();
  if (sender.way === "key") headers.set("authorization", `Bearer ${sender.key.trim()}`);
  else headers.set("x-workspace", workspace);
  for (const { name, place } of endpoint.parameters) if (place === "header" && filled.values[name]) headers.set(name, filled.values[name]);
  const hasBody = endpoint.body !== null;
  if (hasBody) headers.set("content-type", endpoint.body?.contentType ?? "application/json");
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: endpoint.method,
    headers,
    cache: "no-store",
    credentials: sender.way === "key" ? "omit" : "same-origin",
    redirect: "manual",
    signal,
    body: hasBody ? filled.body : null,
  });
  return readCallAnswer(response, startedAt);
}
