import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { callSnippets } from "./call-snippets";
import type { Call } from "./example-call";

const origin = "https://patchbay.example.com";
const codeOf = (call: Call, label: string) => callSnippets({ origin, connectionId: "con_1", call }).find((snippet) => snippet.label === label)?.code ?? "";

const read: Call = { method: "GET", path: "/v1/customers?limit=10", body: null };
const json: Call = { method: "POST", path: "/messages", body: { type: "json", text: `{"text": "it's me"}` } };
const form: Call = { method: "POST", path: "/v1/customers", body: { type: "form", text: "email=ada@example.com\nname=Ada Lovelace" } };

describe("a call as code", () => {
  it("takes the key from the environment and never writes one", () => {
    for (const label of ["curl", "JavaScript", "Python"]) expect(codeOf(read, label)).toContain("PATCHBAY_API_KEY");
  });

  it("is one curl line and its headers for a read", () => {
    expect(codeOf(read, "curl")).toBe(`curl "${origin}/api/proxy/con_1/v1/customers?limit=10" \\\n  -H "Authorization: Bearer $PATCHBAY_API_KEY"`);
  });

  it("quotes a body that has quotes in it for the shell", () => {
    expect(codeOf(json, "curl")).toContain(`-d '{"text": "it'\\''s me"}'`);
  });

  it("does not let the shell read the path", () => {
    expect(codeOf({ ...read, path: "/search?q=$HOME`id`" }, "curl")).toContain("q=\\$HOME\\`id\\`");
  });

  it("sends a form as a form", () => {
    expect(codeOf(form, "curl")).toContain("content-type: application/x-www-form-urlencoded");
    expect(codeOf(form, "curl")).toContain("-d 'email=ada%40example.com&name=Ada+Lovelace'");
  });

  it("names another host of the connector where the call has one", () => {
    expect(codeOf({ ...read, host: "uploads.github.com" }, "Python")).toContain(`"x-patchbay-host": "uploads.github.com"`);
  });

  it("is JavaScript that parses", () => {
    for (const call of [read, json, form]) expect(() => new Script(`async () => {${codeOf(call, "JavaScript")}}`)).not.toThrow();
  });
});
