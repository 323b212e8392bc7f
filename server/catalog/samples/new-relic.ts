import type { ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  api_key: {
    verify: {
      call: "POST https://api.newrelic.com/graphql",
      headers: { "api-key": "{api_key}", "content-type": "application/json" },
      json: { query: "query { actor { user { id name email } accounts { id name } } }" },
      answer: { body: { data: { actor: { user: { id: 1_003_456_789, name: "Ada Lovelace", email: "ada@example.com" }, accounts: [{ id: 1_234_567, name: "Acme" }] } } } },
    },
    account: { id: "1003456789", label: "ada@example.com" },
    refused: { status: 401, body: { errors: [{ message: "Invalid API key", extensions: { errorClass: "UNAUTHORIZED" } }] } },
  },
};
