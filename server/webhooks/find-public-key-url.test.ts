import { describe, expect, it } from "vitest";
import { getConnector } from "@/server/catalog/registry";
import { findPublicKeyUrl } from "./find-public-key-url";

const { webhook: paypal } = getConnector("paypal");
const { webhook: lexoffice } = getConnector("lexoffice");
const { webhook: github } = getConnector("github");
const named = (url: string) => (paypal ? findPublicKeyUrl(paypal, new Headers({ "paypal-cert-url": url }))?.href : undefined);

describe("where a public key is fetched", () => {
  it("is the address in the header, on the vendor's hosts", () => {
    expect(named("https://api.paypal.com/v1/notifications/certs/CERT-360caa42")).toBe("https://api.paypal.com/v1/notifications/certs/CERT-360caa42");
    expect(named("https://API.sandbox.PayPal.com/v1/notifications/certs/CERT-1")).toBe("https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1");
  });

  it.each([
    "http://api.paypal.com/v1/notifications/certs/CERT-1",
    "https://api.paypal.com.evil.example/cert",
    "https://evil.example/?https://api.paypal.com/",
    "https://api.paypal.com@evil.example/cert",
    "https://user:pass@api.paypal.com/cert",
    "https://api.paypal.com:8443/cert",
    "https://www.paypal.com/cert",
    "https://127.0.0.1/cert",
    "file:///etc/passwd",
    "CERT-1",
    "",
  ])("is never %s", (url) => {
    expect(named(url)).toBeUndefined();
  });

  it("is the scheme's own address, or none", () => {
    expect(lexoffice && findPublicKeyUrl(lexoffice, new Headers())?.href).toBe("https://developers.lexware.io/webhookSignature/public/public_key.pub");
    expect(paypal && findPublicKeyUrl(paypal, new Headers())).toBeUndefined();
    expect(github && findPublicKeyUrl(github, new Headers())).toBeUndefined();
  });
});
