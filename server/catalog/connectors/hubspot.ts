import type { Connector } from "../connector";
import { hubspotApi, hubspotMcp, hubspotOAuth, hubspotPagination, hubspotRateLimit, hubspotToken, hubspotVerify, hubspotWebhook } from "../families/hubspot";
import { hubspotOperations } from "./hubspot.operations";

const checkedOn = "2026-11-21";

export const hubspot: Connector = {
  slug: "hubspot",
  name: "HubSpot CRM",
  category: "crm",
  description: "Look up and update contacts, companies, deals and tickets in HubSpot",
  synonyms: ["contacts", "companies", "deals", "sales", "pipeline", "marketing", "tickets", "leads"],
  website: "https://www.hubspot.com",
  docsUrl: "https://developers.hubspot.com/docs",
  sources: [
    { url: "https://developers.hubspot.com/docs/api-reference/2026-03/authentication/manage-oauth-tokens", checkedOn },
    { url: "https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/refresh-oauth-token", checkedOn },
    { url: "https://developers.hubspot.com/docs/apps/legacy-apps/authentication/working-with-oauth", checkedOn },
    { url: "https://developers.hubspot.com/docs/api-reference/legacy/account/account-information/get-account-details", checkedOn },
  ],
  popularity: 89,
  keyShapes: ["pat-(na|eu|ap)[0-9]-[0-9a-f-]{30,40}"],
  inputs: [],
  auth: [
    hubspotOAuth({
      scopes: [
        { value: "crm.objects.contacts.read", meaning: "See contacts", isSensitive: true, isDefault: true, isRequired: false },
        { value: "crm.objects.contacts.write", meaning: "Create, change and delete contacts", isSensitive: true, isDefault: true, isRequired: false },
        { value: "crm.objects.companies.read", meaning: "See companies", isSensitive: false, isDefault: true, isRequired: false },
        { value: "crm.objects.companies.write", meaning: "Create, change and delete companies", isSensitive: true, isDefault: false, isRequired: false },
        { value: "crm.objects.deals.read", meaning: "See deals and their amounts", isSensitive: true, isDefault: true, isRequired: false },
        { value: "crm.objects.deals.write", meaning: "Create, change and delete deals", isSensitive: true, isDefault: false, isRequired: false },
        { value: "crm.objects.owners.read", meaning: "See who owns records", isSensitive: false, isDefault: false, isRequired: false },
        { value: "tickets", meaning: "See, create and change tickets", isSensitive: true, isDefault: false, isRequired: false },
      ],
    }),
    hubspotToken({ choose: "Create a private app. On the Scopes tab choose what Patchbay may do, such as crm.objects.contacts.read." }),
  ],
  api: hubspotApi,
  verify: hubspotVerify,
  operations: hubspotOperations,
  settings: [],
  rateLimit: hubspotRateLimit,
  pagination: hubspotPagination,
  webhook: hubspotWebhook,
  mcp: hubspotMcp,
  defaultVisibility: "workspace",
};
