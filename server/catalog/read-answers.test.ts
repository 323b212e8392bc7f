import { describe, expect, it } from "vitest";
import { fieldFacts } from "./field-facts";
import { readAccount } from "./read-account";
import { readPath } from "./read-path";
import { readVendorError } from "./read-vendor-error";
import { getConnector } from "./registry";

describe("a dotted path", () => {
  const value = { team: { id: "T1" }, users: [{ name: "Ada" }, { name: "Grace" }], "@odata.nextLink": "x" };
  it.each([
    ["team.id", "T1"],
    ["users.0.name", "Ada"],
    ["users.-1.name", "Grace"],
    ["users.2.name", undefined],
    ["team.id.length", undefined],
    ["team.constructor", undefined],
    ["nothing.there", undefined],
  ])("%s finds %s", (path, found) => {
    expect(readPath(value, path)).toBe(found);
  });
});

describe("an account", () => {
  it("is the first that holds a value", () => {
    expect(readAccount({ id: ["id"], label: ["name", "email"] }, { id: 42, name: " ", email: "ada@example.com" }, {})).toEqual({ id: "42", label: "ada@example.com" });
  });

  it("may come from facts", () => {
    expect(readAccount({ id: ["sid", "{account_sid}"], label: ["Key {key_id}"] }, {}, { account_sid: "AC1" })).toEqual({ id: "AC1", label: null });
  });

  it("is unknown when nothing fits", () => {
    expect(readAccount({ id: ["id"], label: ["name"] }, null, {})).toEqual({ id: null, label: null });
    expect(readAccount({ id: ["id"], label: ["name"] }, { id: { nested: 1 }, name: true }, {})).toEqual({ id: null, label: null });
  });

  it("is cut when a vendor sends a novel", () => {
    expect(readAccount({ id: [], label: ["name"] }, { name: "x".repeat(900) }, {}).label).toHaveLength(200);
  });
});

describe("a vendor's error", () => {
  const slack = getConnector("slack").api?.errors;
  const linear = getConnector("linear").api?.errors;

  it("is read at status 200 where the vendor hides it", () => {
    expect(readVendorError(slack, 200, { ok: false, error: "invalid_auth" })).toEqual({ code: "invalid_auth", message: "invalid_auth" });
    expect(readVendorError(linear, 200, { data: null, errors: [{ message: "Authentication required", extensions: { code: "AUTHENTICATION_ERROR" } }] })).toEqual({ code: "AUTHENTICATION_ERROR", message: "Authentication required" });
  });

  it("is none when the call went well", () => {
    expect(readVendorError(slack, 200, { ok: true, team: "Acme" })).toBeNull();
    expect(readVendorError(linear, 200, { data: {}, errors: [] })).toBeNull();
    expect(readVendorError(undefined, 204, null)).toBeNull();
  });

  it("is one at 4xx and 5xx, with or without words", () => {
    expect(readVendorError(getConnector("twilio").api?.errors, 401, { code: 20003, message: "Authenticate" })).toEqual({ code: "20003", message: "Authenticate" });
    expect(readVendorError(getConnector("salesforce").api?.errors, 403, [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message: "TotalRequests" }])).toEqual({ code: "REQUEST_LIMIT_EXCEEDED", message: "TotalRequests" });
    expect(readVendorError(slack, 502, "<html>")).toEqual({ code: null, message: null });
  });
});

describe("facts of a credential", () => {
  const option = (slug: string, kind: string) => {
    const found = getConnector(slug).auth.find((candidate) => candidate.kind === kind);
    if (!found) throw new Error(`${slug} has no ${kind}`);
    return found;
  };

  it("are told by Mailchimp's key, Twilio's pair and SendGrid's key", () => {
    expect(fieldFacts(option("mailchimp", "api_key"), { api_key: "0123-us21" })).toEqual({ dc: "us21" });
    expect(fieldFacts(option("twilio", "basic"), { username: "AC0123456789abcdef0123456789abcdef", password: "x" })).toEqual({ account_sid: "AC0123456789abcdef0123456789abcdef" });
    expect(fieldFacts(option("twilio", "api_key"), { account_sid: "AC01", api_key: "SK01", api_secret: "x" })).toEqual({ account_sid: "AC01" });
    expect(fieldFacts(option("sendgrid", "api_key"), { api_key: "SG.AbCdEfGhIj.secretpart" })).toEqual({ key_id: "AbCdEfGhIj" });
  });

  it("are left out when the credential does not tell them", () => {
    expect(fieldFacts(option("sendgrid", "api_key"), { api_key: "another-shape" })).toEqual({});
    expect(fieldFacts(option("mailchimp", "api_key"), {})).toEqual({});
    expect(fieldFacts(option("github", "bearer"), { token: "x" })).toEqual({});
  });
});
