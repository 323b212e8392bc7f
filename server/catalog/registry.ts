import { AppError } from "@/server/lib/errors";
import type { Connector } from "./connector";
import { freeze } from "./freeze";
import { activecampaign } from "./connectors/activecampaign";
import { airtable } from "./connectors/airtable";
import { amazonSellerCentral } from "./connectors/amazon-seller-central";
import { asana } from "./connectors/asana";
import { auth0 } from "./connectors/auth0";
import { aws } from "./connectors/aws";
import { awsS3 } from "./connectors/aws-s3";
import { awsSns } from "./connectors/aws-sns";
import { awsSqs } from "./connectors/aws-sqs";
import { azure } from "./connectors/azure";
import { azureBlob } from "./connectors/azure-blob";
import { azureDevops } from "./connectors/azure-devops";
import { bamboohr } from "./connectors/bamboohr";
import { bigquery } from "./connectors/bigquery";
import { bitbucket } from "./connectors/bitbucket";
import { calendly } from "./connectors/calendly";
import { cloudflare } from "./connectors/cloudflare";
import { confluence } from "./connectors/confluence";
import { databricks } from "./connectors/databricks";
import { datadog } from "./connectors/datadog";
import { datev } from "./connectors/datev";
import { digitalocean } from "./connectors/digitalocean";
import { discord } from "./connectors/discord";
import { dropbox } from "./connectors/dropbox";
import { dynamics365 } from "./connectors/dynamics-365";
import { elasticsearch } from "./connectors/elasticsearch";
import { facebook } from "./connectors/facebook";
import { firebase } from "./connectors/firebase";
import { gcp } from "./connectors/gcp";
import { github } from "./connectors/github";
import { gitlab } from "./connectors/gitlab";
import { gmail } from "./connectors/gmail";
import { googleCalendar } from "./connectors/google-calendar";
import { googleCloudStorage } from "./connectors/google-cloud-storage";
import { googleContacts } from "./connectors/google-contacts";
import { googleOauth } from "./connectors/google-oauth";
import { googleWorkspace } from "./connectors/google-workspace";
import { hubspot } from "./connectors/hubspot";
import { hubspotMarketing } from "./connectors/hubspot-marketing";
import { instagram } from "./connectors/instagram";
import { intercom } from "./connectors/intercom";
import { jira } from "./connectors/jira";
import { lexoffice } from "./connectors/lexoffice";
import { linear } from "./connectors/linear";
import { linkedin } from "./connectors/linkedin";
import { magento } from "./connectors/magento";
import { mailchimp } from "./connectors/mailchimp";
import { microsoft365 } from "./connectors/microsoft-365";
import { microsoftTeams } from "./connectors/microsoft-teams";
import { mixpanel } from "./connectors/mixpanel";
import { mongodb } from "./connectors/mongodb";
import { mysql } from "./connectors/mysql";
import { netsuite } from "./connectors/netsuite";
import { newRelic } from "./connectors/new-relic";
import { notion } from "./connectors/notion";
import { odoo } from "./connectors/odoo";
import { okta } from "./connectors/okta";
import { paypal } from "./connectors/paypal";
import { personio } from "./connectors/personio";
import { pipedrive } from "./connectors/pipedrive";
import { postgresql } from "./connectors/postgresql";
import { powerBi } from "./connectors/power-bi";
import { quickbooks } from "./connectors/quickbooks";
import { redis } from "./connectors/redis";
import { sage } from "./connectors/sage";
import { sageIntacct } from "./connectors/sage-intacct";
import { salesforce } from "./connectors/salesforce";
import { sapErp } from "./connectors/sap-erp";
import { sapSuccessfactors } from "./connectors/sap-successfactors";
import { segment } from "./connectors/segment";
import { sendgrid } from "./connectors/sendgrid";
import { sentry } from "./connectors/sentry";
import { shopify } from "./connectors/shopify";
import { slack } from "./connectors/slack";
import { smtp } from "./connectors/smtp";
import { snowflake } from "./connectors/snowflake";
import { square } from "./connectors/square";
import { stripe } from "./connectors/stripe";
import { tableau } from "./connectors/tableau";
import { twilio } from "./connectors/twilio";
import { whatsapp } from "./connectors/whatsapp";
import { woocommerce } from "./connectors/woocommerce";
import { workday } from "./connectors/workday";
import { xero } from "./connectors/xero";
import { zendesk } from "./connectors/zendesk";
import { zohoCrm } from "./connectors/zoho-crm";
import { zoom } from "./connectors/zoom";

/** Every connector, the most popular first. */
export const connectors: readonly Connector[] = [
  activecampaign,
  airtable,
  amazonSellerCentral,
  asana,
  auth0,
  aws,
  awsS3,
  awsSns,
  awsSqs,
  azure,
  azureBlob,
  azureDevops,
  bamboohr,
  bigquery,
  bitbucket,
  calendly,
  cloudflare,
  confluence,
  databricks,
  datadog,
  datev,
  digitalocean,
  discord,
  dropbox,
  dynamics365,
  elasticsearch,
  facebook,
  firebase,
  gcp,
  github,
  gitlab,
  gmail,
  googleCalendar,
  googleCloudStorage,
  googleContacts,
  googleOauth,
  googleWorkspace,
  hubspot,
  hubspotMarketing,
  instagram,
  intercom,
  jira,
  lexoffice,
  linear,
  linkedin,
  magento,
  mailchimp,
  microsoft365,
  microsoftTeams,
  mixpanel,
  mongodb,
  mysql,
  netsuite,
  newRelic,
  notion,
  odoo,
  okta,
  paypal,
  personio,
  pipedrive,
  postgresql,
  powerBi,
  quickbooks,
  redis,
  sage,
  sageIntacct,
  salesforce,
  sapErp,
  sapSuccessfactors,
  segment,
  sendgrid,
  sentry,
  shopify,
  slack,
  smtp,
  snowflake,
  square,
  stripe,
  tableau,
  twilio,
  whatsapp,
  woocommerce,
  workday,
  xero,
  zendesk,
  zohoCrm,
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
