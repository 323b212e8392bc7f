import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getConnector } from "@/server/catalog/registry";
import { Secret } from "@/server/lib/secret";
import { requireOAuthOption } from "./oauth-option";
import { type CallbackQuestion, readCallback } from "./read-callback";
import { testConnector } from "./testing-vendor";

const plain = testConnector("testvendor", "https://vendor.test");

function ask(changes: Partial<CallbackQuestion> = {}): CallbackQuestion {
  const connector = changes.connector ?? plain;
  return { connector, option: requireOAuthOption(connector), publicUrl: "https://patchbay.test", clientSecret: new Secret("hush"), issuer: undefined, inputs: {}, ...changes };
}
const read = (question: CallbackQuestion, query: string) => readCallback(question, new URLSearchParams(query));

describe("an error of the vendor", () => {
  it.each([
    ["access_denied", /^Access was declined at Testvendor/],
    ["temporarily_unavailable", /Try again in a few minutes/],
    ["redirect_uri_mismatch", /has to add https:\/\/patchbay\.test\/api\/oauth2\/callback\/testvendor to the OAuth app/],
    ["admin_policy_enforced", /Ask its administrator/],
    ["invalid_scope", /permissions/],
    ["<b>odd</b>", /\(boddb\)/],
  ])("%s becomes a sentence", (code, sentence) => {
    expect(() => read(ask(), `error=${encodeURIComponent(code)}&error_description=raw+words`)).toThrow(sentence);
    expect(() => read(ask(), `error=${encodeURIComponent(code)}&error_description=raw+words`)).toThrow(expect.objectContaining({ detail: `${code}: raw words` }));
  });

  it("counts only from the issuer that was asked", () => {
    expect(() => read(ask({ issuer: "https://vendor.test" }), "error=access_denied&iss=https%3A%2F%2Fevil.test")).toThrow(/does not come from/);
  });
});

describe("Shopify's callback", () => {
  const shopify = getConnector("shopify");
  const signed = (fields: Record<string, string>) => {
    const message = Object.entries(fields).map(([name, value]) => `${name}=${value}`).toSorted().join("&");
    return new URLSearchParams({ ...fields, hmac: createHmac("sha256", "hush").update(message).digest("hex") }).toString();
  };
  const fields = { code: "c", shop: "acme.myshopify.com", state: "s", timestamp: "1" };
  const question = ask({ connector: shopify, inputs: { shop: "acme" } });

  it("is taken when it is signed and for the shop that was asked", () => {
    expect(read(question, signed(fields))).toEqual({ code: "c", facts: { shop: "acme" } });
  });

  it("is refused unsigned, for another shop, and for none", () => {
    expect(() => read(question, new URLSearchParams(fields).toString())).toThrow(/not signed by Shopify/);
    expect(() => read(question, signed({ ...fields, shop: "other.myshopify.com" }))).toThrow("Shopify answered for other, but acme was asked.");
    const { shop: _shop, ...without } = fields;
    expect(() => read(question, signed(without))).toThrow(/without saying which account/);
  });
});

it("needs a code", () => {
  expect(() => read(ask(), "state=s")).toThrow(/without its answer/);
});
