import type { ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  basic: {
    verify: {
      call: "GET https://mixpanel.com/api/app/me",
      headers: { authorization: "Basic {username}:{password}" },
      answer: { body: { status: "ok", results: { user_id: 4_051_372, user_name: "patchbay", user_email: "patchbay.0a1b2c.mp-service-account", organizations: { "1200": { id: 1200, name: "Acme", role: "admin" } }, workspaces: {} } } },
    },
    account: { id: "patchbay.0a1b2c.mp-service-account", label: "patchbay.0a1b2c.mp-service-account" },
    facts: { service_account: "patchbay.0a1b2c.mp-service-account" },
    refused: { status: 401, body: { error: "Invalid service account credentials", status: "error" } },
  },
};
