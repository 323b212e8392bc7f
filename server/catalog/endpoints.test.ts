import { describe, expect, it } from "vitest";
import type { ClientCredentials, Connector, OAuth2 } from "./connector";
import { allowedPrivateOrigins, apiBase, apiOrigin, isAllowedHost, oauthUrls, tokenUrl, withBase } from "./endpoints";
import { getConnector } from "./registry";

const github = getConnector("github");
const shopify = getConnector("shopify");
const salesforce = getConnector("salesforce");
const microsoft = getConnector("microsoft-365");

function oauthOf(connector: Connector): OAuth2 {
  const option = connector.auth.find((candidate) => candidate.kind === "oauth2");
  if (option?.kind !== "oauth2") throw new Error("has no OAuth");
  return option;
}

function clientCredentialsOf(connector: Connector): ClientCredentials {
  const option = connector.auth.find((candidate) => candidate.kind === "client_credentials");
  if (option?.kind !== "client_credentials") throw new Error("has no client credentials");
  return option;
}

describe("the API's origin", () => {
  it("is the definition's", () => {
    expect(apiOrigin(github, undefined, {}).href).toBe("https://api.github.com/");
  });

  it("takes inputs, their defaults, and facts", () => {
    expect(apiOrigin(shopify, undefined, { shop: "acme" }).origin).toBe("https://acme.myshopify.com");
    expect(apiOrigin(getConnector("sendgrid"), undefined, {}).origin).toBe("https://api.sendgrid.com");
    expect(apiOrigin(getConnector("mixpanel"), undefined, { region: "eu" }).origin).toBe("https://eu.mixpanel.com");
    expect(apiOrigin(getConnector("sendgrid"), undefined, { region: "api.eu" }).origin).toBe("https://api.eu.sendgrid.com");
    expect(apiOrigin(getConnector("mailchimp"), undefined, { dc: "us21" }).origin).toBe("https://us21.api.mailchimp.com");
    expect(apiOrigin(salesforce, undefined, { instance_url: "https://acme--dev.sandbox.my.salesforce.com" }).origin).toBe("https://acme--dev.sandbox.my.salesforce.com");
  });

  it("is replaced by CONNECTOR_ENDPOINTS, also where an input is missing", () => {
    expect(apiOrigin(shopify, { apiBaseUrl: "http://localhost:4001" }, {}).origin).toBe("http://localhost:4001");
  });

  it("says what is missing", () => {
    expect(() => apiOrigin(shopify, undefined, {})).toThrow(/"shop" is missing/);
  });

  it.each(["https://evil.com", "https://acme.my.salesforce.com.evil.com", "https://salesforce.com@evil.com", "http://acme.my.salesforce.com", "https://evil.com/.salesforce.com"])(
    "refuses the told instance %s",
    (instance_url) => {
      expect(() => apiOrigin(salesforce, undefined, { instance_url })).toThrowError(expect.objectContaining({ code: "INVALID_REQUEST" }));
    },
  );

  it("refuses a data centre that is none", () => {
    expect(() => apiOrigin(getConnector("mailchimp"), undefined, { dc: "evil.com/" })).toThrow();
  });

  it("does not exist for a database", () => {
    expect(() => apiOrigin(getConnector("postgresql"), undefined, {})).toThrow(/is not called over HTTP/);
  });
});

describe("a way to connect with an address of its own", () => {
  const jira = getConnector("jira");
  const cloud_id = "11223344-a1b2-3b33-c444-def123456789";

  it("sends an API token to the site, and a sign-in below the vendor's own host", () => {
    expect(apiBase(jira, undefined, { site: "acme" }, "basic")).toEqual({ origin: "https://acme.atlassian.net", below: "" });
    expect(apiBase(jira, undefined, { cloud_id }, "oauth2")).toEqual({ origin: "https://api.atlassian.com", below: `/ex/jira/${cloud_id}` });
    expect(apiBase(github, undefined, {}, "oauth2")).toEqual({ origin: "https://api.github.com", below: "" });
  });

  it("keeps the path where CONNECTOR_ENDPOINTS replaces the origin", () => {
    const emulator = { apiBaseUrl: "http://localhost:4001" };
    expect(apiBase(jira, emulator, { cloud_id }, "oauth2")).toEqual({ origin: "http://localhost:4001", below: `/ex/jira/${cloud_id}` });
    expect(apiBase(jira, emulator, {}, "basic")).toEqual({ origin: "http://localhost:4001", below: "" });
  });

  it("takes a path from the operation, or whole as the vendor documents it", () => {
    const base = apiBase(jira, undefined, { cloud_id }, "oauth2");
    for (const path of ["/rest/api/3/myself", `/ex/jira/${cloud_id}/rest/api/3/myself`]) expect(withBase(base, path)).toBe(`https://api.atlassian.com/ex/jira/${cloud_id}/rest/api/3/myself`);
    expect(withBase({ origin: "https://acme.atlassian.net", below: "" }, "/rest/api/3/myself")).toBe("https://acme.atlassian.net/rest/api/3/myself");
  });

  it("says what is missing, and allows only the hosts whose values are there", () => {
    expect(() => apiBase(jira, undefined, {}, "basic")).toThrow(/"site" is missing/);
    expect([isAllowedHost(jira, undefined, { cloud_id }, "api.atlassian.com"), isAllowedHost(jira, undefined, { cloud_id }, "acme.atlassian.net"), isAllowedHost(jira, undefined, { site: "acme" }, "acme.atlassian.net")]).toEqual([true, false, true]);
  });
});

describe("a host", () => {
  it.each(["api.github.com", "API.GitHub.com", "uploads.github.com", "api.github.com:443"])("%s is GitHub's", (host) => {
    expect(isAllowedHost(github, undefined, {}, host)).toBe(true);
  });

  it.each(["github.com", "evil.com", "api.github.com.evil.com", "evil-api.github.com", "api.github.com:8443", "api.github.com/", "api.github.com@evil.com", "api.github.com.", "", "*", "[::1]", "127.0.0.1", "api。github.com"])(
    "%j is not GitHub's",
    (host) => {
      expect(isAllowedHost(github, undefined, {}, host)).toBe(false);
    },
  );

  it("is one's own store, and no other", () => {
    expect(isAllowedHost(shopify, undefined, { shop: "acme" }, "acme.myshopify.com")).toBe(true);
    expect(isAllowedHost(shopify, undefined, { shop: "acme" }, "other.myshopify.com")).toBe(false);
    expect(isAllowedHost(getConnector("segment"), undefined, { region: "eu" }, "events.eu1.segmentapis.com")).toBe(true);
    expect(isAllowedHost(getConnector("segment"), undefined, { region: "eu" }, "api.segment.io")).toBe(false);
  });

  it("matches below a wildcard, not beside it", () => {
    const connector: Connector = { ...github, api: { baseUrl: "https://api.github.com", hosts: ["*.blob.example.com"] } };
    expect(isAllowedHost(connector, undefined, {}, "a.blob.example.com")).toBe(true);
    expect(isAllowedHost(connector, undefined, {}, "a.b.blob.example.com")).toBe(true);
    expect(isAllowedHost(connector, undefined, {}, "blob.example.com")).toBe(false);
    expect(isAllowedHost(connector, undefined, {}, "evilblob.example.com")).toBe(false);
  });

  it("fills templates among the further hosts", () => {
    const connector: Connector = { ...shopify, api: { baseUrl: "https://{shop}.myshopify.com", hosts: ["{shop}.files.example.com", "*.{shop}.example.com"] } };
    expect(isAllowedHost(connector, undefined, { shop: "acme" }, "acme.files.example.com")).toBe(true);
    expect(isAllowedHost(connector, undefined, { shop: "acme" }, "x.acme.example.com")).toBe(true);
    expect(isAllowedHost(connector, undefined, { shop: "acme" }, "x.other.example.com")).toBe(false);
  });

  it("is the replacement alone once there is one", () => {
    const endpoints = { apiBaseUrl: "http://localhost:4001" };
    expect(isAllowedHost(github, endpoints, {}, "localhost:4001")).toBe(true);
    expect(isAllowedHost(github, endpoints, {}, "localhost")).toBe(false);
    expect(isAllowedHost(github, endpoints, {}, "api.github.com")).toBe(false);
    expect(isAllowedHost(github, endpoints, {}, "uploads.github.com")).toBe(false);
  });

  it("is never a database's", () => {
    expect(isAllowedHost(getConnector("redis"), undefined, {}, "cache.example.com")).toBe(false);
  });
});

describe("OAuth addresses", () => {
  it("are the definition's, filled, with the client's id left open", () => {
    expect(oauthUrls(github, oauthOf(github), undefined, {})).toEqual({
      authorizeUrl: "https://github.com/login/oauth/authorize",
      tokenUrl: "https://github.com/login/oauth/access_token",
      revokeUrl: "https://api.github.com/applications/{client_id}/grant",
    });
    expect(oauthUrls(shopify, oauthOf(shopify), undefined, { shop: "acme" })).toEqual({
      authorizeUrl: "https://acme.myshopify.com/admin/oauth/authorize",
      tokenUrl: "https://acme.myshopify.com/admin/oauth/access_token",
    });
    expect(oauthUrls(microsoft, oauthOf(microsoft), undefined, {}).tokenUrl).toBe("https://login.microsoftonline.com/common/oauth2/v2.0/token");
    expect(oauthUrls(salesforce, oauthOf(salesforce), undefined, { domain: "https://acme.my.salesforce.com/x" }).authorizeUrl).toBe("https://acme.my.salesforce.com/services/oauth2/authorize");
  });

  it.each(["evil.com/", "acme.evil.com#", "a@evil.com", "acmé", "a\\b"])("refuse the store %j before anyone is sent there", (shop) => {
    expect(() => oauthUrls(shopify, oauthOf(shopify), undefined, { shop })).toThrowError(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });

  it.each(["..", ".", "a/b", "x?y", "evil.com#"])("refuse the tenant %j", (tenant) => {
    expect(() => oauthUrls(microsoft, oauthOf(microsoft), undefined, { tenant })).toThrowError(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });

  it("are replaced one by one", () => {
    const endpoints = { authorizeUrl: "http://localhost:4001/login/oauth/authorize", tokenUrl: "http://localhost:4001/token" };
    expect(oauthUrls(github, oauthOf(github), endpoints, {})).toEqual({ ...endpoints, revokeUrl: "https://api.github.com/applications/{client_id}/grant" });
    expect(oauthUrls(github, oauthOf(github), { revokeUrl: "http://localhost:4001/revoke" }, {}).revokeUrl).toBe("http://localhost:4001/revoke");
  });

  it("follow the API where they stand on one of its hosts", () => {
    const urls = oauthUrls(github, oauthOf(github), { apiBaseUrl: "http://localhost:4001" }, {});
    expect(urls.revokeUrl).toBe("http://localhost:4001/applications/{client_id}/grant");
    expect(urls.authorizeUrl).toBe("https://github.com/login/oauth/authorize");
  });

  it("work for the kinds without a person", () => {
    expect(tokenUrl(microsoft, clientCredentialsOf(microsoft), undefined, { tenant: "contoso.onmicrosoft.com" })).toBe("https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token");
    expect(tokenUrl(microsoft, clientCredentialsOf(microsoft), { tokenUrl: "http://localhost:4001/t" }, {})).toBe("http://localhost:4001/t");
  });
});

it("lists the origins that may be private, once each", () => {
  const endpoints = {
    github: { authorizeUrl: "http://localhost:4001/login", tokenUrl: "http://localhost:4001/token", apiBaseUrl: "http://localhost:4002" },
    slack: { revokeUrl: "http://127.0.0.1:4003/x" },
    linear: {},
  };
  expect(allowedPrivateOrigins(endpoints)).toEqual(["http://localhost:4001", "http://localhost:4002", "http://127.0.0.1:4003"]);
});
