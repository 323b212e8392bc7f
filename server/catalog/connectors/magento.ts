import type { Connector } from "../connector";
import { magentoOperations } from "./magento.operations";

const checkedOn = "2026-11-21";
const integrations = "In the admin of your store open System, Extensions, Integrations, and press Add New Integration. Name it Patchbay and enter your own password.";
const access = "On the API tab choose what it may do. Sales, Catalog, Customers, and under Stores all of All Stores are what the built-in operations use. Save.";
const details = "System, Integrations, your integration, Integration Details";
const activate = "Press Activate beside the new integration, and Allow.";

export const magento: Connector = {
  slug: "magento",
  name: "Adobe Commerce (Magento)",
  category: "ecommerce",
  description: "Read orders, invoice and ship them, keep products and stock, and look up customers",
  synonyms: ["magento", "adobe commerce", "store", "shop", "orders", "products", "stock", "online shop"],
  website: "https://business.adobe.com/products/commerce.html",
  docsUrl: "https://developer.adobe.com/commerce/webapi/rest/",
  sources: [
    { url: "https://github.com/AdobeDocs/commerce-webapi/blob/main/src/pages/get-started/authentication/gs-authentication-token.md", checkedOn },
    { url: "https://github.com/AdobeDocs/commerce-webapi/blob/main/src/pages/get-started/authentication/gs-authentication-oauth.md", checkedOn },
    { url: "https://github.com/AdobeDocs/commerce-webapi/blob/main/src/pages/get-started/gs-web-api-request.md", checkedOn },
    { url: "https://github.com/AdobeDocs/commerce-webapi/blob/main/src/pages/get-started/gs-web-api-response.md", checkedOn },
    { url: "https://github.com/AdobeDocs/commerce-webapi/blob/main/src/openapi/admin-schema-2.4.8.yaml", checkedOn },
  ],
  popularity: 64,
  inputs: [
    {
      key: "host",
      label: "Store's address",
      secret: false,
      required: true,
      example: "shop.example.com",
      help: "The address of the shop that you or your agency runs. It has to answer over https.",
      where: { text: "The address of the shop; in the admin under Stores, Configuration, Web, Base URLs (Secure)" },
      cut: "^https?://|/[\\s\\S]*$",
      pattern: "[a-zA-Z0-9][a-zA-Z0-9-]{0,62}(\\.[a-zA-Z0-9][a-zA-Z0-9-]{0,62}){1,8}",
      patternHint: "Write the bare name, such as shop.example.com.",
    },
    {
      key: "store_code",
      label: "Store view",
      secret: false,
      required: false,
      example: "default",
      default: "default",
      help: "The code of the store view whose names and prices are used. all changes products in every view.",
      where: { text: "Stores, All Stores: the code under the name of a store view" },
      pattern: "[a-z][a-z0-9_]{0,31}",
      patternHint: "A store view's code is small letters, digits and underscores, such as default.",
    },
  ],
  auth: [
    {
      kind: "api_key",
      label: "Integration",
      guide: [
        { text: integrations },
        { text: access },
        { text: `${activate} Copy all four values: consumer key and secret, access token and its secret. With them Patchbay signs each call.` },
      ],
      fields: [
        { key: "consumer_key", label: "Consumer key", secret: false, required: true, example: "8mbv2y6x3s0q9w1e7r4t5u6i8o9p0a1s", where: { text: details }, pattern: "[A-Za-z0-9]{16,64}", patternHint: "The consumer key has 32 small letters and digits." },
        { key: "consumer_secret", label: "Consumer secret", secret: true, required: true, example: "q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6", where: { text: details } },
        { key: "token_id", label: "Access token", secret: true, required: true, example: "3pgsytnpxbyz0waujkw9qllcjb79s379", where: { text: details } },
        { key: "token_secret", label: "Access token secret", secret: true, required: true, example: "z1x2c3v4b5n6m7a8s9d0f1g2h3j4k5l6", where: { text: details } },
      ],
      placement: { in: "oauth1" },
    },
    {
      kind: "bearer",
      label: "Access token alone",
      guide: [
        { text: integrations },
        { text: access },
        { text: `${activate} Copy the access token, not the secret of it.` },
        { text: "Since version 2.4.4 this needs a switch that Adobe advises against: under Stores, Configuration, Services, OAuth, Consumer Settings, allow OAuth access tokens to be used as standalone bearer tokens." },
      ],
      fields: [
        {
          key: "token",
          label: "Access token",
          secret: true,
          required: true,
          example: "3pgsytnpxbyz0waujkw9qllcjb79s379",
          where: { text: `${details}: Access Token` },
          looksLike: "[a-z0-9]{32}",
          looksLikeHint: "An integration's access token has 32 small letters and digits.",
        },
      ],
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], headers: { accept: "application/json" }, errors: { message: "message", param: "parameters.0" } },
  verify: {
    method: "GET",
    path: "/rest/{store_code}/V1/store/storeConfigs",
    account: { id: ["0.base_url", "{host}"], label: ["{host}"] },
    hints: [
      { status: 401, message: "The store does not accept this. Check that the integration is active and may read All Stores, and that the switch for bearer tokens is on where a token is used alone." },
      { status: 404, message: "There is no Magento API at this address, or no store view of this code." },
    ],
  },
  operations: magentoOperations,
  settings: [],
  rateLimit: { summary: "What the store's own server can bear; there is no limit by itself" },
  pagination: { kind: "page", param: "searchCriteria[currentPage]", limitParam: "searchCriteria[pageSize]", total: "total_count" },
  defaultVisibility: "workspace",
};
