import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/server/lib/errors";
import { fillUrl } from "./fill-url";

it("splits an address into origin and path", () => {
  expect(fillUrl("https://{shop}.myshopify.com/admin/oauth/authorize?a=1", { shop: "acme" })).toEqual({
    origin: "https://acme.myshopify.com",
    path: "/admin/oauth/authorize?a=1",
  });
});

it("lets a value be a whole origin where the template begins with it", () => {
  expect(fillUrl("{instance_url}/services", { instance_url: "https://Acme.my.salesforce.com/" })).toEqual({ origin: "https://acme.my.salesforce.com", path: "/services" });
});

it.each([
  "http://acme.my.salesforce.com",
  "https://acme.my.salesforce.com/path",
  "https://user@acme.my.salesforce.com",
  "https://acme.my.salesforce.com?x",
  "https://acme.my.salesforce.com#x",
  "https://acme.my.salesforce.com\\@evil.com",
  "javascript:alert(1)",
])("refuses the whole origin %s", (value) => {
  expect(() => fillUrl("{instance_url}", { instance_url: value })).toThrow(/characters that no address has/);
});

describe("a value in the host part", () => {
  it.each(["evil.com/", "evil.com/x", "a.evil.com#", "a@evil.com", "@evil.com", "evil.com?", "evil.com:443", "a b", "а", "xn--\u0430", "ａ", "a%2eb", "a\\b", "a..b", ".a", "a.", "a\tb", "a\nb", "[::1]", "a\u3002b", "a_b", "{shop}"])(
    "is refused when it is %j",
    (value) => {
      expect(() => fillUrl("https://{shop}.myshopify.com", { shop: value })).toThrowError(expect.objectContaining({ code: "INVALID_REQUEST" }));
    },
  );

  it("never changes the host, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.webUrl(), fc.domain()), (shop) => {
        try {
          const { origin } = fillUrl("https://{shop}.myshopify.com/admin", { shop });
          const url = new URL(origin);
          expect(url.host).toBe(`${shop.toLowerCase()}.myshopify.com`);
          expect(url.username + url.password + url.search + url.hash).toBe("");
        } catch (error) {
          if (!isAppError(error)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a value in the path", () => {
  it("is percent-encoded", () => {
    expect(fillUrl("https://x.example.com/{tenant}/v2", { tenant: "a/b?c#d" }).path).toBe("/a%2Fb%3Fc%23d/v2");
  });

  it.each([".", ".."])("cannot walk up with %s", (tenant) => {
    expect(() => fillUrl("https://x.example.com/a/{tenant}/b", { tenant })).toThrow(/characters/);
  });

  it("leaves the client's id for the one who holds the OAuth app", () => {
    expect(fillUrl("https://x.example.com/applications/{client_id}/grant", { client_id: "{client_id}" }).path).toBe("/applications/{client_id}/grant");
  });
});

it("refuses an address without https", () => {
  expect(() => fillUrl("http://{shop}.example.com", { shop: "acme" })).toThrow();
});
