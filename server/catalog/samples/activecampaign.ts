import type { ConnectorSample } from "./sample";

const headers = { "api-token": "{api_key}" };

export const sample: ConnectorSample = {
  api_key: {
    verify: {
      call: "GET https://acme.api-us1.com/api/3/users/me",
      headers,
      answer: { body: { user: { username: "admin", firstName: "Ada", lastName: "Lovelace", email: "ada@example.com", phone: "", signature: null, links: { lists: "https://acme.api-us1.com/api/3/users/1/lists" }, id: "1" } } },
    },
    account: { id: "1", label: "ada@example.com" },
    alternatives: [
      {
        call: "GET https://acme.api-us1.com/api/3/contacts?limit=1",
        headers,
        answer: { body: { scoreValues: [], contacts: [{ id: "4", email: "bob@example.com", firstName: "Bob" }], meta: { total: "1" } } },
        account: { id: null, label: "acme.api-us1.com" },
      },
    ],
    refused: { status: 403, headers: { "content-type": "text/html; charset=UTF-8" }, body: "" },
  },
};
