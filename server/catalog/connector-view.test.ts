import { describe, expect, it } from "vitest";
import { connectorSummary } from "./connector-summary";
import { connectorView } from "./connector-view";
import { connectors, getConnector } from "./registry";

const context = { publicUrl: "https://patchbay.example.com", isSandbox: false, connectionCount: 2, hasOAuthApp: false };

describe("a view", () => {
  it("has the shape of the HTTP contract", () => {
    expect(connectorView(getConnector("shopify"), context)).toMatchObject({
      id: "shopify",
      name: "Shopify",
      category: "ecommerce",
      categoryLabel: "E-commerce",
      authKinds: ["oauth2", "client_credentials", "api_key"],
      inputs: [{ key: "shop", label: "Store", example: "acme", pattern: expect.any(String) }],
      fields: { oauth2: [], api_key: [{ key: "api_key", label: "Admin API access token", secret: true }] },
      scopes: expect.arrayContaining([expect.objectContaining({ value: "read_products", isRequired: true })]),
      docsUrl: "https://shopify.dev/docs/api/admin-graphql",
      connected: true,
      connectionCount: 2,
    });
  });

  it("shows the address to register, filled in", () => {
    const view = connectorView(getConnector("github"), context);
    expect(view.callbackUrl).toBe("https://patchbay.example.com/api/oauth2/callback/github");
    expect(view.auth[0]?.guide.map((step) => step.copy)).toEqual(expect.arrayContaining([view.callbackUrl, "https://patchbay.example.com"]));
    expect(JSON.stringify(view.auth)).not.toMatch(/\{(callbackUrl|publicUrl)\}/);
  });

  it("says whether an admin has to register an OAuth app first", () => {
    const ready = (hasOAuthApp: boolean) => connectorView(getConnector("slack"), { ...context, hasOAuthApp }).auth.map((option) => [option.kind, option.isReady]);
    expect(ready(false)).toEqual([["oauth2", false], ["bearer", true]]);
    expect(ready(true)).toEqual([["oauth2", true], ["bearer", true]]);
  });

  it("marks a sandbox, a database and an unconnected connector", () => {
    const view = connectorView(getConnector("postgresql"), { ...context, isSandbox: true, connectionCount: 0, hasOAuthApp: false });
    expect(view).toMatchObject({ isSandbox: true, isDatabase: true, connected: false, webhook: null, mcp: null, scopes: [] });
  });

  it.each(connectors.map((connector) => [connector.slug, connector] as const))("of %s is JSON, without functions or addresses of secrets", (_slug, connector) => {
    const view = connectorView(connector, context);
    const json = JSON.stringify(view);
    expect(JSON.parse(json)).toEqual(view);
    expect(json).not.toMatch(/readToken|tokenUrl|"placement"|revoke_url/);
  });

  it("is a copy: writing to it leaves the definition as it was", () => {
    const view = connectorView(getConnector("sendgrid"), context);
    view.inputs[0]?.options?.push({ value: "x", label: "X" });
    view.operations.length = 0;
    expect(connectorView(getConnector("sendgrid"), context).inputs[0]?.options).toHaveLength(2);
    expect(connectorView(getConnector("sendgrid"), context).operations.length).toBeGreaterThan(5);
  });
});

describe("a card", () => {
  it("names both logos", () => {
    expect(connectorSummary(getConnector("github"), context).logo).toEqual({ light: "/connectors/github.svg", dark: "/connectors/github-dark.svg" });
    expect(connectorSummary(getConnector("slack"), context).logo).toEqual({ light: "/connectors/slack.svg", dark: "/connectors/slack.svg" });
  });

  it("says what marks to show", () => {
    expect(connectorSummary(getConnector("linear"), { isSandbox: true, connectionCount: 0, hasOAuthApp: false })).toMatchObject({ id: "linear", hasMcp: true, isSandbox: true, connected: false, authKinds: ["oauth2", "api_key"] });
  });
});
