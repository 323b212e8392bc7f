import { type ConnectorDraft, connectorDraft, type ConnectorDraftInput } from "./schema";

/** A draft as the form sends it, of an API that takes a key in a header. */
export const keyDraft: ConnectorDraftInput = {
  name: "Acme Billing",
  category: "finance",
  description: "See invoices and customers",
  website: "https://acme.example.com",
  logo: { kind: "monogram", text: "AB", colour: "#2f6feb" },
  auth: { kind: "api_key", label: "API key", placement: { in: "header", name: "X-Api-Key", template: "Key {api_key}" } },
  api: { baseUrl: "https://api.acme.example.com/v2", headers: { "Acme-Version": "2026-01-01" } },
  verify: { path: "/me", account: { id: ["id"], label: ["profile.name"] } },
};

/** The draft with changes to it, parsed as the door does. */
export function testDraft(changes: Partial<ConnectorDraftInput> = {}): ConnectorDraft {
  return connectorDraft.parse({ ...keyDraft, ...changes });
}
