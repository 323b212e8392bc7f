import type { Connector, Field, GuideStep } from "../connector";
import { woocommerceOperations } from "./woocommerce.operations";

const checkedOn = "2026-11-21";

const fields: Field[] = [
  {
    key: "consumer_key",
    label: "Consumer key",
    secret: false,
    required: true,
    example: "ck_0123456789abcdef0123456789abcdef01234567",
    where: { text: "WooCommerce, Settings, Advanced, REST API" },
    pattern: "ck_[A-Za-z0-9]{10,100}",
    patternHint: "The consumer key starts with ck_.",
  },
  {
    key: "consumer_secret",
    label: "Consumer secret",
    secret: true,
    required: true,
    example: "cs_0123456789abcdef0123456789abcdef01234567",
    where: { text: "Shown once, when the key is made" },
    looksLike: "cs_[0-9a-f]{40}",
    looksLikeHint: "The consumer secret starts with cs_.",
  },
];
const guide: GuideStep[] = [
  { text: "In your WordPress admin open WooCommerce, Settings, Advanced, REST API, and press Add key." },
  { text: "Describe it as Patchbay, choose an administrator or shop manager as its user, and choose Read, or Read/Write to change things too." },
  { text: "Press Generate API key, and copy the consumer key and the consumer secret at once: WooCommerce shows the secret only now." },
  { text: "Under Settings, Permalinks anything but Plain has to be chosen, or the API does not answer." },
];

export const woocommerce: Connector = {
  slug: "woocommerce",
  name: "WooCommerce",
  category: "ecommerce",
  description: "Read and update orders, keep products and stock up to date, and look up customers",
  synonyms: ["wordpress", "woo", "store", "shop", "orders", "products", "stock", "online shop", "coupons"],
  website: "https://woocommerce.com",
  docsUrl: "https://woocommerce.github.io/woocommerce-rest-api-docs/",
  sources: [
    { url: "https://github.com/woocommerce/woocommerce-rest-api-docs/blob/trunk/source/includes/wp-api-v3/_introduction.md", checkedOn },
    { url: "https://github.com/woocommerce/woocommerce-rest-api-docs/blob/trunk/source/includes/wp-api-v3/_authentication.md", checkedOn },
    { url: "https://github.com/woocommerce/woocommerce-rest-api-docs/blob/trunk/source/includes/wp-api-v3/_orders.md", checkedOn },
    { url: "https://github.com/woocommerce/woocommerce-rest-api-docs/blob/trunk/source/includes/wp-api-v3/_webhooks.md", checkedOn },
  ],
  popularity: 78,
  keyShapes: ["cs_[0-9a-f]{40}"],
  inputs: [
    {
      key: "shop",
      label: "Shop's address",
      secret: false,
      required: true,
      example: "shop.example.com",
      help: "The address where WordPress runs. It has to answer over https.",
      where: { text: "WordPress admin, Settings, General: WordPress Address" },
      cut: "^https?://|/[\\s\\S]*$",
      pattern: "[a-zA-Z0-9][a-zA-Z0-9-]{0,62}(\\.[a-zA-Z0-9][a-zA-Z0-9-]{0,62}){1,8}",
      patternHint: "Write the bare name, such as shop.example.com. Shops in a folder of an address cannot be connected.",
    },
  ],
  auth: [
    { kind: "basic", label: "REST API key", guide, fields },
    {
      kind: "api_key",
      label: "REST API key, in the address",
      guide: [{ text: "This is for servers that drop the Authorization header, so that the key is not seen. Try the other way first: addresses are kept in server logs." }, ...guide],
      fields,
      placement: [
        { in: "query", name: "consumer_key", template: "{consumer_key}" },
        { in: "query", name: "consumer_secret", template: "{consumer_secret}" },
      ],
    },
  ],
  api: { baseUrl: "https://{shop}", hosts: [], errors: { code: "code", message: "message" } },
  verify: {
    method: "GET",
    path: "/wp-json/wc/v3/orders?per_page=1&_fields=id",
    account: { id: ["{shop}"], label: ["{shop}"] },
    hints: [
      { status: 401, message: "The shop does not accept this key. Copy both halves again; if they are right, the shop's server drops the Authorization header: connect with the key in the address." },
      { status: 403, message: "The shop refused this key. Its user has to be an administrator or a shop manager, and a security plugin may block the API." },
      { status: 404, message: "There is no WooCommerce API at this address. Check the address, and choose any permalinks but Plain under Settings, Permalinks." },
    ],
    alternatives: [{ method: "GET", path: "/wp-json/wc/v3/products?per_page=1&_fields=id", account: { id: ["{shop}"], label: ["{shop}"] } }],
  },
  operations: woocommerceOperations,
  settings: [],
  rateLimit: { summary: "What the shop's own server can bear; WooCommerce sets no limit by itself" },
  pagination: { kind: "link_header" },
  webhook: {
    header: "x-wc-webhook-signature",
    algorithm: "hmac_sha256",
    encoding: "base64",
    signed: "{body}",
    key: "The secret of the webhook, under WooCommerce, Settings, Advanced, Webhooks. The first test call is a form and may not be signed",
  },
  defaultVisibility: "workspace",
};
