import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";

export type Received = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

/** One stand-in for several vendors on loopback: it records what it gets, and says no to what it was not told of. */
export type LoopbackVendor = {
  origin: string;
  /** For CONNECTOR_ENDPOINTS. */
  endpoints: Record<string, { apiBaseUrl: string; authorizeUrl?: string; tokenUrl?: string }>;
  /** Credentials that it lets in, in whatever header they come. */
  accepted: Set<string>;
  /** What its token endpoint answers next, in turn; nothing left means that it refuses. */
  tokens: Record<string, unknown>[];
  received: Received[];
  stop(): Promise<void>;
};

const account = {
  id: "acct_1",
  login: "octocat",
  sid: "AC0123456789abcdef0123456789abcdef",
  friendly_name: "Acme",
  business_profile: { name: "Acme" },
};

/** Stripe, GitHub and Twilio as far as connecting, calling and disconnecting go. */
export async function startLoopbackVendor(): Promise<LoopbackVendor> {
  const accepted = new Set<string>();
  const tokens: Record<string, unknown>[] = [];
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        received.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
        return answer({ request, response, isKnown: isKnown(accepted, request), tokens });
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    endpoints: {
      stripe: { apiBaseUrl: origin },
      github: { apiBaseUrl: origin, authorizeUrl: `${origin}/login/oauth/authorize`, tokenUrl: `${origin}/token` },
      twilio: { apiBaseUrl: origin },
      shopify: { apiBaseUrl: origin, tokenUrl: `${origin}/token` },
    },
    accepted,
    tokens,
    received,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function isKnown(accepted: Set<string>, { headers }: IncomingMessage): boolean {
  const { authorization = "" } = headers;
  const plain = authorization.startsWith("Basic ") ? Buffer.from(authorization.slice(6), "base64").toString() : authorization;
  return [...accepted].some((credential) => plain.includes(credential));
}

type Asked = { request: IncomingMessage; response: ServerResponse; isKnown: boolean; tokens: Record<string, unknown>[] };

async function answer({ request, response, isKnown: isIn, tokens }: Asked): Promise<void> {
  const url = new URL(request.url ?? "/", "http://vendor.invalid");
  const { authorization } = request.headers;
  const send = (status: number, body: unknown) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (url.pathname === "/token") {
    const next = tokens.shift();
    send(next ? 200 : 400, next ?? { error: "bad_verification_code", error_description: `No such code; the app sent ${authorization ?? "nothing"}` });
  } else if (request.method === "DELETE" && url.pathname.startsWith("/applications/")) response.writeHead(204).end();
  else if (!isIn) send(401, { error: { message: `Invalid credential: ${authorization ?? "none"}` }, message: `Bad credential ${authorization ?? "none"}` });
  // A vendor that repeats the credential in its error, as badly written ones do.
  else if (url.pathname === "/v1/broken") send(500, { error: { message: `Failed for ${authorization ?? "none"}` } });
  else if (url.pathname === "/v1/cut") response.destroy();
  else if (url.pathname === "/v1/drip") await drip(response, Number(url.searchParams.get("times")));
  else send(200, { ...account, path: request.url });
}

/** Ten lines a second, so many times. */
async function drip(response: ServerResponse, times: number): Promise<void> {
  response.writeHead(200, { "content-type": "text/plain" });
  for (let line = 1; line <= times && !response.destroyed; line += 1) {
    response.write(`line ${line}\n`);
    await delay(100);
  }
  response.end("the end\n");
}
