import { expect, it } from "vitest";
import { readFacts } from "./read-facts";
import { getConnector } from "./registry";

it("keeps inputs and declared facts, and drops the rest", () => {
  expect(readFacts(getConnector("mailchimp"), { dc: "us21", api_key: "secret", other: "x" })).toEqual({ dc: "us21" });
});

it("cleans inputs and fills in their defaults", () => {
  expect(readFacts(getConnector("shopify"), { shop: " https://acme.myshopify.com/admin " })).toEqual({ shop: "acme" });
  expect(readFacts(getConnector("microsoft-365"), {})).toEqual({ tenant: "common" });
});

it("adds what a chosen option brings along, whatever was told", () => {
  expect(readFacts(getConnector("datev"), {})).toEqual({ environment: "production", login: "openid", token_host: "api", platform: "platform" });
  expect(readFacts(getConnector("datev"), { environment: "sandbox", platform: "platform" })).toMatchObject({ login: "openidsandbox", token_host: "sandbox-api", platform: "platform-sandbox" });
});

it("leaves out what is not there yet", () => {
  expect(readFacts(getConnector("shopify"), {})).toEqual({});
  expect(readFacts(getConnector("mailchimp"), { dc: "" })).toEqual({});
});

it("refuses a value of the wrong shape, by its name", () => {
  expect(() => readFacts(getConnector("twilio"), { account_sid: "../Accounts" })).toThrowError(
    expect.objectContaining({ code: "INVALID_REQUEST", details: { fields: { account_sid: expect.stringContaining("Twilio") } } }),
  );
  expect(() => readFacts(getConnector("sendgrid"), { region: "evil" })).toThrow(/has to be one of/);
});

it("takes nothing from the prototype", () => {
  expect(readFacts(getConnector("mailchimp"), JSON.parse('{"__proto__": {"dc": "us1"}}'))).toEqual({});
});

it("adds what a choice means, which nobody can give instead", () => {
  const segment = getConnector("segment");
  expect(readFacts(segment, { region: "eu", tracking_host: "evil.example" })).toEqual({ region: "eu", api_host: "eu1.api.segmentapis.com", tracking_host: "events.eu1.segmentapis.com" });
  expect(readFacts(segment, {})).toMatchObject({ region: "us", tracking_host: "api.segment.io" });
});
