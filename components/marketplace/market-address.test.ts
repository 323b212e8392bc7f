import { describe, expect, it } from "vitest";
import { marketAddress, mayBeSecret, readMarketAddress } from "./market-address";
import type { MarketView } from "./market-filters";

const all: MarketView = { text: "", category: null, filters: [] };

describe("the address of the marketplace", () => {
  it("is the plain one for everything", () => {
    expect(marketAddress(all)).toBe("/");
  });

  it("says what is shown, and is read back", () => {
    const view: MarketView = { text: "send mail", category: "crm", filters: ["connected", "one-click", "needs-app"] };
    const address = marketAddress(view);
    expect(address).toBe("/?q=send+mail&category=crm&filter=connected,one-click,needs-app");
    expect(readMarketAddress(new URLSearchParams(address.slice(2)))).toEqual(view);
  });

  it("leaves out what it does not know", () => {
    expect(readMarketAddress(new URLSearchParams("category=weapons&filter=free,mcp"))).toEqual({ ...all, filters: ["mcp"] });
  });
});

describe("what may be a secret", () => {
  it.each([
    "sk_test_51Habcdefghijklmnop",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "xoxb-2048-abcdefghijkl",
    "SG.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf",
    "0123456789abcdef0123456789abcdef-us21",
    "postgres://app:hunter2@db.example.com/shop",
    "hunter2@db",
    "AKIAIOSFODNN7EXAMPLE",
    "abcdefghijklmnopqrstuvwxyz",
  ])("%s never becomes part of the address", (text) => {
    expect(mayBeSecret(text)).toBe(true);
    expect(marketAddress({ ...all, text })).toBe("/");
  });

  it.each(["stripe", "microsoft 365", "send sms", "s3", "e-commerce", "buchhaltung für kleine firmen", "google-workspace", "überweisungsträger"])("%s is only a search", (text) => {
    expect(mayBeSecret(text)).toBe(false);
  });
});
