import type { Connector } from "../connector";
import { hubspotApi, hubspotMcp, hubspotOAuth, hubspotPagination, hubspotRateLimit, hubspotToken, hubspotVerify, hubspotWebhook } from "../families/hubspot";
import { hubspotMarketingOperations } from "./hubspot-marketing.operations";

const checkedOn = "2026-11-21";
const specs = "https://github.com/HubSpot/HubSpot-public-api-spec-collection/blob/main/PublicApiSpecs";

export const hubspotMarketing: Connector = {
  slug: "hubspot-marketing",
  name: "HubSpot Marketing",
  category: "marketing",
  description: "Run campaigns, send marketing email, read forms and keep lists in HubSpot's Marketing Hub",
  synonyms: ["marketing hub", "email marketing", "campaign", "newsletter", "forms", "lead", "list", "unsubscribe", "single send", "marketing automation"],
  website: "https://www.hubspot.com/products/marketing",
  docsUrl: "https://developers.hubspot.com/docs",
  sources: [
    { url: `${specs}/Marketing/Marketing%20Emails/Rollouts/145892/2026-03/marketingEmails.json`, checkedOn },
    { url: `${specs}/Marketing/Campaigns%20Public%20Api/Rollouts/177944/2026-03/campaignsPublicApi.json`, checkedOn },
    { url: `${specs}/Marketing/Forms/Rollouts/144909/v3/forms.json`, checkedOn },
    { url: `${specs}/Communication%20Preferences/Subscriptions/Rollouts/176901/2026-03/subscriptions.json`, checkedOn },
    { url: `${specs}/CRM/Lists/Rollouts/144891/2026-03/lists.json`, checkedOn },
    { url: "https://developers.hubspot.com/docs/api-reference/2026-03/authentication/manage-oauth-tokens", checkedOn },
  ],
  popularity: 72,
  inputs: [],
  auth: [
    {
      ...hubspotOAuth({
        scopes: [
          { value: "marketing.email.read", meaning: "See marketing emails and how they did", isSensitive: false, isDefault: true, isRequired: false },
          { value: "marketing.email.write", meaning: "Create and change marketing emails", isSensitive: true, isDefault: false, isRequired: false },
          { value: "marketing.campaigns.read", meaning: "See campaigns and what they brought", isSensitive: false, isDefault: true, isRequired: false },
          { value: "marketing.campaigns.write", meaning: "Create, change and delete campaigns", isSensitive: true, isDefault: false, isRequired: false },
          { value: "forms", meaning: "See, create and change forms", isSensitive: false, isDefault: true, isRequired: false },
          { value: "crm.lists.read", meaning: "See lists and who is in them", isSensitive: true, isDefault: true, isRequired: false },
          { value: "crm.lists.write", meaning: "Create and change lists, and who is in them", isSensitive: true, isDefault: false, isRequired: false },
          { value: "communication_preferences.read", meaning: "See who receives which kind of email", isSensitive: true, isDefault: true, isRequired: false },
          { value: "communication_preferences.read_write", meaning: "Subscribe and unsubscribe people", isSensitive: true, isDefault: false, isRequired: false },
          { value: "marketing-email", meaning: "Send marketing emails and publish them; Marketing Hub Enterprise", isSensitive: true, isDefault: false, isRequired: false },
          { value: "transactional-email", meaning: "Send transactional emails; needs HubSpot's add-on", isSensitive: true, isDefault: false, isRequired: false },
        ],
      }),
      // One OAuth app serves both connectors: HUBSPOT_CLIENT_ID counts here too.
      family: "HUBSPOT",
    },
    hubspotToken({ choose: "Create a private app. On the Scopes tab choose what Patchbay may do, such as marketing.campaigns.read and forms." }),
  ],
  api: hubspotApi,
  verify: hubspotVerify,
  operations: hubspotMarketingOperations,
  settings: [],
  rateLimit: hubspotRateLimit,
  pagination: hubspotPagination,
  webhook: hubspotWebhook,
  mcp: hubspotMcp,
  defaultVisibility: "workspace",
};
