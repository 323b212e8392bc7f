import { describe, expect, it } from "vitest";
import { connectorSummary } from "./connector-summary";
import { connectors } from "./registry";
import { searchConnectors } from "./search-connectors.schema";

const search = searchConnectors(connectors.map((connector) => connectorSummary(connector, { isSandbox: false, connectionCount: 0 })));

describe("search", () => {
  it.each([
    ["github", "github"],
    ["git", "github"],
    ["send sms", "twilio"],
    ["sms", "twilio"],
    ["send email", "sendgrid"],
    ["outlook", "microsoft-365"],
    ["postgres", "postgresql"],
    ["gsuite", "google-workspace"],
    ["Payments", "stripe"],
    ["slakc", "slack"],
    ["salesforc", "salesforce"],
    ["shop", "shopify"],
    ["newsletter", "mailchimp"],
    ["Līnéar", "linear"],
  ])("finds for %j first %s", (query, slug) => {
    expect(search(query)[0]).toBe(slug);
  });

  it("finds by category", () => {
    expect(search("databases")).toEqual(expect.arrayContaining(["postgresql", "redis"]));
    expect(search("crm").slice(0, 3).toSorted()).toEqual(["hubspot", "salesforce", "zoho-crm"]);
  });

  it("gives all, in their order, for nothing", () => {
    expect(search("  ")).toEqual(connectors.map((connector) => connector.slug));
  });

  it("finds nothing for what is not there", () => {
    expect(search("qqqqzzzz")).toEqual([]);
  });

  it("falls back to any of the words when not all fit", () => {
    expect(search("stripe qqqqzzzz")).toContain("stripe");
  });
});
