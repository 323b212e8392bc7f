import { describe, expect, it } from "vitest";
import type { Field } from "./connector";
import { adviseField, checkField, cleanValue, matchesFully } from "./field.schema";
import { getConnector } from "./registry";

const base: Field = { key: "shop", label: "Store", secret: false, required: true, example: "acme" };

describe("a clean value", () => {
  it("is trimmed, and falls back to the default or the first option", () => {
    expect(cleanValue(base, "  acme \n")).toBe("acme");
    expect(cleanValue({ ...base, default: "login" }, " ")).toBe("login");
    expect(cleanValue({ ...base, options: [{ value: "auto", label: "Automatic" }, { value: "off", label: "None" }] }, "")).toBe("auto");
  });

  it.each(["acme", "acme.myshopify.com", "https://acme.myshopify.com/admin/apps", "https://admin.shopify.com/store/acme", "https://admin.shopify.com/store/acme/orders?x=1", "ACME.myshopify.com"])(
    "is the store's name in %s",
    (pasted) => {
      const [shop] = getConnector("shopify").inputs;
      expect(shop && cleanValue(shop, pasted).toLowerCase()).toBe("acme");
    },
  );

  it.each([
    ["https://acme.my.salesforce.com/", "acme.my"],
    ["acme--dev.sandbox.my.salesforce.com", "acme--dev.sandbox.my"],
    ["https://acme.lightning.force.com/lightning/page/home", "acme"],
    ["test", "test"],
    ["", "login"],
  ])("is Salesforce's login address in %j", (pasted, expected) => {
    const [domain] = getConnector("salesforce").inputs;
    expect(domain && cleanValue(domain, pasted)).toBe(expected);
  });
});

describe("a check", () => {
  it("asks for what is required, and only for that", () => {
    expect(checkField(base, " ")).toBe("Store is missing.");
    expect(checkField({ ...base, required: false }, "")).toBeNull();
  });

  it("matches the whole value", () => {
    const field = { ...base, pattern: "[a-z]+", patternHint: "Letters only." };
    expect(checkField(field, "acme")).toBeNull();
    expect(checkField(field, "acme.evil.com")).toBe("Letters only.");
    expect(checkField({ ...base, pattern: "a|b" }, "ax")).toBe("Store does not look right. An example: acme");
  });

  it("refuses control characters, except in longer texts", () => {
    expect(checkField(base, "a\r\nx-evil: 1")).toMatch(/line break/);
    expect(checkField(base, "a\u0000b")).toMatch(/invisible/);
    expect(checkField({ ...base, control: "textarea" }, "a\nb")).toBeNull();
  });

  it("caps the length", () => {
    expect(checkField(base, "a".repeat(4_097))).toBe("Store is too long.");
    expect(checkField({ ...base, control: "textarea" }, "a".repeat(4_097))).toBeNull();
    expect(checkField({ ...base, control: "textarea" }, "a".repeat(40_000))).toBe("Store is too long.");
  });

  it("closes the options, and knows a switch's two words", () => {
    expect(checkField({ ...base, options: [{ value: "auto", label: "Automatic" }] }, "none")).toBe("Store has to be one of: auto.");
    expect(checkField({ ...base, control: "switch" }, "yes")).toBe("Store is either true or false.");
    expect(checkField({ ...base, control: "switch" }, "true")).toBeNull();
  });

  it("looks into a key file", () => {
    const file: Field = { ...base, label: "Key file", control: "file", jsonKeys: ["client_email", "private_key"] };
    expect(checkField(file, '{"client_email":"a@b.c","private_key":"-----BEGIN\\n"}')).toBeNull();
    expect(checkField(file, '{\n  "client_email": "a@b.c"\n}')).toBe("This is a JSON file, but not the right one: it has no private_key.");
    expect(checkField(file, "not json")).toMatch(/not a JSON file/);
    expect(checkField(file, "[]")).toMatch(/not a JSON file/);
  });
});

describe("advice", () => {
  const apiKey = getConnector("stripe").auth.flatMap((option) => ("fields" in option ? option.fields : []))[0] ?? base;

  it("tells a publishable key from a secret one, without refusing it", () => {
    expect(adviseField(apiKey, "pk_live_51AbCdEf")).toMatch(/Publishable keys/);
    expect(checkField(apiKey, "pk_live_51AbCdEf")).toBeNull();
  });

  it("is silent when all is well or nothing is there", () => {
    expect(adviseField(apiKey, "rk_test_51AbCdEf")).toBeNull();
    expect(adviseField(apiKey, "")).toBeNull();
    expect(adviseField(base, "anything")).toBeNull();
  });

  it("falls back to the example", () => {
    expect(adviseField({ ...base, looksLike: "[a-z]+" }, "1")).toBe("This does not look like Store. An example: acme");
  });
});

it("matches nothing that is too long to be looked at", () => {
  expect(matchesFully("a+", "a".repeat(10))).toBe(true);
  expect(matchesFully("a+", "a".repeat(40_000))).toBe(false);
});
