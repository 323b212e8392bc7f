import type { ConnectorSample } from "./sample";

const headers = { "dd-api-key": "{api_key}", "dd-application-key": "{application_key}" };

export const sample: ConnectorSample = {
  api_key: {
    verify: {
      call: "GET https://api.datadoghq.com/api/v2/current_user",
      headers,
      answer: { body: { data: { type: "users", id: "4d3f6d2a-0000-11ee-8000-da7ad0900001", attributes: { name: "Ada Lovelace", handle: "ada@example.com", email: "ada@example.com", status: "Active", disabled: false, service_account: false }, relationships: { org: { data: { type: "orgs", id: "4d3f6d2a-0000-11ee-8000-da7ad0900002" } } } } } },
    },
    account: { id: "4d3f6d2a-0000-11ee-8000-da7ad0900001", label: "ada@example.com" },
    alternatives: [{ call: "GET https://api.datadoghq.com/api/v2/validate_keys", headers, answer: { body: { status: "ok" } }, account: { id: null, label: "datadoghq.com" } }],
    refused: { status: 403, body: { errors: ["Forbidden"] } },
  },
};
