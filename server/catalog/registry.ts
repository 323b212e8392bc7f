import { AppError } from "@/server/lib/errors";
import type { Connector } from "./connector";
import { amazonSellerCentral } from "./connectors/amazon-seller-central";
import { datev } from "./connectors/datev";
import { github } from "./connectors/github";
import { googleWorkspace } from "./connectors/google-workspace";
import { hubspot } from "./connectors/hubspot";
import { lexoffice } from "./connectors/lexoffice";
import { linear } from "./connectors/linear";
import { magento } from "./connectors/magento";
import { mailchimp } from "./connectors/mailchimp";
import { microsoft365 } from "./connectors/microsoft-365";
import { paypal } from "./connectors/paypal";
import { postgresql } from "./connectors/postgresql";
import { quickbooks } from "./connectors/quickbooks";
import { redis } from "./connectors/redis";
import { sage } from "./connectors/sage";
import { salesforce } from "./connectors/salesforce";
import { sendgrid } from "./connectors/sendgrid";
import { shopify } from "./connectors/shopify";
import { slack } from "./connectors/slack";
import { square } from "./connectors/square";
import { stripe } from "./connectors/stripe";
import { twilio } from "./connectors/twilio";
import { woocommerce } from "./connectors/woocommerce";
import { xero } from "./connectors/xero";

/** Every connector, the most popular first. */
export const connectors: readonly Connector[] = [
  amazonSellerCentral,
  datev,
  github,
  googleWorkspace,
  hubspot,
  lexoffice,
  linear,
  magento,
  mailchimp,
  microsoft365,
  paypal,
  postgresql,
  quickbooks,
  redis,
  sage,
  salesforce,
  sendgrid,
  shopify,
  slack,
  square,
  stripe,
  twilio,
  woocommerce,
  xero,
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
