import { AppError } from "@/server/lib/errors";
import type { Connector } from "./connector";
import { auth0 } from "./connectors/auth0";
import { azureDevops } from "./connectors/azure-devops";
import { bitbucket } from "./connectors/bitbucket";
import { confluence } from "./connectors/confluence";
import { datadog } from "./connectors/datadog";
import { github } from "./connectors/github";
import { gitlab } from "./connectors/gitlab";
import { googleOauth } from "./connectors/google-oauth";
import { googleWorkspace } from "./connectors/google-workspace";
import { hubspot } from "./connectors/hubspot";
import { jira } from "./connectors/jira";
import { linear } from "./connectors/linear";
import { mailchimp } from "./connectors/mailchimp";
import { microsoft365 } from "./connectors/microsoft-365";
import { newRelic } from "./connectors/new-relic";
import { okta } from "./connectors/okta";
import { postgresql } from "./connectors/postgresql";
import { redis } from "./connectors/redis";
import { salesforce } from "./connectors/salesforce";
import { sendgrid } from "./connectors/sendgrid";
import { sentry } from "./connectors/sentry";
import { shopify } from "./connectors/shopify";
import { slack } from "./connectors/slack";
import { stripe } from "./connectors/stripe";
import { twilio } from "./connectors/twilio";

/** Every connector, the most popular first. */
export const connectors: readonly Connector[] = [
  auth0,
  azureDevops,
  bitbucket,
  confluence,
  datadog,
  github,
  gitlab,
  googleOauth,
  googleWorkspace,
  hubspot,
  jira,
  linear,
  mailchimp,
  microsoft365,
  newRelic,
  okta,
  postgresql,
  redis,
  salesforce,
  sendgrid,
  sentry,
  shopify,
  slack,
  stripe,
  twilio,
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
