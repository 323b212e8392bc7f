import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClient } from "@trpc/client";
import { clientAddressHeader } from "@/server/identity/client-address-header";
import type { Runtime } from "@/server/runtime/runtime";
import { answerTrpc } from "./answer-trpc";
import type { AppRouter } from "./router";

/** A browser's tRPC client with the real handler behind it. It keeps cookies as a browser does. */
export type TestBrowser = {
  trpc: TRPCClient<AppRouter>;
  /** `name=value` pairs that it would send now. */
  cookie(): string;
};

export function openTestBrowser(runtime: Runtime, options: { cookie?: string; workspace?: string; origin?: string; address?: string } = {}): TestBrowser {
  const jar = new Map<string, string>();
  const keep = (pair: string) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    if (value === "") jar.delete(name);
    else jar.set(name, value);
  };
  if (options.cookie) options.cookie.split("; ").forEach(keep);
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const send = async (input: URL | RequestInfo, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers);
    if (jar.size > 0) headers.set("cookie", cookie());
    if (init?.method === "POST") headers.set("origin", options.origin ?? runtime.env.publicUrl);
    headers.set(clientAddressHeader, options.address ?? "192.0.2.1");
    const response = await answerTrpc(runtime, new Request(input, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) keep(line.split(";", 1)[0] ?? "");
    return response;
  };
  const shared = {
    url: `${runtime.env.publicUrl}/api/trpc`,
    fetch: send,
    headers: options.workspace === undefined ? {} : { "x-workspace": options.workspace },
  };
  const trpc = createTRPCClient<AppRouter>({
    links: [splitLink({ condition: (operation) => operation.type === "mutation", true: httpLink(shared), false: httpBatchLink(shared) })],
  });
  return { trpc, cookie };
}
