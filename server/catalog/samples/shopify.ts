import { clientInBody, codeGrant, type ConnectorSample, type WaySample } from "./sample";

const store = "https://acme.myshopify.com";

function way(token: string): Pick<WaySample, "verify" | "account" | "refused"> {
  return {
    verify: {
      call: `POST ${store}/admin/api/2026-10/graphql.json`,
      headers: { "x-shopify-access-token": token, "content-type": "application/json" },
      json: { query: "query { shop { id name myshopifyDomain } }" },
      answer: { body: { data: { shop: { id: "gid://shopify/Shop/548380009", name: "Acme Supplies", myshopifyDomain: "acme.myshopify.com" } }, extensions: { cost: { requestedQueryCost: 1, actualQueryCost: 1 } } } },
    },
    account: { id: "gid://shopify/Shop/548380009", label: "Acme Supplies" },
    refused: { status: 401, body: { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" } },
  };
}

export const sample: ConnectorSample = {
  oauth2: {
    ...way("{access_token}"),
    authorize: { url: `${store}/admin/oauth/authorize`, pkce: false },
    callback: { shop: "acme.myshopify.com", host: "YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvYWNtZQ", timestamp: "1795000000" },
    token: {
      call: `POST ${store}/admin/oauth/access_token`,
      form: { ...codeGrant, ...clientInBody, expiring: "1" },
      answer: { body: { access_token: "shpat_3f0a2b1csample", expires_in: 3600, refresh_token: "shprt_7b2d9e4fsample", refresh_token_expires_in: 7_776_000, scope: "read_products,read_orders" } },
      reads: { accessToken: "shpat_3f0a2b1csample", refreshToken: "shprt_7b2d9e4fsample", expiresInSeconds: 3600, refreshExpiresInSeconds: 7_776_000, scopes: ["read_products", "read_orders"] },
    },
    tokenRefused: { status: 400, body: { error: "invalid_request", error_description: "The authorization code was not found or was already used" } },
  },
  client_credentials: {
    ...way("{access_token}"),
    token: {
      call: `POST ${store}/admin/oauth/access_token`,
      form: { grant_type: "client_credentials", ...clientInBody },
      answer: { body: { access_token: "f85632530bf277ec9ac6f649fc327f17", scope: "read_products,write_orders", expires_in: 86_399 } },
      reads: { accessToken: "f85632530bf277ec9ac6f649fc327f17", expiresInSeconds: 86_399, scopes: ["read_products", "write_orders"] },
    },
    tokenRefused: { status: 400, body: { error: "application_cannot_be_found", error_description: "The client_id or client_secret is invalid" } },
  },
  api_key: way("{api_key}"),
};
