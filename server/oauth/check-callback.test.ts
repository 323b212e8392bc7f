import { expect, it } from "vitest";
import { Secret } from "@/server/lib/secret";
import { hasShopifyHmac, isExpectedIssuer } from "./check-callback";

// The sample of Shopify's own guide to verifying requests.
const signed = "code=0907a61c0c8d55e99db179b68161bc00&hmac=4712bf92ffc2917d15a2f5a273e39f0116667419aa4b6ac0b3baaf26fa3c4d20&shop=some-shop.myshopify.com&timestamp=1337178173";
const secret = new Secret("hush");

it("accepts what Shopify signed, in any order", () => {
  expect(hasShopifyHmac(new URLSearchParams(signed), secret)).toBe(true);
  expect(hasShopifyHmac(new URLSearchParams(signed.split("&").reverse().join("&")), secret)).toBe(true);
});

it("refuses a changed, an added and a missing parameter, another secret and no signature", () => {
  const forged = [
    signed.replace("some-shop", "other-shop"),
    `${signed}&state=x`,
    signed.replace("&timestamp=1337178173", ""),
    signed.replace(/hmac=\w+/, "hmac="),
    signed.replace(/&hmac=\w+/, ""),
    signed.replace(/hmac=(\w{10})\w+/, "hmac=$1"),
  ];
  expect(forged.map((query) => hasShopifyHmac(new URLSearchParams(query), secret))).toEqual(forged.map(() => false));
  expect(hasShopifyHmac(new URLSearchParams(signed), new Secret("hash"))).toBe(false);
});

it("takes exactly the one issuer where one is expected", () => {
  const from = (query: string) => isExpectedIssuer("https://vendor.test", new URLSearchParams(query));
  expect(from("iss=https%3A%2F%2Fvendor.test")).toBe(true);
  expect(["", "iss=https%3A%2F%2Fvendor.test%2F", "iss=https%3A%2F%2Fevil.test", "iss=https%3A%2F%2Fvendor.test&iss=https%3A%2F%2Fevil.test"].map(from)).toEqual([false, false, false, false]);
  expect(isExpectedIssuer(undefined, new URLSearchParams("iss=anything"))).toBe(true);
});
