import type { Connector, Placement, TokenAnswer } from "../connector";
import { shopifyOperations } from "./shopify.operations";

const checkedOn = "2026-11-21";
const placement: Placement = { in: "header", name: "x-shopify-access-token", template: "{access_token}" };

export const shopify: Connector = {
  slug: "shopify",
  name: "Shopify",
  category: "ecommerce",
  description: "Read orders, keep products and stock up to date, and look customers up in your store",
  synonyms: ["store", "shop", "orders", "products", "inventory", "online shop", "stock", "customers"],
  website: "https://www.shopify.com",
  docsUrl: "https://shopify.dev/docs/api/admin-graphql",
  sources: [
    { url: "https://shopify.dev/docs/apps/build/authentication-authorization/authenticate-standalone-apps", checkedOn },
    { url: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens?syclid=d9q1ehbh1pss73ebjspg", checkedOn },
    { url: "https://shopify.dev/changelog/posts/offline-access-tokens-now-support-expiry-and-refresh", checkedOn },
    { url: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant", checkedOn },
    { url: "https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets", checkedOn },
    { url: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens?syclid=d9q1ehbh1pss73ebjspg", checkedOn },
  ],
  popularity: 87,
  keyShapes: ["shp(at|ca|pa|ss|ua)_[A-Za-z0-9]{16,}"],
  inputs: [
    {
      key: "shop",
      label: "Store",
      secret: false,
      required: true,
      example: "acme",
      help: "The part before .myshopify.com. You may paste the whole address.",
      where: { text: "The address of your admin: admin.shopify.com/store/acme", url: "https://admin.shopify.com" },
      cut: "^(https?://)?(admin\\.shopify\\.com/store/)?|\\.myshopify\\.com.*$|/.*$",
      pattern: "[A-Za-z0-9][A-Za-z0-9-]{0,99}",
      patternHint: "Write the store's name as in acme.myshopify.com. Your own domain does not work here.",
    },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Shopify",
      guide: [
        { text: "Open the Dev Dashboard and create an app.", url: "https://dev.shopify.com/dashboard" },
        { text: "In the app's version set this as the app URL, and switch embedding in the admin off.", copy: "{publicUrl}" },
        { text: "Add this as a redirect URL.", copy: "{callbackUrl}" },
        { text: "Choose the access scopes you want to offer here, and release the version." },
        { text: "Open Settings, copy the client ID and the secret, and enter both here." },
      ],
      authorizeUrl: "https://{shop}.myshopify.com/admin/oauth/authorize",
      tokenUrl: "https://{shop}.myshopify.com/admin/oauth/access_token",
      clientAuthentication: "post",
      pkce: "none",
      scopeSeparator: ",",
      scopes: [
        { value: "read_products", meaning: "See products and collections", isSensitive: false, isDefault: true, isRequired: true },
        { value: "write_products", meaning: "Create, change and delete products", isSensitive: true, isDefault: false, isRequired: false },
        { value: "read_orders", meaning: "See orders of the last 60 days", isSensitive: true, isDefault: true, isRequired: false },
        { value: "write_orders", meaning: "Change and cancel orders", isSensitive: true, isDefault: false, isRequired: false },
        { value: "read_customers", meaning: "See customers and their addresses", isSensitive: true, isDefault: true, isRequired: false },
        { value: "write_customers", meaning: "Create, change and delete customers", isSensitive: true, isDefault: false, isRequired: false },
        { value: "read_inventory", meaning: "See stock levels", isSensitive: false, isDefault: true, isRequired: false },
        { value: "write_inventory", meaning: "Change stock levels", isSensitive: true, isDefault: false, isRequired: false },
        { value: "read_fulfillments", meaning: "See what was shipped", isSensitive: false, isDefault: false, isRequired: false },
        { value: "write_fulfillments", meaning: "Mark orders as shipped", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // Without it Shopify hands out tokens for good, which public apps may no longer use.
      tokenParams: { expiring: "1" },
      refresh: { mode: "rotating", accessTtlSeconds: null, refreshTtlSeconds: 7_776_000 },
      callbackFacts: ["shop"],
      callbackHmac: "shopify",
      readToken,
      placement,
    },
    {
      kind: "client_credentials",
      label: "App for your own store",
      guide: [
        { text: "Open the Dev Dashboard and create an app. It has to belong to the same organisation as the store.", url: "https://dev.shopify.com/dashboard" },
        { text: "In the app's version choose the access scopes it needs, and release the version." },
        { text: "Install the app on your store from the app's page." },
        { text: "Open Settings and copy the client ID and the secret." },
      ],
      fields: [
        { key: "client_id", label: "Client ID", secret: false, required: true, example: "0123456789abcdef0123456789abcdef", pattern: "[A-Za-z0-9_-]{8,100}", patternHint: "Copy the client ID from the app's Settings." },
        { key: "client_secret", label: "Client secret", secret: true, required: true, example: "shpss_0123456789abcdef0123456789abcdef" },
      ],
      tokenUrl: "https://{shop}.myshopify.com/admin/oauth/access_token",
      clientAuthentication: "post",
      placement,
    },
    {
      kind: "api_key",
      label: "Admin API access token",
      guide: [
        { text: "This is for custom apps that were made in the store's admin. New apps are made in the Dev Dashboard: use App for your own store." },
        { text: "In your store's admin open Settings, Apps and sales channels, Develop apps, and your app.", url: "https://admin.shopify.com" },
        { text: "Under API credentials copy the Admin API access token. It starts with shpat_. Shopify shows it only once: if it is lost, reinstall the app." },
      ],
      fields: [
        {
          key: "api_key",
          label: "Admin API access token",
          secret: true,
          required: true,
          example: "shpat_0123456789abcdef0123456789abcdef",
          where: { text: "Settings, Apps and sales channels, Develop apps", url: "https://admin.shopify.com" },
          looksLike: "shp(at|ca|ua)_[A-Za-z0-9]{16,}",
          looksLikeHint: "Admin API access tokens start with shpat_. The API key and the API secret key (shpss_) do not work here.",
        },
      ],
      placement: { in: "header", name: "x-shopify-access-token", template: "{api_key}" },
    },
  ],
  api: {
    baseUrl: "https://{shop}.myshopify.com",
    hosts: [],
    errors: { failedWhen: { present: "errors" }, code: "errors.0.extensions.code", message: "errors.0.message" },
  },
  verify: {
    method: "POST",
    path: "/admin/api/2026-10/graphql.json",
    body: { query: "query { shop { id name myshopifyDomain } }" },
    account: { id: ["data.shop.id"], label: ["data.shop.name", "data.shop.myshopifyDomain"] },
    hints: [
      { status: 401, message: "Shopify does not accept this token for this store. Check the store's name, and that the app is installed there." },
      { status: 402, message: "This store is frozen until its bill is paid." },
      { status: 403, message: "Shopify refused this token. Public apps need tokens that expire: connect with Sign in with Shopify." },
      { status: 404, message: "Shopify has no store of this name. Check it: it is the part before .myshopify.com." },
    ],
  },
  operations: shopifyOperations,
  settings: [],
  rateLimit: { summary: "Points that refill every second, more on higher plans; each answer says what a query cost and what is left" },
  pagination: { kind: "graphql" },
  webhook: { header: "x-shopify-hmac-sha256", algorithm: "hmac_sha256", encoding: "base64", signed: "{body}", key: "The client secret of the app" },
  mcp: { url: "https://setup.shopify.com/mcp", auth: "oauth", note: "Needs a registered app. Each store also has one for shoppers at /api/mcp of its own address." },
  defaultVisibility: "workspace",
};

/** Scopes come separated by commas; a token for one person has its own under `associated_user_scope`. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  const scope = answer["associated_user_scope"] ?? answer["scope"];
  return typeof scope === "string" ? { ...answer, scope: scope.replaceAll(",", " ") } : { ...answer };
}
