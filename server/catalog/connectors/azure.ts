import type { Connector } from "../connector";
import { microsoftApp, microsoftOAuth, tenantInput } from "../families/microsoft";
import { azureOperations } from "./azure.operations";

const checkedOn = "2026-11-21";

export const azure: Connector = {
  slug: "azure",
  name: "Microsoft Azure",
  category: "cloud",
  description: "Find resources of your subscriptions, start and stop virtual machines, and see costs",
  synonyms: ["azure", "arm", "resource manager", "microsoft cloud", "virtual machine", "app service", "resource group", "subscription", "cloud costs"],
  website: "https://azure.microsoft.com",
  docsUrl: "https://learn.microsoft.com/rest/api/azure/",
  sources: [
    { url: "https://github.com/MicrosoftDocs/entra-docs/blob/main/docs/identity-platform/v2-oauth2-auth-code-flow.md", checkedOn },
    { url: "https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling", checkedOn },
    { url: "https://github.com/NangoHQ/nango/blob/master/packages/providers/providers.yaml", checkedOn },
  ],
  popularity: 91,
  inputs: [tenantInput],
  auth: [
    microsoftApp({
      scope: "https://management.azure.com/.default",
      permission: [{ text: "In the Azure portal open your subscription, Access control (IAM), Add role assignment. Give the app Reader, or Contributor to change things. Without a role it sees nothing.", url: "https://portal.azure.com/#view/Microsoft_Azure_Billing/SubscriptionsBladeV2" }],
    }),
    microsoftOAuth({
      steps: [{ text: "Under API permissions add Azure Service Management, Delegated permissions, user_impersonation." }, { text: "Whoever connects can do here what their roles in Azure let them do. Guests should enter the tenant they are guests of." }],
      scopes: [{ value: "https://management.azure.com/user_impersonation", meaning: "See, change and delete everything you may in Azure", isSensitive: true, isDefault: true, isRequired: true }],
    }),
  ],
  api: { baseUrl: "https://management.azure.com", hosts: [], errors: { code: "error.code", message: "error.message", param: "error.target" } },
  verify: {
    method: "GET",
    path: "/subscriptions?api-version=2022-12-01",
    account: { id: ["value.0.tenantId", "{tenant}"], label: ["value.0.displayName", "{tenant}"] },
    hints: [
      { code: "InvalidAuthenticationTokenTenant", message: "This sign-in belongs to another tenant than the subscription. Enter the subscription's tenant above." },
      { status: 401, message: "Azure does not accept this sign-in. Check that the tenant above is the one the app is registered in." },
      { status: 403, message: "Azure knows this sign-in, but lets it do nothing. Give it a role under Access control (IAM) of the subscription." },
    ],
  },
  operations: azureOperations,
  settings: [
    {
      key: "subscription",
      label: "Subscription ID",
      secret: false,
      required: false,
      example: "00001111-aaaa-2222-bbbb-3333cccc4444",
      help: "Used when a call does not name a subscription.",
      where: { text: "Azure portal, Subscriptions", url: "https://portal.azure.com/#view/Microsoft_Azure_Billing/SubscriptionsBladeV2" },
      pattern: "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
      patternHint: "A subscription ID looks like 00001111-aaaa-2222-bbbb-3333cccc4444.",
    },
  ],
  rateLimit: { summary: "Per subscription and region 250 reads at once, filled up by 25 a second; 200 writes or deletions, filled up by 10 a second", remainingHeader: "x-ms-ratelimit-remaining-subscription-reads" },
  pagination: { kind: "next_url", path: "nextLink" },
  defaultVisibility: "workspace",
};
