import type { Connector } from "../connector";
import { odooOperations } from "./odoo.operations";

const checkedOn = "2026-11-21";

export const odoo: Connector = {
  slug: "odoo",
  name: "Odoo",
  category: "erp",
  description: "Find, create and update contacts, orders, invoices, products and any other record in Odoo",
  synonyms: ["erp", "openerp", "crm", "sales orders", "invoices", "inventory", "accounting", "res.partner", "self-hosted"],
  website: "https://www.odoo.com",
  docsUrl: "https://www.odoo.com/documentation/19.0/developer/reference/external_api.html",
  sources: [
    { url: "https://www.odoo.com/documentation/19.0/developer/reference/external_api.html", checkedOn },
    { url: "https://github.com/odoo/documentation/blob/master/content/developer/reference/external_api.rst", checkedOn },
  ],
  popularity: 71,
  inputs: [
    {
      key: "host",
      label: "Address",
      secret: false,
      required: true,
      example: "acme.odoo.com",
      help: "The host of your Odoo, without a path. Odoo 19 or newer is needed.",
      where: { text: "The address of your Odoo in the browser" },
      cut: "^https?://|/[^]*$",
      pattern: "[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?){1,8}",
      patternHint: "Write the host alone, such as acme.odoo.com.",
    },
    {
      key: "database",
      label: "Database",
      secret: false,
      required: false,
      example: "acme",
      help: "Only where one server holds several. The page /web/database/selector may list them, or ask whoever runs the server.",
      pattern: "[A-Za-z0-9][A-Za-z0-9_.-]{0,99}",
      patternHint: "Write the name of the database, such as acme or acme-main-1234567.",
    },
  ],
  auth: [
    {
      kind: "api_key",
      label: "API key",
      guide: [
        { text: "Calls from outside need Odoo 19 or newer; on Odoo's own hosting they also need the plan Custom." },
        { text: "Sign in as the person Patchbay acts as. A user made for it, with the fewest rights it needs, is best." },
        { text: "Press your name, open Preferences, Account Security, and press New API Key. Name it Patchbay and choose how long it lasts: three months at most." },
        { text: "Copy the key at once: Odoo shows it only now. Note when it ends, and replace it here before." },
      ],
      fields: [
        {
          key: "api_key",
          label: "API key",
          secret: true,
          required: true,
          example: "0123456789abcdef0123456789abcdef01234567",
          where: { text: "Preferences, Account Security" },
          looksLike: "[0-9a-f]{40}",
          looksLikeHint: "Odoo's API keys have 40 letters and digits. A password does not work here.",
        },
      ],
      placement: { in: "header", name: "authorization", template: "bearer {api_key}" },
    },
  ],
  api: { baseUrl: "https://{host}", hosts: [], headers: { "x-odoo-database": "{database}" }, errors: { code: "name", message: "message" } },
  verify: {
    method: "POST",
    path: "/json/2/res.company/search_read",
    body: { domain: [], fields: ["name"], limit: 1 },
    account: { id: ["{host}/{database}", "{host}"], label: ["0.name", "{host}"] },
    hints: [
      { status: 401, message: "Odoo does not accept this key for this database. It may have ended: keys last three months at most. If the server holds several databases, check the name." },
      { status: 403, message: "Odoo refuses this user, or its plan does not include calls from outside." },
      { status: 404, message: "This server has no such API. It needs Odoo 19 or newer; check the address and the database too." },
    ],
    alternatives: [{ method: "POST", path: "/json/2/res.users/context_get", body: {}, account: { id: ["{host}/{database}", "{host}"], label: ["{host}"] } }],
  },
  operations: odooOperations,
  settings: [],
  rateLimit: { summary: "Odoo Online asks for about one call a second; a server of your own has no limit but its workers" },
  defaultVisibility: "workspace",
};
