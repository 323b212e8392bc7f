import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { addressesOf, requireSoundDefinition } from "./check-definition";
import { compileDefinition } from "./compile-definition";
import { connectorDraft, type ConnectorDraftInput } from "./schema";
import { keyDraft, testDraft } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime({ env: { EGRESS_ALLOW: "internal.example.net" } })));
afterAll(() => close());

/** By field, why a draft is refused: by the schema first, then by the rules. Empty for a good one. */
function refusals(input: unknown): Record<string, string> {
  const parsed = connectorDraft.safeParse(input);
  if (!parsed.success) return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), message]));
  try {
    requireSoundDefinition(runtime, "custom-acme", 1, parsed.data);
    return {};
  } catch (error) {
    const fields = isAppError(error) ? error.details["fields"] : undefined;
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) throw error;
    return fields;
  }
}

const api = (changes: Partial<ConnectorDraftInput["api"]>) => ({ ...keyDraft, api: { ...keyDraft.api, ...changes } });
const auth = (changes: ConnectorDraftInput["auth"]) => ({ ...keyDraft, auth: changes });
const oauth: ConnectorDraftInput["auth"] = { kind: "oauth2", authorizeUrl: "https://acme.example.com/authorize", tokenUrl: "https://acme.example.com/token", scopes: [{ value: "read", meaning: "See invoices" }] };
const input = { key: "tenant", label: "Tenant", example: "acme", shape: "name" as const };

describe("a sound definition", () => {
  it.each<[string, ConnectorDraftInput]>([
    ["with a key in a header", keyDraft],
    ["with a key in the query", auth({ kind: "api_key", label: "Key", placement: { in: "query", name: "key", template: "{api_key}" } })],
    ["with a key as half of Basic", auth({ kind: "api_key", label: "Key", placement: { in: "basic", username: "{api_key}", password: "x" } })],
    ["with a bearer token", auth({ kind: "bearer", label: "Token" })],
    ["with Basic", auth({ kind: "basic", usernameLabel: "User", passwordLabel: "Password", whereText: "Settings, API", whereUrl: "https://acme.example.com/keys" })],
    ["with OAuth", auth(oauth)],
    ["with client credentials", auth({ kind: "client_credentials", tokenUrl: "https://acme.example.com/token", scope: "read" })],
    ["with a value in its addresses", { ...api({ baseUrl: "https://{tenant}.example.com/api", hosts: ["files.{tenant}.example.com", "*.cdn.example.com"] }), inputs: [input] }],
    ["with a whole host to enter", { ...api({ baseUrl: "https://{site}" }), inputs: [{ key: "site", label: "Site", example: "acme.example.com", shape: "host" }] }],
    ["at a host that EGRESS_ALLOW names", api({ baseUrl: "https://internal.example.net" })],
  ])("%s is taken", (_what, draft) => {
    expect(refusals(draft)).toEqual({});
  });

  it("is of the catalog's own type, frozen, with its base path for its way to connect", () => {
    const connector = compileDefinition("custom-acme-billing", 3, testDraft());
    expect(connector).toMatchObject({ slug: "custom-acme-billing", api: { baseUrl: "https://api.acme.example.com", perKind: { api_key: "https://api.acme.example.com/v2" }, headers: { "acme-version": "2026-01-01" } }, custom: { version: 3 } });
    expect(Object.isFrozen(connector) && Object.isFrozen(connector.auth[0])).toBe(true);
    expect(addressesOf(connector)).toEqual([{ field: "api.baseUrl", template: "https://api.acme.example.com/v2" }]);
  });
});

describe("a definition is refused with the field and the reason", () => {
  it.each<[string, unknown, string, RegExp]>([
    ["plain http", api({ baseUrl: "http://api.acme.example.com" }), "api.baseUrl", /https:\/\//],
    ["loopback", api({ baseUrl: "https://localhost" }), "api.baseUrl", /machine Patchbay runs on/],
    ["a loopback address", api({ baseUrl: "https://127.0.0.1:8443" }), "api.baseUrl", /loopback/],
    ["loopback in another spelling", api({ baseUrl: "https://0x7f.1" }), "api.baseUrl", /./],
    ["a private address", api({ baseUrl: "https://10.0.0.7/api" }), "api.baseUrl", /private/],
    ["cloud metadata", api({ baseUrl: "https://169.254.169.254" }), "api.baseUrl", /metadata|link-local/],
    ["a private further host", api({ hosts: ["192.168.1.1"] }), "api.hosts", /private/],
    ["IPv6 loopback", api({ baseUrl: "https://[::1]" }), "api.baseUrl", /loopback/],
    ["a password in the address", api({ baseUrl: "https://user:secret@api.example.com" }), "api.baseUrl", /./],
    ["a query in the base", api({ baseUrl: "https://api.example.com/?a=1" }), "api.baseUrl", /\?/],
    ["an unknown placeholder in the base", api({ baseUrl: "https://{shop}.example.com" }), "api.baseUrl", /\{shop\} is not known/],
    ["an unknown placeholder in a header", api({ headers: { "x-tenant": "{tenant}" } }), "api.headers", /\{tenant\} is not known/],
    ["an unknown placeholder in the check", { ...keyDraft, verify: { ...keyDraft.verify, path: "/{org}/me" } }, "verify.path", /\{org\} is not known/],
    ["an unknown placeholder in the key's template", auth({ kind: "api_key", label: "Key", placement: { in: "header", name: "x-key", template: "{token}" } }), "auth.placement.template", /Known: \{api_key\}/],
    ["javascript: as the authorize URL", auth({ ...oauth, authorizeUrl: "javascript:alert(1)" }), "auth.authorizeUrl", /https:\/\//],
    ["javascript: as the website", { ...keyDraft, website: "javascript:alert(1)" }, "website", /https:\/\//],
    ["a private token URL", auth({ ...oauth, tokenUrl: "https://10.1.2.3/token" }), "auth.tokenUrl", /private/],
    ["a private revoke URL", auth({ ...oauth, revokeUrl: "https://192.168.0.1/revoke" }), "auth.revokeUrl", /private/],
    ["a parameter of the flow", auth({ ...oauth, authorizeParams: { redirect_uri: "https://evil.example.com" } }), "auth.authorizeParams", /itself/],
    ["a logo that is an address", { ...keyDraft, logo: "javascript:alert(1)" }, "logo", /SVG/],
    ["a drawing with a script", { ...keyDraft, logo: { kind: "svg", svg: '<svg viewBox="0 0 24 24"><script>alert(1)</script></svg>' } }, "logo.svg", /<script>/],
    ["a drawing with a link", { ...keyDraft, logo: { kind: "svg", svg: '<svg viewBox="0 0 24 24"><a href="javascript:alert(1)"><path d="M0 0"/></a></svg>' } }, "logo.svg", /<a>/],
    ["a picture that is none", { ...keyDraft, logo: { kind: "png", base64: "PHN2Zz4=" } }, "logo.base64", /PNG/],
    ["a colour that is markup", { ...keyDraft, logo: { kind: "monogram", text: "A", colour: '"/><script>' } }, "logo.colour", /colour/],
    ["a wildcard over a registry", api({ hosts: ["*.com"] }), "api.hosts", /wildcard/],
    ["a wildcard over a public suffix", api({ hosts: ["*.co.uk"] }), "api.hosts", /anybody can register/],
    ["a wildcard over a hosting domain", api({ hosts: ["*.herokuapp.com"] }), "api.hosts", /anybody can register/],
    ["a wildcard over what people enter", { ...api({ hosts: ["*.{tenant}.example.com"] }), inputs: [input] }, "api.hosts", /fixed domain/],
    ["a host with a path", api({ hosts: ["example.com/x"] }), "api.hosts", /not a host/],
    ["a credential as a fixed header", api({ headers: { Authorization: "Bearer x" } }), "api.headers", /itself/],
    ["a Host header", auth({ kind: "api_key", label: "Key", placement: { in: "header", name: "Host", template: "{api_key}" } }), "auth.placement.name", /set this header/],
    ["a line break in a header", api({ headers: { "x-a": "b\r\nx-evil: 1" } }), "api.headers.x-a", /line breaks/],
    ["two values of one name", { ...keyDraft, inputs: [input, input] }, "inputs", /same name/],
    ["an example that does not fit", { ...keyDraft, inputs: [{ ...input, example: "a b" }] }, "inputs.0.example", /./],
    ["a check of another host", { ...keyDraft, verify: { ...keyDraft.verify, host: "evil.example.com" } }, "verify.host", /further hosts/],
    ["a key that nothing knows", { ...keyDraft, popularity: 100 }, "", /popularity/],
  ])("%s", (_what, draft, field, reason) => {
    const found = refusals(draft);
    expect(Object.keys(found)).toContain(field);
    expect(found[field]).toMatch(reason);
  });

  it("when it is larger than a definition may be", () => {
    const scopes = Array.from({ length: 40 }, (_, place) => ({ value: `scope-${place}`.padEnd(200, "x"), meaning: "A".repeat(100) }));
    const svg = `<svg viewBox="0 0 24 24"><path d="${"M0 0 ".repeat(1_000)}"/></svg>`;
    const paths = Array.from({ length: 5 }, (_, place) => `${place}`.padEnd(200, "x"));
    const headers = Object.fromEntries(Array.from({ length: 10 }, (_, place) => [`x-${place}`.padEnd(100, "x"), "y".repeat(500)]));
    const hosts = Array.from({ length: 10 }, (_, place) => `${"a".repeat(60)}.${place}.example.com`);
    const large = testDraft({ auth: { ...oauth, scopes, authorizeUrl: `https://acme.example.com/${"é".repeat(470)}` } as ConnectorDraftInput["auth"], logo: { kind: "svg", svg }, api: { baseUrl: "https://api.example.com", headers, hosts }, verify: { path: "/me", account: { id: paths, label: paths } } });
    const doubled = { ...large, description: "é".repeat(20_000) };
    expect(() => requireSoundDefinition(runtime, "custom-acme", 1, doubled)).toThrow(/48 KB/);
  });
});
