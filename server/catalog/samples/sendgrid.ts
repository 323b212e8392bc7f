import type { ConnectorSample } from "./sample";

export const sample: ConnectorSample = {
  api_key: {
    verify: {
      call: "GET https://api.sendgrid.com/v3/scopes",
      headers: { authorization: "Bearer {api_key}" },
      answer: { body: { scopes: ["mail.send", "templates.read", "sender_verification_eligible"] } },
    },
    // The answer names nobody: the key's own first half does.
    account: { id: "AbCdEfGhIjKlMnOpQrStUv", label: "Key AbCdEfGhIjKlMnOpQrStUv" },
    facts: { key_id: "AbCdEfGhIjKlMnOpQrStUv" },
    refused: { status: 401, body: { errors: [{ field: null, message: "The provided authorization grant is invalid, expired, or revoked" }] } },
  },
};
