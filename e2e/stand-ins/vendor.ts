import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Endpoints } from "@/server/demo/start-emulators";
import { answerApi } from "./vendor-api";
import { createVendorOAuth, vendorAccounts } from "./vendor-oauth";

/** Stands in for HubSpot, Linear and Stripe where the emulators are too kind: it refuses, says no, and breaks down. */
export type Vendor = {
  endpoints: Endpoints;
  /** From here on every credential that it gave out or accepted is refused, until `accept`. */
  refuseAll(): void;
  accept(): void;
  stop(): Promise<void>;
};

/** A Stripe key that it accepts, as it does every key that starts like this one. */
export const vendorKey = "rk_test_harborandpine51";

/** Linear's pages cut themselves off from the window that opened them, as those of many vendors do. */
const cutOff = { "cross-origin-opener-policy": "same-origin" };

export async function startVendor(): Promise<Vendor> {
  const oauth = createVendorOAuth();
  let isRefusing = false;
  const accountOf = (authorization = "") => {
    const credential = authorization.replace(/^Bearer /, "");
    return isRefusing ? undefined : credential.startsWith(vendorKey) ? vendorAccounts.usual : oauth.tokens.get(credential);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://vendor.invalid");
    const send = (status: number, body: unknown) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    void text(request).then((body) => {
      if (url.pathname.endsWith("/authorize")) {
        response.writeHead(200, { "content-type": "text/html", ...(url.pathname.startsWith("/linear") ? cutOff : {}) }).end(oauth.authorizePage(url.searchParams));
        return;
      }
      if (url.pathname === "/revoke") {
        send(200, {});
        return;
      }
      const answer = url.pathname === "/token" ? oauth.exchange(new URLSearchParams(body)) : answerApi(request.method ?? "GET", url.pathname, accountOf(request.headers.authorization));
      send(answer.status, answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoints: {
      hubspot: { apiBaseUrl: origin, authorizeUrl: `${origin}/hubspot/authorize`, tokenUrl: `${origin}/token`, revokeUrl: `${origin}/revoke` },
      linear: { apiBaseUrl: origin, authorizeUrl: `${origin}/linear/authorize`, tokenUrl: `${origin}/token`, revokeUrl: `${origin}/revoke` },
      stripe: { apiBaseUrl: origin },
    },
    refuseAll: () => (isRefusing = true),
    accept: () => (isRefusing = false),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
