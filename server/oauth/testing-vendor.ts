import { generateKeyPairSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import Provider, { type Configuration } from "oidc-provider";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { startTestServer } from "@/server/lib/http/start-test-server";

export const testClient = { id: "patchbay-tests", secret: "a secret/with+signs that:basic must encode" };

/** What the vendor did with a token request that asked for `grant_type`. */
export type TokenCall = { grantType: string; status: number; authorization: string | undefined; body: string };

export type TestVendor = {
  origin: string;
  /** Every finished call of the token endpoint, in order. */
  tokenCalls: TokenCall[];
  /** Who signs in next, and whether they agree. */
  person: { accountId: string; agrees: boolean };
  /** Before the token endpoint answers. `status` answers in its place. */
  token: { delayMs?: number; status?: number; headers?: Record<string, string>; body?: string };
  close(): Promise<void>;
};

const accessTtlSeconds = 3600;

/** A certified authorization server on loopback: PKCE required, rotating refresh tokens with family revocation, `iss`. */
export async function startTestVendor(redirectUris: string[], clientAuthentication: OAuth2["clientAuthentication"] = "basic"): Promise<TestVendor> {
  const state: Pick<TestVendor, "tokenCalls" | "person" | "token"> = { tokenCalls: [], person: { accountId: "ada", agrees: true }, token: {} };
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = await startTestServer((request, response) => answer(request, response));
  const provider = new Provider(server.origin, configuration(redirectUris, clientAuthentication));
  provider.on("server_error", (_ctx, error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  const serve = provider.callback();

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (!state.person.agrees) return provider.interactionFinished(request, response, { error: "access_denied", error_description: "the person said no" });
    if (prompt.name === "login") return provider.interactionFinished(request, response, { login: { accountId: state.person.accountId } });
    const grant = (grantId && (await provider.Grant.find(grantId))) || new provider.Grant({ accountId: session?.accountId ?? "", clientId: String(params["client_id"]) });
    grant.addOIDCScope(String(params["scope"]));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  }

  async function serveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const { delayMs, status, headers, body: instead = "<html>down</html>" } = state.token;
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const seen = { grantType: new URLSearchParams(body).get("grant_type") ?? "", authorization: request.headers.authorization, body };
    response.once("finish", () => state.tokenCalls.push({ ...seen, status: response.statusCode }));
    if (status !== undefined) {
      response.writeHead(status, headers).end(instead);
      return;
    }
    // The provider takes a body that was read already; the stream is at its end.
    await serve(Object.assign(request, { body }), response);
  }

  answer = (request, response) => {
    const path = request.url?.split("?", 1)[0] ?? "";
    const serving = path.startsWith("/interaction/") ? interact(request, response) : path === "/token" ? serveToken(request, response) : serve(request, response);
    serving.catch((error: unknown) => response.writeHead(500).end(String(error)));
  };
  return Object.assign(state, { origin: server.origin, close: server.close });
}

function configuration(redirectUris: string[], clientAuthentication: OAuth2["clientAuthentication"]): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: redirectUris,
        grant_types: ["authorization_code", "refresh_token"],
        token_endpoint_auth_method: clientAuthentication === "basic" ? "client_secret_basic" : "client_secret_post",
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "tests", alg: "RS256", use: "sig" }] },
    cookies: { keys: ["a cookie key that only tests use"] },
    scopes: ["openid", "email", "offline_access"],
    claims: { openid: ["sub"], email: ["email"] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@vendor.test` }) }),
    features: { devInteractions: { enabled: false }, revocation: { enabled: true, allowedPolicy: () => Promise.resolve(true) } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: () => Promise.resolve(true),
    ttl: { AccessToken: accessTtlSeconds, AuthorizationCode: 60, Grant: 86_400, Interaction: 600, RefreshToken: 86_400, Session: 86_400, IdToken: 3600 },
  };
}

/** Plays the browser at the vendor: follows its redirects, with its cookies, up to our callback, which it does not open. */
export async function signInAtVendor(authorizationUrl: string, callbackPrefix: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = new URL(authorizationUrl);
  for (let hop = 0; hop < 12; hop += 1) {
    if (url.href.startsWith(callbackPrefix)) return url;
    const response = await fetch(url, { redirect: "manual", headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";", 1);
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`the vendor stopped at ${url.pathname} with ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
  }
  throw new Error("the vendor redirects without end");
}

/** A definition whose every address is the test vendor, through the `apiBaseUrl` of `connectorEndpoints`. */
export function testConnector(slug: string, issuer: string, changes: Partial<OAuth2> = {}): Connector {
  const option: OAuth2 = {
    kind: "oauth2",
    label: "Sign in with Testvendor",
    guide: [{ text: "Register an app with this callback URL.", copy: "{callbackUrl}" }],
    authorizeUrl: "https://vendor.example.com/auth",
    tokenUrl: "https://vendor.example.com/token",
    revoke: { url: "https://vendor.example.com/token/revocation", style: "rfc7009", token: "refresh_token" },
    clientAuthentication: "basic",
    pkce: "S256",
    scopeSeparator: " ",
    scopes: [
      { value: "openid", meaning: "Know who you are", isSensitive: false, isDefault: true, isRequired: true },
      { value: "email", meaning: "See your email address", isSensitive: false, isDefault: true, isRequired: false },
      { value: "offline_access", meaning: "Stay connected", isSensitive: false, isDefault: true, isRequired: true },
    ],
    authorizeParams: { prompt: "consent" },
    refresh: { mode: "rotating", accessTtlSeconds: null },
    issuer,
    ...changes,
  };
  return {
    slug,
    name: "Testvendor",
    category: "devops",
    description: "Stands in for a vendor in tests",
    synonyms: [],
    website: "https://vendor.example.com",
    docsUrl: "https://vendor.example.com/docs",
    sources: [],
    popularity: 0,
    inputs: [],
    auth: [option],
    api: { baseUrl: "https://vendor.example.com", hosts: [] },
    verify: { method: "GET", path: "/me", account: { id: ["sub"], label: ["email"] } },
    operations: [],
    settings: [],
    defaultVisibility: "workspace",
  };
}
