import type { ConnectorSample } from "./sample";

const headers = { authorization: "bearer {api_key}", "x-odoo-database": "acme", "content-type": "application/json" };

export const sample: ConnectorSample = {
  api_key: {
    verify: {
      call: "POST https://acme.odoo.com/json/2/res.company/search_read",
      headers,
      json: { domain: [], fields: ["name"], limit: 1 },
      answer: { body: [{ id: 1, name: "Acme NV" }] },
    },
    account: { id: "acme.odoo.com/acme", label: "Acme NV" },
    alternatives: [
      { call: "POST https://acme.odoo.com/json/2/res.users/context_get", headers, json: {}, answer: { body: { lang: "en_US", tz: "Europe/Brussels", uid: 2 } }, account: { id: "acme.odoo.com/acme", label: "acme.odoo.com" } },
    ],
    refused: { status: 401, body: { name: "werkzeug.exceptions.Unauthorized", message: "Invalid apikey", arguments: ["Invalid apikey", 401], context: {}, debug: "Traceback (most recent call last): …" } },
  },
};
