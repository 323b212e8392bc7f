import { expect, it } from "vitest";
import { connectorDraft } from "@/server/custom-connectors/schema";
import { readDraft } from "./read-draft";

const form = (values: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
};
const about = { name: "Acme", category: "finance", description: "See invoices", website: "https://acme.example.com", docsUrl: "", "logo.text": "a", "logo.colour": "#2f6feb" };
const calls = { "api.baseUrl": "https://api.acme.example.com/v2", "api.hosts": "files.acme.example.com\n\n*.cdn.acme.example.com", "api.headers": "Acme-Version: 2026-01-01", "verify.method": "GET", "verify.path": "/me", "verify.account.id": "id", "verify.account.label": "email\nname" };

it("reads a key's connector with values to enter", () => {
  const data = form({ ...about, ...calls, "auth.kind": "api_key", "auth.label": "API key", "auth.placement.in": "header", "auth.placement.name": "X-Key", "auth.placement.template": "{api_key}", "inputs.0.key": "tenant", "inputs.0.label": "Tenant", "inputs.0.example": "acme", "inputs.0.shape": "name", "api.errors.failedWhen.path": "ok", "api.errors.failedWhen.equals": "false" });
  expect(connectorDraft.parse(readDraft(data, null))).toEqual({
    name: "Acme",
    category: "finance",
    description: "See invoices",
    website: "https://acme.example.com",
    logo: { kind: "monogram", text: "A", colour: "#2f6feb" },
    inputs: [{ key: "tenant", label: "Tenant", example: "acme", shape: "name" }],
    auth: { kind: "api_key", label: "API key", placement: { in: "header", name: "x-key", template: "{api_key}" } },
    api: { baseUrl: "https://api.acme.example.com/v2", hosts: ["files.acme.example.com", "*.cdn.acme.example.com"], headers: { "acme-version": "2026-01-01" }, errors: { failedWhen: { path: "ok", equals: false } } },
    verify: { method: "GET", path: "/me", account: { id: ["id"], label: ["email", "name"] } },
  });
});

it("reads OAuth with its scopes and parameters, and a picture", () => {
  const data = form({ ...about, ...calls, "auth.kind": "oauth2", "auth.authorizeUrl": "https://acme.example.com/a", "auth.tokenUrl": "https://acme.example.com/t", "auth.scopeSeparator": "comma", "auth.pkce": "none", "auth.clientAuthentication": "basic", "auth.refresh": "stable", "auth.authorizeParams": "access_type=offline", "auth.scopes.0.value": "read", "auth.scopes.0.meaning": "See invoices", "auth.scopes.0.isDefault": "on", "auth.scopes.1.value": "write", "auth.scopes.1.meaning": "Change invoices", "auth.scopes.1.isSensitive": "on", "pagination.kind": "cursor", "pagination.param": "after", "pagination.path": "next" });
  const draft = connectorDraft.parse(readDraft(data, { kind: "png", base64: "iVBORw0KGgo=" }));
  expect(draft.logo.kind).toBe("png");
  expect(draft.pagination).toEqual({ kind: "cursor", param: "after", path: "next" });
  expect(draft.auth).toMatchObject({
    scopeSeparator: ",",
    pkce: "none",
    clientAuthentication: "basic",
    refresh: "stable",
    authorizeParams: { access_type: "offline" },
    scopes: [
      { value: "read", isDefault: true, isSensitive: false },
      { value: "write", isDefault: false, isSensitive: true },
    ],
  });
});

it("leaves to the schema what does not fit, with the field's own name", () => {
  const parsed = connectorDraft.safeParse(readDraft(form({ ...about, ...calls, "auth.kind": "bearer", "auth.label": "", "api.baseUrl": "http://x", "api.headers": "no colon" }), null));
  const fields = parsed.error?.issues.map(({ path }) => path.join("."));
  expect(fields).toEqual(expect.arrayContaining(["auth.label", "api.baseUrl"]));
});
