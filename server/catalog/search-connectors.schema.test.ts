import { beforeAll, describe, expect, it } from "vitest";
import { connectorSummary } from "./connector-summary";
import { operationTitles } from "./operation-titles";
import { connectors } from "./registry";
import { searchConnectors } from "./search-connectors.schema";

const summaries = connectors.map((connector) => connectorSummary(connector, { isSandbox: false, connectionCount: 0, hasOAuthApp: false }));
const search = searchConnectors(summaries, operationTitles());

/** What people type, and what they should see first; where several are as right, any of them. */
const expected: readonly [query: string, first: string][] = [
  // Names, their beginnings, typos and other spellings
  ["github", "github"],
  ["git", "github"],
  ["postgres", "postgresql"],
  ["salesforc", "salesforce"],
  ["slakc", "slack"],
  ["hubspt", "hubspot"],
  ["Līnéar", "linear"],
  ["shop", "shopify"],
  ["teams", "microsoft-teams"],
  ["whatsapp", "whatsapp"],
  ["google-calendar", "google-calendar"],
  ["365", "microsoft-365"],
  ["sap", "sap-erp"],
  ["zoho", "zoho-crm"],
  ["new relic", "new-relic"],
  // Other words for it
  ["outlook", "microsoft-365"],
  ["gsuite", "google-workspace"],
  ["sms", "twilio"],
  ["text message", "twilio"],
  ["newsletter", "mailchimp"],
  ["steuerberater", "datev"],
  ["buchhaltung", "datev lexoffice"],
  ["bookkeeping", "quickbooks xero"],
  ["helpdesk", "zendesk intercom"],
  ["live chat", "intercom"],
  ["wiki", "notion confluence"],
  ["spreadsheet", "airtable"],
  ["droplet", "digitalocean"],
  ["error tracking", "sentry"],
  ["monitoring", "datadog new-relic"],
  ["push notification", "firebase"],
  ["data warehouse", "bigquery databricks snowflake"],
  ["object storage", "google-cloud-storage azure-blob aws-s3"],
  ["sso", "okta google-oauth"],
  ["point of sale", "square"],
  ["social media", "instagram facebook linkedin"],
  ["nrql", "new-relic"],
  ["key value", "redis"],
  // What they want to do
  ["send sms", "twilio"],
  ["make a phone call", "twilio"],
  ["accept payments", "stripe"],
  ["take payments", "stripe"],
  ["Payments", "stripe"],
  ["refund a payment", "stripe paypal"],
  ["charge a card", "stripe"],
  ["cancel a subscription", "stripe"],
  ["send email", "sendgrid gmail"],
  ["transactional email", "sendgrid"],
  ["read my emails", "gmail"],
  ["read calendar", "google-calendar"],
  ["create an event", "google-calendar"],
  ["book a meeting", "calendly google-calendar"],
  ["video call", "zoom"],
  ["zoom recordings", "zoom"],
  ["message a channel", "slack"],
  ["notify team", "slack microsoft-teams"],
  ["create an issue", "github jira"],
  ["create a ticket", "zendesk"],
  ["open a pull request", "github"],
  ["merge request", "gitlab"],
  ["find errors", "sentry"],
  ["send push notification", "firebase"],
  ["post a photo", "instagram"],
  ["post on linkedin", "linkedin"],
  ["send an invoice", "quickbooks xero"],
  ["upload a file", "dropbox"],
  ["upload a file to a bucket", "google-cloud-storage aws-s3"],
  ["share a file", "dropbox"],
  ["purge cache", "cloudflare"],
  ["start a virtual machine", "azure gcp aws"],
  ["run sql", "bigquery databricks snowflake"],
  ["refresh dataset", "power-bi"],
  ["track an event", "mixpanel segment"],
  ["request time off", "bamboohr"],
  ["who is out", "bamboohr"],
  ["list employees", "bamboohr workday personio"],
  ["fulfil an order", "shopify"],
  ["block a user", "auth0"],
  ["sign in with google", "google-oauth"],
  ["list repositories", "github"],
  ["add a row", "airtable"],
  ["find a phone number", "google-contacts"],
  ["purchase orders", "sap-erp netsuite"],
];

describe("search", () => {
  it("is asked for more than 60 things", () => {
    expect(expected.length).toBeGreaterThan(60);
  });

  it.each(expected)("finds for %j first %s", (query, first) => {
    expect(first.split(" ")).toContain(search(query)[0]);
  });

  it("ranks names over synonyms, and synonyms over the titles of operations", () => {
    const facts = { categoryLabel: "Other", description: "Something", popularity: 50 };
    const ranked = searchConnectors(
      [
        { ...facts, id: "by-title", name: "Alpha", synonyms: [], popularity: 100 },
        { ...facts, id: "by-synonym", name: "Beta", synonyms: ["parcel"] },
        { ...facts, id: "by-name", name: "Parcel", synonyms: [], popularity: 0 },
      ],
      { "by-title": ["List parcels"] },
    );
    expect(ranked("parcels")).toEqual(["by-name", "by-synonym", "by-title"]);
  });

  it("finds by category, those that belong to it first", () => {
    const databases = connectors.filter(({ category }) => category === "database").map(({ slug }) => slug);
    expect(search("databases").slice(0, databases.length).toSorted()).toEqual(databases.toSorted());
    expect(search("crm").slice(0, 3)).toEqual(expect.arrayContaining(["hubspot", "salesforce", "zoho-crm"]));
  });

  it("gives all, in their order, for nothing", () => {
    expect(search("  ")).toEqual(connectors.map((connector) => connector.slug));
  });

  it("finds nothing for what is not there", () => {
    expect(search("qqqqzzzz")).toEqual([]);
    expect(search("!?")).toEqual([]);
  });

  it("falls back to any of the words when not all fit", () => {
    expect(search("stripe qqqqzzzz")[0]).toBe("stripe");
  });
});

describe("speed", () => {
  beforeAll(() => {
    for (const [query] of expected) search(query);
  });

  it("answers every letter of every query within one frame", () => {
    const texts = expected.flatMap(([query]) => Array.from(query, (_, place) => query.slice(0, place + 1)));
    const before = process.cpuUsage();
    const tookMs = texts
      .map((text) => {
        const startedAt = performance.now();
        search(text);
        return performance.now() - startedAt;
      })
      .toSorted((one, other) => one - other);
    const { user, system } = process.cpuUsage(before);
    const meanMs = (user + system) / 1_000 / texts.length;
    const medianMs = tookMs[Math.floor(tookMs.length / 2)] ?? Infinity;
    // oxlint-disable-next-line no-console -- The figure is what the test is for.
    console.log(`search over ${connectors.length} connectors, ${texts.length} texts: median ${medianMs.toFixed(2)} ms, mean ${meanMs.toFixed(2)} ms of CPU (a frame is 16 ms)`);
    // The slowest texts say more about what else the machine does than about the search.
    expect(medianMs).toBeLessThan(16);
    expect(meanMs).toBeLessThan(16);
  });
});
