import { AppError } from "@/server/lib/errors";
import type { Connector } from "./connector";
import { activecampaign } from "./connectors/activecampaign";
import { airtable } from "./connectors/airtable";
import { asana } from "./connectors/asana";
import { azure } from "./connectors/azure";
import { bigquery } from "./connectors/bigquery";
import { calendly } from "./connectors/calendly";
import { cloudflare } from "./connectors/cloudflare";
import { databricks } from "./connectors/databricks";
import { digitalocean } from "./connectors/digitalocean";
import { discord } from "./connectors/discord";
import { dropbox } from "./connectors/dropbox";
import { firebase } from "./connectors/firebase";
import { gcp } from "./connectors/gcp";
import { github } from "./connectors/github";
import { gmail } from "./connectors/gmail";
import { googleCalendar } from "./connectors/google-calendar";
import { googleCloudStorage } from "./connectors/google-cloud-storage";
import { googleContacts } from "./connectors/google-contacts";
import { googleWorkspace } from "./connectors/google-workspace";
import { hubspot } from "./connectors/hubspot";
import { hubspotMarketing } from "./connectors/hubspot-marketing";
import { intercom } from "./connectors/intercom";
import { linear } from "./connectors/linear";
import { mailchimp } from "./connectors/mailchimp";
import { microsoft365 } from "./connectors/microsoft-365";
import { microsoftTeams } from "./connectors/microsoft-teams";
import { postgresql } from "./connectors/postgresql";
import { powerBi } from "./connectors/power-bi";
import { redis } from "./connectors/redis";
import { salesforce } from "./connectors/salesforce";
import { sendgrid } from "./connectors/sendgrid";
import { shopify } from "./connectors/shopify";
import { slack } from "./connectors/slack";
import { stripe } from "./connectors/stripe";
import { twilio } from "./connectors/twilio";
import { whatsapp } from "./connectors/whatsapp";
import { zendesk } from "./connectors/zendesk";
import { zoom } from "./connectors/zoom";

/** Every connector, the most popular first. */
export const connectors: readonly Connector[] = [
  activecampaign,
  airtable,
  asana,
  azure,
  bigquery,
  calendly,
  cloudflare,
  databricks,
  digitalocean,
  discord,
  dropbox,
  firebase,
  gcp,
  github,
  gmail,
  googleCalendar,
  googleCloudStorage,
  googleContacts,
  googleWorkspace,
  hubspot,
  hubspotMarketing,
  intercom,
  linear,
  mailchimp,
  microsoft365,
  microsoftTeams,
  postgresql,
  powerBi,
  redis,
  salesforce,
  sendgrid,
  shopify,
  slack,
  stripe,
  twilio,
  whatsapp,
  zendesk,
  zoom,
]
  .map((connector) => freeze(connector))
  .toSorted((one, other) => other.popularity - one.popularity || one.name.localeCompare(other.name, "en"));

const bySlug = new Map(connectors.map((connector) => [connector.slug, connector]));

export function findConnector(slug: string): Connector | undefined {
  return bySlug.get(slug);
}

/** Throws `NOT_FOUND` for a slug that the catalog does not have. */
export function getConnector(slug: string): Connector {
  const connector = findConnector(slug);
  if (connector) return connector;
  throw new AppError("NOT_FOUND", "There is no such connector in the catalog.");
}

/** Definitions are shared by every request: nobody may write to them. */
function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) freeze(part);
  return Object.freeze(value);
}
